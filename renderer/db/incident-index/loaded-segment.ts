import { CODED_COLUMNS, type CodedColumn, type IndexedRow, type TextColumn } from "./indexed-row.ts";
import { split, type Segment } from "./segment.ts";

/** A segment in memory, with what is found out about it only when it is asked for. */
export class LoadedSegment {
  readonly segment: Segment;
  /** 1 where the row is kept elsewhere since, or is no more. */
  readonly dead: Uint8Array;
  readonly batchId: string;
  readonly #texts = new Map<TextColumn | "ids", readonly string[]>();

  constructor(segment: Segment, batchId: string, dead?: Uint8Array) {
    this.segment = segment;
    this.batchId = batchId;
    this.dead = dead ?? new Uint8Array(segment.count);
  }

  text(column: TextColumn | "ids", place: number): string {
    return this.texts(column)[place] ?? "";
  }

  texts(column: TextColumn | "ids"): readonly string[] {
    let parts = this.#texts.get(column);
    if (parts === undefined) {
      parts = split(column === "ids" ? this.segment.ids : this.segment.texts[column]);
      this.#texts.set(column, parts);
    }
    return parts;
  }

  value(column: CodedColumn, place: number): string {
    const { values, codes } = this.segment.coded[column];
    return values[codes[place] ?? 0] ?? "";
  }

  /** Marks the rows whose words hold the term. */
  find(term: string, within: "words" | "initials", found: Uint8Array): void {
    const text = this.segment[within];
    let at = text.indexOf(term);
    if (at < 0) return;
    const starts = this.segment.starts[within];
    let place = 0;
    for (; at >= 0; at = text.indexOf(term, starts[place] ?? text.length)) {
      while ((starts[place] ?? Infinity) <= at) place++;
      // `place` is now the row after the one that holds the hit: the search goes on there.
      found[place - 1] = 1;
    }
  }
}

/** The row as it was put in, without what only search needs. */
export function rowAt(loaded: LoadedSegment, place: number): Omit<IndexedRow, "words" | "initials"> {
  const { times, imported } = loaded.segment;
  return {
    id: loaded.text("ids", place),
    texts: { number: loaded.text("number", place), title: loaded.text("title", place) },
    coded: Object.fromEntries(
      CODED_COLUMNS.map((column) => [column, loaded.value(column, place)]),
    ) as IndexedRow["coded"],
    times: {
      reportedAt: times.reportedAt[place] ?? 0,
      respondedAt: times.respondedAt[place] ?? 0,
      resolvedAt: times.resolvedAt[place] ?? 0,
    },
    isImported: imported[place] === 1,
  };
}

import type { ListQuery, ListRow } from "../desk.ts";
import type { IndexedRow, ListedType, NameOf } from "./listed-type.ts";
import { LoadedSegment } from "./loaded-segment.ts";
import { mergedOrder } from "./merge.ts";
import { searchTextOf } from "./search-text.ts";
import { segmentOf } from "./segment.ts";
import { TablePart } from "./table-part.ts";

/** The rows that a query found, as they stood when it was asked. */
export interface Selection {
  readonly count: number;
  rows(from: number, to: number): readonly ListRow[];
  ids(from: number, to: number): readonly string[];
  texts(column: string, from: number, to: number): readonly string[];
}

const EVERYTHING = { search: "", filters: {} };

/**
 * Every record of a type as its list shows it, column by column, where it is sorted, filtered and searched. Most rows
 * lie in segments that never change; the few that came or changed since are young and make a segment of their own,
 * rebuilt when it is asked about. Rows of an import that does not stand are there and not shown.
 */
export class RecordTable {
  readonly #listed: ListedType;
  #old: TablePart;
  readonly #youngRows = new Map<string, IndexedRow>();
  #young: TablePart | undefined;
  #nameOf: NameOf = () => undefined;
  #isShown: (batchId: string) => boolean = () => true;
  #size: number | undefined;
  #revision = 0;

  constructor(listed: ListedType) {
    this.#listed = listed;
    this.#old = new TablePart(listed, [], this.#nameOf);
  }

  get segments(): readonly LoadedSegment[] {
    return this.#old.segments;
  }

  /** Another number whenever rows came, changed or went. */
  get revision(): number {
    return this.#revision;
  }

  get youngCount(): number {
    return this.#youngRows.size;
  }

  /** How many rows are shown. */
  get size(): number {
    this.#size ??=
      countOf(this.#old.matching(EVERYTHING, this.#isShown)) +
      countOf(this.#youngPart().matching(EVERYTHING, this.#isShown));
    return this.#size;
  }

  replaceSegments(segments: readonly LoadedSegment[]): void {
    this.#old = new TablePart(this.#listed, segments, this.#nameOf);
    this.#changed();
  }

  rename(nameOf: NameOf): void {
    this.#nameOf = nameOf;
    this.#old.rename(nameOf);
    this.#young = undefined;
  }

  /** Which imports stand; rows of none always do. */
  show(isShown: (batchId: string) => boolean): void {
    this.#isShown = (batchId) => batchId === "" || isShown(batchId);
    this.#changed();
  }

  put(row: IndexedRow): void {
    this.delete(row.id);
    this.#youngRows.set(row.id, row);
  }

  delete(id: string): void {
    this.#young = undefined;
    this.#changed();
    if (this.#youngRows.delete(id)) return;
    for (const loaded of this.segments) {
      const place = loaded.placeOf(id);
      if (place >= 0) loaded.dead[place] = 1;
    }
  }

  /** The ids of rows that are, or were, kept by themselves although this import brought their records. */
  idsBrought(batchId: string): readonly string[] {
    const young = this.young().filter((row) => row.batchId === batchId);
    return [...this.segments.flatMap((loaded) => loaded.idsBrought(batchId)), ...young.map(({ id }) => id)];
  }

  young(): readonly IndexedRow[] {
    return [...this.#youngRows.values()];
  }

  /** The young rows lie in these segments from now on. */
  settle(segments: readonly LoadedSegment[]): void {
    this.#youngRows.clear();
    this.#young = undefined;
    this.#old = this.#old.with(segments);
  }

  /** The living rows of some segments lie in these from now on. */
  merge(old: readonly LoadedSegment[], merged: readonly LoadedSegment[]): void {
    this.#old = this.#old.without(old).with(merged);
  }

  /** The young rows are forgotten: they are about to be read again. */
  forgetYoung(): void {
    this.#youngRows.clear();
    this.#young = undefined;
    this.#changed();
  }

  /** Without an order: in the order in which the records were made. */
  select(query: ListQuery): Selection {
    const { column, descending } = query.sort ?? { column: "id", descending: false };
    const [old, young] = [this.#old, this.#youngPart()];
    const olds = picked(old.orderOf(column), old.matching(query, this.#isShown));
    const youngs = picked(young.orderOf(column), young.matching(query, this.#isShown));
    const merged = mergedOrder(column, old, olds, young, youngs);
    const count = merged.length;
    const each = <V>(from: number, to: number, of: (part: TablePart, position: number) => V): V[] => {
      const [first, last] = descending ? [count - Math.min(to, count), count - from] : [from, to];
      const found = Array.from(merged.subarray(Math.max(0, first), Math.max(0, last)), (position) =>
        position < old.count ? of(old, position) : of(young, position - old.count),
      );
      return descending ? found.reverse() : found;
    };
    return {
      count,
      rows: (from, to) => each(from, to, (part, position) => this.#listRow(part, position)),
      ids: (from, to) => each(from, to, idAt),
      texts: (name, from, to) => each(from, to, (part, position) => part.cell(name, part.at(position))),
    };
  }

  /** The values of a column with how often each is shown, most frequent first. */
  values(column: string, limit: number): { value: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const part of [this.#old, this.#youngPart()]) part.countValues(column, this.#isShown, counts);
    const found = [...counts].map(([value, count]) => ({ value, count }));
    return found.sort((a, b) => b.count - a.count).slice(0, limit);
  }

  /** What each record that is shown is called, by its id. */
  names(title: string): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const part of [this.#old, this.#youngPart()]) {
      const marks = part.matching(EVERYTHING, this.#isShown);
      for (let position = 0; position < marks.length; position++) {
        if (marks[position] !== 1) continue;
        const at = part.at(position);
        const id = at.loaded.text("id", at.place);
        names.set(id, part.cell(title, at) || id);
      }
    }
    return names;
  }

  #changed(): void {
    this.#size = undefined;
    this.#revision += 1;
  }

  #youngPart(): TablePart {
    this.#young ??= new TablePart(
      this.#listed,
      this.#youngRows.size === 0 ? [] : [loadedOf(this.#listed, this.young())],
      this.#nameOf,
    );
    return this.#young;
  }

  #listRow(part: TablePart, position: number): ListRow {
    const at = part.at(position);
    const row: Record<string, string> & { id: string } = { id: at.loaded.text("id", at.place) };
    for (const column of Object.keys(this.#listed.columns)) row[column] = part.cell(column, at);
    return row;
  }
}

/** Rows of no import, or of one, as a segment that the store does not have yet. */
export function loadedOf(listed: ListedType, rows: readonly IndexedRow[], batchId = ""): LoadedSegment {
  return new LoadedSegment(segmentOf(listed, rows), batchId, searchTextOf(rows));
}

function idAt(part: TablePart, position: number): string {
  const { loaded, place } = part.at(position);
  return loaded.text("id", place);
}

function picked(order: Uint32Array, marks: Uint8Array): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const position = order[at] ?? 0;
    // Written over by the next where it is not wanted: asking each time costs more.
    kept[count] = position;
    count += marks[position] ?? 0;
  }
  // A view that is kept for scrolling does not hold on to what it left out.
  return count < order.length / 2 ? kept.slice(0, count) : kept.subarray(0, count);
}

function countOf(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

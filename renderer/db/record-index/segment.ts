import type { Column, IndexedRow, ListedType } from "./listed-type.ts";

/** Rows of one segment: small enough to be rebuilt in a blink, large enough that a million are two hundred. */
export const SEGMENT_ROWS = 5000;

/**
 * Up to `SEGMENT_ROWS` rows, column by column, in the form in which the browser stores and loads them fastest: long
 * texts and typed arrays. Never changed once made; a row that changed is marked dead beside it and kept elsewhere.
 * Texts of a row stand between `\0`s: `\0a\0b\0`.
 */
export interface Segment {
  readonly count: number;
  readonly ids: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly coded: Readonly<Record<string, CodedValues>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  /** The import that brought each row, `""` for none; only where rows of several are kept together. */
  readonly brought?: CodedValues;
}

export interface CodedValues {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** At most 65,536 rows: codes have two bytes. */
export function segmentOf({ columns }: Pick<ListedType, "columns">, rows: readonly IndexedRow[]): Segment {
  const ofKind = <V>(kind: Column["kind"], made: (cells: readonly (string | number)[]) => V) =>
    Object.fromEntries(
      Object.entries(columns)
        .filter(([, column]) => column.kind === kind)
        .map(([name]) => [name, made(rows.map(({ cells }) => cells[name] ?? ""))]),
    );
  const batchIds = rows.map(({ batchId = "" }) => batchId);
  return {
    ...(batchIds.some((batchId) => batchId !== "") ? { brought: codedValues(batchIds) } : {}),
    count: rows.length,
    ids: joined(rows.map(({ id }) => id)),
    texts: ofKind("text", (cells) => joined(cells.map((cell) => String(cell).replaceAll("\0", " ")))),
    coded: ofKind("coded", (cells) => codedValues(cells.map(String))),
    numbers: ofKind("number", (cells) =>
      Float64Array.from(cells, (cell) => (cell === "" ? NaN : Number(cell))),
    ),
  };
}

/** The place of an id in the segment, or -1. */
export function placeOf({ ids }: Segment, id: string): number {
  const at = id.includes("\0") ? -1 : ids.indexOf(`\0${id}\0`);
  if (at < 0) return -1;
  let place = 0;
  for (let before = ids.indexOf("\0"); before < at; before = ids.indexOf("\0", before + 1)) place++;
  return place;
}

/** The texts of `\0a\0b\0`. */
export function split(text: string): string[] {
  const parts = text.split("\0");
  return parts.slice(1, -1);
}

export function joined(parts: readonly string[]): string {
  return `\0${parts.join("\0")}\0`;
}

function codedValues(cells: readonly string[]): CodedValues {
  const known = new Map<string, number>();
  const codes = Uint16Array.from(cells, (cell) => {
    const code = known.get(cell);
    if (code !== undefined) return code;
    known.set(cell, known.size);
    return known.size - 1;
  });
  return { values: [...known.keys()], codes };
}

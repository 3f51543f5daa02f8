import type { Cell } from "../types.ts";

/**
 * Some rows of a sheet, packed: each different value once, the texts one after another in one string, and a code a
 * cell. A row of a ledger takes a tenth of what it takes as an array of strings, and the garbage collector has
 * six things to look at instead of thirty thousand.
 */
export interface RowPage {
  /** Where each row's cells begin in `codes`; one more than there are rows. */
  readonly starts: Uint32Array;
  /** Which value stands in a cell; the kinds follow one another, see `valueAt`. */
  readonly codes: Uint16Array | Uint32Array;
  /** Where each text ends in the page's string, which is kept apart. */
  readonly ends: Uint32Array;
  /** How many of the texts are those of errors: the last ones. */
  readonly errors: number;
  readonly numbers: Float64Array;
  /** Days and milliseconds, by turns; NaN for null. */
  readonly walls: Float64Array;
}

export const [NOTHING, TRUE, FALSE, FIRST] = [0, 1, 2, 3] as const;

/** True for a code that stands for a text, also that of an error. */
export function isText({ ends }: RowPage, code: number): boolean {
  return code >= FIRST && code < FIRST + ends.length;
}

/** The value that a code of this page stands for; `texts` is the page's string, or anything where that is not asked for. */
export function valueAt(page: RowPage, code: number, texts: string): Cell {
  if (code < FIRST) return code === NOTHING ? null : code === TRUE;
  const { ends, numbers, walls } = page;
  const at = code - FIRST;
  if (at < ends.length) {
    const text = texts.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
    return at < ends.length - page.errors ? text : { kind: "error", text };
  }
  const number = at - ends.length;
  if (number < numbers.length) return numbers[number] ?? 0;
  const wall = (number - numbers.length) * 2;
  return { kind: "wall", day: orNull(walls[wall]), ms: orNull(walls[wall + 1]) };
}

/** How many different values a page holds, `null`, `true` and `false` among them. */
export function countValues({ ends, numbers, walls }: RowPage): number {
  return FIRST + ends.length + numbers.length + walls.length / 2;
}

function orNull(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}

import type { Cell } from "../types.ts";
import { FALSE, FIRST, NOTHING, TRUE, type RowPage } from "./row-page.ts";

const MAX_ROWS = 1024;
const MAX_CELLS = 65_536;
const MAX_LETTERS = 262_144;

const KINDS = 4;
const [TEXT, ERROR, NUMBER, WALL] = [0, 1, 2, 3] as const;

export interface PageAndText {
  readonly page: RowPage;
  readonly text: string;
}

/** The page that is being filled. */
export class PageBuilder {
  readonly #starts: number[] = [0];
  /** Place among the values of its kind, and the kind; below `FIRST` as in the finished page. */
  readonly #codes: number[] = [];
  readonly #texts: string[] = [];
  readonly #errors: string[] = [];
  readonly #numbers: number[] = [];
  readonly #walls: number[] = [];
  readonly #seen = new Map<string | number, number>();
  #letters = 0;

  add(cells: readonly Cell[]): void {
    for (const cell of cells) this.#codes.push(this.#codeOf(cell));
    this.#starts.push(this.#codes.length);
  }

  get isFull(): boolean {
    return this.#starts.length > MAX_ROWS || this.#codes.length >= MAX_CELLS || this.#letters >= MAX_LETTERS;
  }

  get rows(): number {
    return this.#starts.length - 1;
  }

  page(): PageAndText {
    const texts = [...this.#texts, ...this.#errors];
    const ends = new Uint32Array(texts.length);
    let end = 0;
    for (const [at, text] of texts.entries()) ends[at] = end += text.length;
    const from = [0, this.#texts.length, texts.length, texts.length + this.#numbers.length];
    const values = FIRST + texts.length + this.#numbers.length + this.#walls.length / 2;
    const codes = new (values > 0xffff ? Uint32Array : Uint16Array)(this.#codes.length);
    for (const [at, code] of this.#codes.entries()) {
      const place = Math.floor((code - FIRST) / KINDS);
      codes[at] = code < FIRST ? code : FIRST + (from[(code - FIRST) % KINDS] ?? 0) + place;
    }
    const page = {
      starts: Uint32Array.from(this.#starts),
      codes,
      ends,
      errors: this.#errors.length,
      numbers: Float64Array.from(this.#numbers),
      walls: Float64Array.from(this.#walls),
    };
    return { page, text: texts.join("") };
  }

  #codeOf(cell: Cell): number {
    if (cell === null) return NOTHING;
    if (typeof cell === "boolean") return cell ? TRUE : FALSE;
    if (typeof cell === "object") return this.#rareCode(cell);
    const known = this.#seen.get(cell);
    if (known !== undefined) return known;
    const code =
      typeof cell === "string"
        ? codeAt(this.#texts.push(cell) - 1, TEXT)
        : codeAt(this.#numbers.push(cell) - 1, NUMBER);
    if (typeof cell === "string") this.#letters += cell.length;
    // A map takes 0 and -0 for one.
    if (!Object.is(cell, -0)) this.#seen.set(cell, code);
    return code;
  }

  #rareCode(cell: Exclude<Cell, string | number | boolean | null>): number {
    if (cell.kind === "wall") {
      this.#walls.push(cell.day ?? NaN, cell.ms ?? NaN);
      return codeAt(this.#walls.length / 2 - 1, WALL);
    }
    this.#letters += cell.text.length;
    return codeAt(this.#errors.push(cell.text) - 1, ERROR);
  }
}

const codeAt = (place: number, kind: number): number => FIRST + place * KINDS + kind;

import type { Cell, Rows } from "../types.ts";
import type { PageShelf } from "./page-shelf.ts";
import { countValues, isText, NOTHING, valueAt, type RowPage } from "./row-page.ts";

/** Pages whose values are kept as they were cut out of the text: rows of one page are mostly asked for in a row. */
const OPEN_PAGES = 4;

interface OpenPage {
  readonly no: number;
  readonly page: RowPage;
  /** Null until a text was asked for. */
  text: string | null;
  /** By code; undefined until somebody asked. */
  readonly values: (Cell | undefined)[];
}

/** The rows of a sheet in packed pages, of which a few are open at a time. */
export class PackedRows implements Rows {
  readonly length: number;
  readonly width: number;
  readonly #shelf: PageShelf;
  /** The last one asked for is the first. */
  #open: OpenPage[] = [];

  constructor(shelf: PageShelf, width: number) {
    this.#shelf = shelf;
    this.length = shelf.rows;
    this.width = width;
  }

  at(row: number): readonly Cell[] {
    const from = this.#firstOf(row);
    if (from === -1) return [];
    const open = this.#opened(row);
    const { starts, codes } = open.page;
    const cells: Cell[] = [];
    for (let at = starts[row - from] ?? 0; at < (starts[row - from + 1] ?? 0); at++) {
      cells.push(this.#value(open, codes[at] ?? NOTHING));
    }
    return cells;
  }

  cell(row: number, column: number): Cell {
    const from = this.#firstOf(row);
    if (from === -1) return null;
    const open = this.#opened(row);
    const { starts, codes } = open.page;
    const at = (starts[row - from] ?? 0) + column;
    return at < (starts[row - from + 1] ?? 0) ? this.#value(open, codes[at] ?? NOTHING) : null;
  }

  cells(row: number): number {
    const from = this.#firstOf(row);
    if (from === -1) return 0;
    const { starts } = this.#shelf.page(this.#shelf.noOf(row));
    return (starts[row - from + 1] ?? 0) - (starts[row - from] ?? 0);
  }

  *[Symbol.iterator](): Generator<readonly Cell[], void> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  /** For `fillMerged`, which takes over the pages that no merged area reaches into. */
  get shelf(): PageShelf {
    return this.#shelf;
  }

  /** The first row of the page that holds this one; -1 where there is none. */
  #firstOf(row: number): number {
    return row >= 0 && row < this.length ? this.#shelf.firstRow(this.#shelf.noOf(row)) : -1;
  }

  #opened(row: number): OpenPage {
    const no = this.#shelf.noOf(row);
    const [last] = this.#open;
    if (last?.no === no) return last;
    const page = this.#shelf.page(no);
    const known = this.#open.find((open) => open.no === no);
    const open = known ?? { no, page, text: null, values: Array<Cell | undefined>(countValues(page)) };
    this.#open = [open, ...this.#open.filter((other) => other !== open)].slice(0, OPEN_PAGES);
    return open;
  }

  #value(open: OpenPage, code: number): Cell {
    const known = open.values[code];
    if (known !== undefined) return known;
    if (isText(open.page, code)) open.text ??= this.#shelf.text(open.no);
    return (open.values[code] = valueAt(open.page, code, open.text ?? ""));
  }
}

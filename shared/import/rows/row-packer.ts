import type { Cell } from "../types.ts";
import { PackedRows } from "./packed-rows.ts";
import { PageBuilder, type PageAndText } from "./page-builder.ts";
import { PageShelf } from "./page-shelf.ts";

/** Takes the rows of a sheet one after the other and packs them. Blank rows at its end are no rows. */
export class RowPacker {
  readonly #shelf: PageShelf;
  #builder = new PageBuilder();
  /** How many cells each of the blank rows has that may turn out to be the last. */
  #blank: number[] = [];
  #width = 0;

  constructor(shelf = new PageShelf()) {
    this.#shelf = shelf;
  }

  /** How many rows there are so far, with the blank ones. */
  get length(): number {
    return this.#shelf.rows + this.#builder.rows + this.#blank.length;
  }

  add(cells: readonly Cell[]): void {
    if (cells.every((cell) => cell === null)) {
      this.#blank.push(cells.length);
      return;
    }
    this.#putBlank();
    this.#put(cells);
  }

  /** Rows that were packed before, as they are. */
  addPage(page: PageAndText, width: number): void {
    this.#putBlank();
    this.#finishPage();
    this.#shelf.add(page);
    this.#width = Math.max(this.#width, width);
  }

  end(): PackedRows {
    this.#finishPage();
    return new PackedRows(this.#shelf, this.#width);
  }

  #putBlank(): void {
    for (const cells of this.#blank) this.#put(Array<null>(cells).fill(null));
    if (this.#blank.length > 0) this.#blank = [];
  }

  #put(cells: readonly Cell[]): void {
    this.#builder.add(cells);
    this.#width = Math.max(this.#width, cells.length);
    if (this.#builder.isFull) this.#finishPage();
  }

  #finishPage(): void {
    if (this.#builder.rows === 0) return;
    this.#shelf.add(this.#builder.page());
    this.#builder = new PageBuilder();
  }
}

export function packRows(rows: Iterable<readonly Cell[]>): PackedRows {
  const packer = new RowPacker();
  for (const row of rows) packer.add(row);
  return packer.end();
}

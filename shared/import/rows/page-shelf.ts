import { must } from "../../lib/must.ts";
import { deflated, inflated, type PackedText } from "../read/pack-text.ts";
import type { PageAndText } from "./page-builder.ts";
import type { RowPage } from "./row-page.ts";

/** Letters of pages that lie open to hand, two bytes each at most; the texts of all others are deflated. */
const OPEN_LETTERS = 64 * 1024 * 1024;

interface Place {
  readonly from: number;
  readonly page: RowPage;
  readonly letters: number;
  /** Null while it is deflated. */
  text: string | null;
  /** Once made it stays: a page never changes. */
  packed: PackedText | null;
}

/**
 * The pages of a sheet in their order. Up to a bound their texts lie there as they are; beyond it those that were
 * opened first are deflated to a tenth, so that a sheet of any length takes that bound and little more.
 */
export class PageShelf {
  readonly #places: Place[] = [];
  /** Numbers of the pages whose text lies open, in the order in which they were opened. */
  readonly #open = new Set<number>();
  readonly #openLetters: number;
  #letters = 0;
  #rows = 0;
  /** Rows are mostly asked for one after the other. */
  #last = 0;

  constructor(openLetters = OPEN_LETTERS) {
    this.#openLetters = openLetters;
  }

  get rows(): number {
    return this.#rows;
  }

  get pages(): number {
    return this.#places.length;
  }

  /** Letters that lie open: never more than the bound and one page. */
  get openLetters(): number {
    return this.#letters;
  }

  get packedBytes(): number {
    return this.#places.reduce((sum, { packed }) => sum + (packed?.bytes.length ?? 0), 0);
  }

  add({ page, text }: PageAndText): void {
    this.#places.push({ from: this.#rows, page, letters: text.length, text, packed: null });
    this.#rows += page.starts.length - 1;
    this.#opened(this.#places.length - 1);
  }

  page(no: number): RowPage {
    return this.#place(no).page;
  }

  text(no: number): string {
    const place = this.#place(no);
    if (place.text !== null) return place.text;
    const text = (place.text = inflated(must(place.packed, "a page that is not open is packed")));
    this.#opened(no);
    return text;
  }

  firstRow(no: number): number {
    return this.#places[no]?.from ?? this.#rows;
  }

  /** The page that holds a row. */
  noOf(row: number): number {
    if (row >= this.firstRow(this.#last) && row < this.firstRow(this.#last + 1)) return this.#last;
    let [low, high] = [0, this.#places.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstRow(middle) <= row) low = middle;
      else high = middle - 1;
    }
    return (this.#last = low);
  }

  #place(no: number): Place {
    return must(this.#places[no], "pages are asked for by rows that there are");
  }

  #opened(no: number): void {
    this.#open.add(no);
    this.#letters += this.#place(no).letters;
    for (const oldest of this.#open) {
      if (this.#letters <= this.#openLetters || oldest === no) break;
      const place = this.#place(oldest);
      place.packed ??= deflated(place.text ?? "");
      place.text = null;
      this.#open.delete(oldest);
      this.#letters -= place.letters;
    }
  }
}

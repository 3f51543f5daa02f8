const PAGE = 1024;

/** Very many texts, in the order in which they came: a thousand of them in one string, for each of its own costs twice as much. */
export class TextList {
  readonly #pages: { readonly text: string; readonly ends: Uint32Array }[] = [];
  #last: string[] = [];

  push(text: string): void {
    this.#last.push(text);
    if (this.#last.length < PAGE) return;
    const ends = new Uint32Array(PAGE);
    let end = 0;
    for (const [at, each] of this.#last.entries()) ends[at] = end += each.length;
    this.#pages.push({ text: this.#last.join(""), ends });
    this.#last = [];
  }

  /** undefined where there is none. */
  at(place: number): string | undefined {
    if (place < 0) return undefined;
    const page = this.#pages[Math.floor(place / PAGE)];
    const at = place % PAGE;
    if (page === undefined) return this.#last[place - this.#pages.length * PAGE];
    return page.text.slice(at === 0 ? 0 : page.ends[at - 1], page.ends[at]);
  }
}

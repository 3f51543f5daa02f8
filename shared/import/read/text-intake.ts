/** A text that comes in pieces, with one kind of line end: files that mix them would otherwise run rows together. */
export class TextIntake {
  readonly #pieces: Iterator<string, unknown>;
  #text = "";
  #isWhole = false;
  /** A line end whose second letter may stand at the beginning of the next piece. */
  #held = "";
  #isFirst = true;

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  /** What has come and was not dropped. */
  get text(): string {
    return this.#text;
  }

  /** Nothing more will come. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Takes pieces until there are so many letters, or no more. */
  fill(letters: number): void {
    const parts = [this.#text];
    for (let length = this.#text.length; length < letters && !this.#isWhole;) {
      const part = this.#next();
      length += part.length;
      parts.push(part);
    }
    this.#text = parts.join("");
  }

  drop(letters: number): void {
    this.#text = this.#text.slice(letters);
  }

  #next(): string {
    const step = this.#pieces.next();
    if (step.done === true) {
      this.#isWhole = true;
      return this.#held === "" ? "" : "\n";
    }
    let text = this.#held + step.value;
    if (this.#isFirst && text !== "") {
      this.#isFirst = false;
      text = text.replace(/^\uFEFF/, "");
    }
    this.#held = text.endsWith("\r") ? "\r" : "";
    if (this.#held !== "") text = text.slice(0, -1);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }
}

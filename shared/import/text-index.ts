import { hashPair } from "./hash-text.ts";

const LEAST = 1024;
/** A table that is fuller is slower. */
const FULL = 0.6;

/**
 * Knows texts again by the numbers under which they were put, without keeping one: eight bytes a number and some room,
 * where a set of texts takes a hundred. What hashes alike is read again, by `textOf`, before it counts as equal.
 */
export class TextIndex {
  readonly #textOf: (no: number) => string;
  /** Numbers counted from 1; 0 where there is none. */
  #numbers = new Uint32Array(LEAST);
  #hashes = new Uint32Array(LEAST);
  #size = 0;

  constructor(textOf: (no: number) => string) {
    this.#textOf = textOf;
  }

  get size(): number {
    return this.#size;
  }

  /** The number of an equal text that was put before, else -1: then this one is put. */
  put(text: string, no: number): number {
    const [, hash] = hashPair(text);
    let at = hash % this.#numbers.length;
    for (; this.#numbers[at] !== 0; at = (at + 1) % this.#numbers.length) {
      const known = (this.#numbers[at] ?? 0) - 1;
      if (this.#hashes[at] === hash && this.#textOf(known) === text) return known;
    }
    this.#numbers[at] = no + 1;
    this.#hashes[at] = hash;
    this.#size++;
    if (this.#size > this.#numbers.length * FULL) this.#grow();
    return -1;
  }

  #grow(): void {
    const [numbers, hashes] = [this.#numbers, this.#hashes];
    this.#numbers = new Uint32Array(numbers.length * 2);
    this.#hashes = new Uint32Array(numbers.length * 2);
    for (const [from, no] of numbers.entries()) {
      if (no === 0) continue;
      const hash = hashes[from] ?? 0;
      let at = hash % this.#numbers.length;
      while (this.#numbers[at] !== 0) at = (at + 1) % this.#numbers.length;
      this.#numbers[at] = no;
      this.#hashes[at] = hash;
    }
  }
}

/**
 * Which rows of a segment hold a character, and which hold two side by side: a search looks these up instead of
 * reading every text. A character by itself has the key `code << 16`, a pair `first << 16 | second`. The rows of a key
 * are a bit each where they are many, else the steps from one to the next in one or two bytes.
 */
export interface Grams {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Where the rows of each key begin in `bytes`; one more at the end. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

/**
 * `starts` says where each row begins in the text, one more at the end; a character stands between rows. At most 16,384
 * rows.
 */
export function gramsOf(text: string, starts: Uint32Array): Grams {
  const count = starts.length - 1;
  const postings = new Postings(text.length * 2);
  for (let row = 0; row < count; row++) {
    const end = (starts[row + 1] ?? 0) - 1;
    let before = 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const code = text.charCodeAt(at);
      // Nobody searches for a space: it ends a word of the search.
      if (code <= SPACE) {
        before = 0;
        continue;
      }
      postings.add(code << 16, row);
      if (before !== 0) postings.add((before << 16) | code, row);
      before = code;
    }
  }
  return postings.packed(count);
}

/** Marks the rows that may hold a term, and do hold one of at most two characters. */
export function candidates({ keys, starts, bytes }: Grams, term: string, count: number): Uint8Array {
  const found = new Uint8Array(count);
  const wanted = keysOf(term);
  for (const [at, key] of wanted.entries()) {
    const place = placeOf(keys, key);
    if (place < 0) return new Uint8Array(count);
    const posting = bytes.subarray(starts[place], starts[place + 1]);
    if (at === 0) mark(posting, found, 1);
    else {
      // Rows that had every key before have as many marks; one that misses a key stays behind.
      mark(posting, found, at + 1);
      for (let row = 0; row < count; row++) if ((found[row] ?? 0) <= at) found[row] = 0;
    }
  }
  if (wanted.length > 1) for (let row = 0; row < count; row++) if (found[row] !== 0) found[row] = 1;
  return found;
}

const SPACE = 32;
/** A mark counts the keys of a term, in a byte. */
const MOST_KEYS = 200;

function keysOf(term: string): readonly number[] {
  if (term.length === 1) return [(term.charCodeAt(0) << 16) >>> 0];
  const keys = new Set<number>();
  for (let at = 1; at < term.length && keys.size < MOST_KEYS; at++)
    keys.add(((term.charCodeAt(at - 1) << 16) | term.charCodeAt(at)) >>> 0);
  return [...keys];
}

function placeOf(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
}

/** Raises the mark of each row of a posting from `to - 1` to `to`; others are left. */
function mark(posting: Uint8Array, found: Uint8Array, to: number): void {
  if (posting.length === bitmapBytes(found.length)) {
    for (let row = 0; row < found.length; row++)
      if (((posting[row >> 3] ?? 0) & (1 << (row & 7))) !== 0 && found[row] === to - 1) found[row] = to;
    return;
  }
  let row = -1;
  for (let at = 0; at < posting.length; at++) {
    let step = posting[at] ?? 0;
    if (step >= 128) step = ((step & 127) << 8) | (posting[++at] ?? 0);
    row += step;
    if (found[row] === to - 1) found[row] = to;
  }
}

function bitmapBytes(count: number): number {
  return (count + 7) >> 3;
}

/** Keys and their rows as they are come upon, rows ascending. Typed arrays throughout: there are a million a segment. */
class Postings {
  /** Open addressing: a key, or 0 where there is none; beside it the key's number. */
  #slots = new Uint32Array(1 << 16);
  #numbers = new Uint32Array(1 << 16);
  #keys = new Uint32Array(1 << 14);
  #lastRows = new Int32Array(1 << 14);
  #sizes = new Uint32Array(1 << 14);
  #count = 0;
  readonly #added: Uint32Array;
  readonly #rows: Uint16Array;
  #addedCount = 0;

  constructor(most: number) {
    this.#added = new Uint32Array(most);
    this.#rows = new Uint16Array(most);
  }

  add(signedKey: number, row: number): void {
    const number = this.#numberOf(signedKey >>> 0);
    const step = row - ((this.#lastRows[number] ?? 0) - 1);
    if (step === 0) return;
    this.#lastRows[number] = row + 1;
    this.#sizes[number] = (this.#sizes[number] ?? 0) + (step < 128 ? 1 : 2);
    this.#added[this.#addedCount] = number;
    this.#rows[this.#addedCount++] = row;
  }

  packed(count: number): Grams {
    const asBits = bitmapBytes(count);
    const keys = this.#keys.slice(0, this.#count).sort();
    const starts = new Uint32Array(keys.length + 1);
    const ends = new Uint32Array(keys.length);
    for (const [at, key] of keys.entries()) {
      const number = this.#numberOf(key);
      const from = starts[at] ?? 0;
      ends[number] = from;
      starts[at + 1] = from + Math.min(this.#sizes[number] ?? 0, asBits);
    }
    const bytes = new Uint8Array(starts.at(-1) ?? 0);
    const rows = new Int32Array(keys.length).fill(-1);
    const firsts = ends.slice();
    for (let at = 0; at < this.#addedCount; at++) {
      const [number, row] = [this.#added[at] ?? 0, this.#rows[at] ?? 0];
      const end = ends[number] ?? 0;
      if ((this.#sizes[number] ?? 0) >= asBits) {
        const place = (firsts[number] ?? 0) + (row >> 3);
        bytes[place] = (bytes[place] ?? 0) | (1 << (row & 7));
        continue;
      }
      const step = row - (rows[number] ?? 0);
      rows[number] = row;
      if (step >= 128) {
        bytes[end] = 128 | (step >> 8);
        bytes[end + 1] = step & 255;
      } else bytes[end] = step;
      ends[number] = end + (step < 128 ? 1 : 2);
    }
    return { keys, starts, bytes };
  }

  #numberOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    for (;;) {
      const there = this.#slots[slot];
      if (there === key) return this.#numbers[slot] ?? 0;
      if (there === 0) break;
      slot = (slot + 1) & mask;
    }
    if (this.#count === this.#keys.length) this.#grow();
    if (this.#count * 2 >= this.#slots.length) {
      this.#rehash();
      return this.#numberOf(key);
    }
    this.#slots[slot] = key;
    this.#numbers[slot] = this.#count;
    this.#keys[this.#count] = key;
    return this.#count++;
  }

  #grow(): void {
    const size = this.#keys.length * 2;
    const keys = new Uint32Array(size);
    const lastRows = new Int32Array(size);
    const sizes = new Uint32Array(size);
    keys.set(this.#keys);
    lastRows.set(this.#lastRows);
    sizes.set(this.#sizes);
    [this.#keys, this.#lastRows, this.#sizes] = [keys, lastRows, sizes];
  }

  #rehash(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Uint32Array(size);
    this.#numbers = new Uint32Array(size);
    for (let number = 0; number < this.#count; number++) {
      const key = this.#keys[number] ?? 0;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = key;
      this.#numbers[slot] = number;
    }
  }
}

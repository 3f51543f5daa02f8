/**
 * Positions sorted by whole numbers ≥ 0, equal ones in the order in which they stand. Costs n, whatever the range; where
 * they stand in order already, as the times of a history do that was brought as it was written, one look.
 */
export function orderByNumbers(keys: Float64Array): Uint32Array {
  let order = new Uint32Array(keys.length);
  for (let position = 0; position < keys.length; position++) order[position] = position;
  let most = 0;
  let isSorted = true;
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position] ?? 0;
    if (key < most) isSorted = false;
    else most = key;
  }
  if (isSorted) return order;
  let spare = new Uint32Array(keys.length);
  const counts = new Uint32Array(BUCKETS + 1);
  const digits = new Uint16Array(keys.length);
  for (let divisor = 1; divisor <= most; divisor *= BUCKETS) {
    counts.fill(0);
    for (let position = 0; position < keys.length; position++) {
      const digit = Math.floor((keys[position] ?? 0) / divisor) % BUCKETS;
      digits[position] = digit;
      counts[digit + 1] = (counts[digit + 1] ?? 0) + 1;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      counts[bucket + 1] = (counts[bucket + 1] ?? 0) + (counts[bucket] ?? 0);
    for (let at = 0; at < order.length; at++) {
      const position = order[at] ?? 0;
      const digit = digits[position] ?? 0;
      const place = counts[digit] ?? 0;
      spare[place] = position;
      counts[digit] = place + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
}

const BUCKETS = 65_536;

/** Positions sorted by text, by code unit; equal ones in the order in which they stand. Sorted texts cost one look. */
export function orderByTexts(keys: readonly string[]): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let position = 0; position < keys.length; position++) order[position] = position;
  if (isSorted(keys)) return order;
  return order.sort((a, b) => {
    const [first, second] = [keys[a] ?? "", keys[b] ?? ""];
    return first < second ? -1 : first > second ? 1 : a - b;
  });
}

function isSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at++) if ((keys[at - 1] ?? "") > (keys[at] ?? "")) return false;
  return true;
}

/**
 * Positions sorted as a dictionary has the words, of which there are `count` in pieces; equal ones in the order in which
 * they stand. A word is looked up once for each row, and compared once for all.
 */
export function orderByDictionary(pieces: Iterable<readonly string[]>, count: number): Uint32Array {
  const known = new Map<string, number>();
  const keys = new Float64Array(count);
  let position = 0;
  for (const words of pieces)
    for (const word of words) {
      let code = known.get(word);
      if (code === undefined) {
        code = known.size;
        known.set(word, code);
      }
      keys[position++] = code;
    }
  const ranks = new Float64Array(known.size);
  for (const [rank, code] of orderByTexts(dictionaryKeys([...known.keys()])).entries()) ranks[code] = rank;
  for (let at = 0; at < count; at++) keys[at] = ranks[keys[at] ?? 0] ?? 0;
  return orderByNumbers(keys);
}

/**
 * Two words as a Chinese dictionary has them: character by character, numbers by their value and before all else.
 * Below 0 where the first comes first.
 */
export function compareByDictionary(a: string, b: string): number {
  if (a === b) return 0;
  const [first, second] = dictionaryKeys([a, b]);
  return (first ?? "") < (second ?? "") ? -1 : (first ?? "") > (second ?? "") ? 1 : 0;
}

const chinese = new Intl.Collator("zh-Hans-CN");

/**
 * Words as texts that compare by code unit the way a Chinese dictionary has them: each different character is
 * collated once, and a million titles then sort as plain texts.
 */
function dictionaryKeys(words: readonly string[]): string[] {
  const characters = new Set<string>();
  for (const word of words) for (const character of word) characters.add(character);
  const ranks = new Map(
    [...characters]
      .sort((a, b) => chinese.compare(a, b) || (a < b ? -1 : 1))
      .map((character, at) => [character, String.fromCodePoint(FIRST_RANK + at)]),
  );
  return words.map((word) => {
    let key = "";
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (code >= 48 && code <= 57) {
        const number = /^\d+/.exec(word.slice(at, at + MOST_DIGITS))?.[0] ?? "";
        const plain = number.replace(/^0+(?=\d)/, "");
        key += String.fromCharCode(1 + plain.length) + plain;
        at += number.length - 1;
        continue;
      }
      const character = word.codePointAt(at) ?? 0;
      key += ranks.get(String.fromCodePoint(character)) ?? "";
      if (character > 0xffff) at++;
    }
    return key;
  });
}

/** Above what a number begins with, below the surrogates for as many characters as a history has. */
const FIRST_RANK = 0x100;
const MOST_DIGITS = 64;

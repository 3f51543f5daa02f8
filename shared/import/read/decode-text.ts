import type { Encoding } from "../types.ts";
import { decodePatiently, isStrictly, piecesOf } from "./utf8.ts";

export interface Decoded {
  /** Its first letters, some thousands at least. */
  readonly start: string;
  /** All of it, a megabyte at a time; may be asked for again. */
  readonly pieces: () => Iterable<string>;
  readonly whole: () => string;
  readonly encoding: Encoding;
  /** False where the bytes read as another encoding too: the user is shown a preview and a switch. */
  readonly sure: boolean;
}

/** Han, kana, Hangul, CJK punctuation and full-width forms: letters that a Chinese office writes. */
const EAST_ASIAN =
  /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uffee]|[\ud840-\ud88f][\udc00-\udfff]/;

/**
 * The text of a CSV, or null when the bytes are no text. The rule (stack.md, 0 of 350,000 random GBK strings
 * misread): byte order mark; strict UTF-8 *with* East Asian letters; ASCII; else GB18030. UTF-8 of another
 * script also reads as GB18030 and loses to it: `sure` is then false, and `as` is the switch.
 */
export function decodeText(bytes: Uint8Array, as?: Encoding): Decoded | null {
  if (as !== undefined) return decoded(bytes, as, true);
  const marked = markOf(bytes);
  if (marked !== null) {
    // UTF-32 begins like UTF-16, and no text holds a letter zero.
    if (marked !== "utf-8" && bytes[2] === 0 && bytes[3] === 0) return null;
    return decoded(bytes, marked, isStrictly(bytes, marked));
  }
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return decoded(bytes, wide, false);
  if (isBinary(bytes)) return null;
  if (isAscii(bytes)) return decoded(bytes, "ascii", true);
  const isUtf8 = isStrictly(bytes, "utf-8");
  if (isUtf8 && isEastAsian(bytes)) return decoded(bytes, "utf-8", true);
  const isGb = isStrictly(bytes, "gb18030");
  if (!isUtf8 && !isGb) return leastDamaged(bytes);
  return decoded(bytes, "gb18030", isGb && !isUtf8);
}

function decoded(bytes: Uint8Array, encoding: Encoding, sure: boolean): Decoded {
  const label = labelOf(encoding);
  return {
    start: decodePatiently(bytes.subarray(0, START), label),
    pieces: () => piecesOf(bytes, label),
    whole: () => decodePatiently(bytes, label),
    encoding,
    sure,
  };
}

function isEastAsian(bytes: Uint8Array): boolean {
  for (const piece of piecesOf(bytes, "utf-8")) if (EAST_ASIAN.test(piece)) return true;
  return false;
}

/** Cut off or spoilt in places: the encoding in which less is unreadable. */
function leastDamaged(bytes: Uint8Array): Decoded {
  const isUtf8 = isEastAsian(bytes) && unreadable(bytes, "utf-8") <= unreadable(bytes, "gb18030");
  return decoded(bytes, isUtf8 ? "utf-8" : "gb18030", false);
}

function unreadable(bytes: Uint8Array, encoding: Encoding): number {
  let count = 0;
  for (const piece of piecesOf(bytes, encoding)) count += piece.match(/\uFFFD/g)?.length ?? 0;
  return count;
}

function labelOf(encoding: Encoding): string {
  return encoding === "ascii" ? "utf-8" : encoding;
}

function markOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Bytes of the start; the last letter of it may be cut. */
const START = 65_536;
const SAMPLE = 65_536;

/** UTF-16 without a mark: separators, digits and line ends have a zero on one side and never on the other. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE);
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 20 && even * 20 < odd) return "utf-16le";
  if (even > length / 20 && odd * 20 < even) return "utf-16be";
  return null;
}

/** Text holds tabs and line ends, and hardly another control character; 0x1A is the end mark of old programs. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls++;
  }
  return controls > 2 && controls > length / 200;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}

import { strictUtf8 } from "./utf8.ts";

/** In bytes and in letters: an honest row, tag or text is shorter by far. */
const MAX_REST = 4_000_000;
const TAG_END = 0x3e;
/** Texts of this size are cleared away cheaply; an engine keeps longer ones apart and looks through all to free them. */
const AT_ONCE = 32_768;

/**
 * Turns the bytes of an XML part into text as they come, cut behind a tag, and hands it to `take`. Answers false,
 * like `take`, to what only the slow reader looks into: text that is not UTF-8, a document type, CDATA, comments,
 * and megabytes without a tag.
 */
export function xmlPieces(take: (text: string) => boolean): (piece: Uint8Array) => boolean {
  const decode = strictUtf8();
  let rest = new Uint8Array();
  let isFirst = true;
  const takePiece = (piece: Uint8Array): boolean => {
    const cut = piece.lastIndexOf(TAG_END) + 1;
    if (cut === 0) {
      rest = joined(rest, piece);
      return rest.length < MAX_REST;
    }
    const whole = rest.length === 0 ? piece.subarray(0, cut) : joined(rest, piece.subarray(0, cut));
    rest = piece.slice(cut);
    const text = decode(whole);
    if (text === null || text.includes("<!")) return false;
    if (!isFirst) return take(text);
    isFirst = false;
    return /^\uFEFF?\s*</.test(text) && take(text);
  };
  return (piece) => {
    for (let at = 0; at < piece.length; at += AT_ONCE) {
      if (!takePiece(piece.subarray(at, at + AT_ONCE))) return false;
    }
    return true;
  };
}

/**
 * Keeps what `take` left of the text before it and puts it before the next; `take` answers how far it came, or -1
 * where it did not understand.
 */
export function withRest(take: (text: string) => number): (text: string) => boolean {
  let rest = "";
  return (text) => {
    const whole = rest + text;
    const at = take(whole);
    if (at === -1) return false;
    rest = whole.slice(at);
    return rest.length < MAX_REST;
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

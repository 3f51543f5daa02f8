import { deflateSync, inflateSync } from "fflate";

const AT_ONCE = 8192;

export interface PackedText {
  readonly bytes: Uint8Array;
  /** Two bytes a letter; one where no letter needs more. */
  readonly isWide: boolean;
}

/** A text in a tenth of its room. Not in UTF-8: what a cell says may be half a letter, which that cannot write. */
export function deflated(text: string): PackedText {
  const letters = new Uint16Array(text.length);
  let all = 0;
  for (let at = 0; at < text.length; at++) all |= letters[at] = text.charCodeAt(at);
  const isWide = all > 0xff;
  const bytes = isWide ? new Uint8Array(letters.buffer) : Uint8Array.from(letters);
  return { bytes: deflateSync(bytes, { level: 1 }), isWide };
}

export function inflated({ bytes, isWide }: PackedText): string {
  const letters = inflateSync(bytes);
  const codes = isWide ? new Uint16Array(letters.slice().buffer) : letters;
  const pieces: string[] = [];
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    pieces.push(String.fromCharCode(...codes.subarray(at, at + AT_ONCE)));
  }
  return pieces.join("");
}

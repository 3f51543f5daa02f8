import { INITIAL_LETTERS } from "./initial-letters.ts";

const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * The pinyin initials of a text, `门诊收费` → `mzsf`; Latin letters and digits stay, lower-cased, the rest is
 * left out. One common reading a character, so that a million titles take a second instead of minutes.
 */
export function initialsOf(text: string): string {
  let initials = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST && code <= LAST) {
      const letter = INITIAL_LETTERS[code - FIRST] ?? NONE;
      if (letter !== NONE) initials += letter;
    } else if ((code >= 48 && code <= 57) || (code >= 97 && code <= 122)) {
      initials += text[at] ?? "";
    } else if (code >= 65 && code <= 90) {
      initials += String.fromCharCode(code + 32);
    }
  }
  return initials;
}

const NONE = "-";

const REFERENCE = /&(?:quot|apos|gt|lt|amp|#x?([\da-fA-F]+));/gi;
const ESCAPE = /_x([\da-fA-F]{4})_/gi;
const NAMED: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&apos;": "'",
  "&gt;": ">",
  "&lt;": "<",
  "&amp;": "&",
};

/**
 * The letters that a text of a workbook stands for: references, then Excel's own `_x000D_`, one kind of line end.
 * In the same order and with the same forms as the library, which also takes no entity but the five.
 */
export function plainText(raw: string): string {
  let text = raw;
  if (text.includes("&")) text = text.replace(REFERENCE, letterOf);
  if (text.includes("_x") || text.includes("_X")) {
    text = text.replace(ESCAPE, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

function letterOf(reference: string, digits: string | undefined): string {
  const named = NAMED[reference];
  if (named !== undefined) return named;
  const code = parseInt(digits ?? "0", /x/i.test(reference) ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

const PLAIN = /^\s*<(?:\w+:)?t\b([^<>]*)>([^<]*)/;
const RUN = /<(?:\w+:)?r\b[^<>]*>/;
const PHONETIC = /<(?:\w+:)?rPh\b[^<>]*>[\s\S]*?<\/(?:\w+:)?rPh>/g;
const RUN_TEXT = /<(?:\w+:)?t\b[^<>]*>([^<]*)<\/(?:\w+:)?t>/g;

/**
 * What stands between `<si>` or `<is>` and its end, as text: one plain text, or the runs of a rich one; how it is
 * pronounced is left out. Null for what is neither.
 */
export function richText(inner: string): string | null {
  if (inner.trim() === "") return "";
  const plain = PLAIN.exec(inner);
  if (plain !== null) {
    const [all, attributes = "", text = ""] = plain;
    if (attributes.endsWith("/")) return inner.trim() === all.trim() && text.trim() === "" ? "" : null;
    return plainText(text);
  }
  if (!RUN.test(inner)) return null;
  const spoken = inner.replace(PHONETIC, "");
  if (spoken.includes("rPh")) return null;
  return plainText(Array.from(spoken.matchAll(RUN_TEXT), ([, text = ""]) => text).join(""));
}

import type { Decoded } from "./decode-text.ts";

/** What a file is by its first bytes; its name is only a hint. */
export type Substance = "empty" | "zip" | "ole" | "biff" | "text" | "other";

const SIGNATURES: readonly (readonly [readonly number[], Substance])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0x50, 0x4b, 0x05, 0x06], "zip"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "ole"],
  // Excel 2, 3, 4 and 5 without a container: record 09, version, length.
  [[0x09, 0x00, 0x04, 0x00], "biff"],
  [[0x09, 0x02, 0x06, 0x00], "biff"],
  [[0x09, 0x04, 0x06, 0x00], "biff"],
  [[0x09, 0x08, 0x08, 0x00], "biff"],
  [[0x09, 0x08, 0x10, 0x00], "biff"],
  [[0x25, 0x50, 0x44, 0x46], "other"], // PDF
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "other"], // RTF
  [[0x89, 0x50, 0x4e, 0x47], "other"], // PNG
  [[0xff, 0xd8, 0xff], "other"], // JPEG
  [[0x47, 0x49, 0x46, 0x38], "other"], // GIF
  [[0x1f, 0x8b], "other"], // gzip
  [[0x37, 0x7a, 0xbc, 0xaf], "other"], // 7z
  [[0x52, 0x61, 0x72, 0x21], "other"], // RAR
];

export function sniff(bytes: Uint8Array): Substance {
  if (bytes.length === 0) return "empty";
  const found = SIGNATURES.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  return found?.[1] ?? "text";
}

/**
 * Text that is no table: web pages (many old systems save them as `.xls`), XML, JSON. Their lines would
 * otherwise become one column of rubbish that looks like rows.
 */
export function markupName(decoded: Decoded): string | null {
  const start = decoded.start
    .slice(0, 4096)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(?:!doctype\s+html|html|head|meta|table|body|div|style|script)\b/i.test(start)) return "a web page";
  if (/^<\?xml\b/i.test(start) || /^<!doctype/i.test(start)) return "an XML file";
  if (/^[{[]/.test(start) && isJson(decoded.whole().replace(/^\uFEFF/, ""))) return "JSON";
  if (/^<[a-z][\w:-]*[\s>][\s\S]*<\/[a-z]/i.test(start)) return "a file of markup";
  return null;
}

/** The whole, or each line by itself as logs write it. */
function isJson(text: string): boolean {
  const first = /^\s*([{[].*[}\]])\s*$/m.exec(text.slice(0, 100_000))?.[1];
  return parses(text) || (first !== undefined && text.trimStart().startsWith(first) && parses(first));
}

function parses(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";
import { decodeStrictly, encodeUtf8 } from "./utf8.ts";

const MAX_CDATA = 1000;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/**
 * Looks into the XML of an unpacked workbook for what no honest spreadsheet holds: a document type (the door
 * to entity bombs), text in another encoding that would hide one, and a flood of CDATA. The few CDATA sections
 * that some generators write become plain text: the library drops them without a word (security §3).
 */
export function checkParts(parts: Map<string, Uint8Array>): Result<Map<string, Uint8Array>, ReadFailure> {
  const checked = new Map<string, Uint8Array>();
  let sections = 0;
  for (const [name, part] of parts) {
    if (!/\.(xml|rels|vml)$/i.test(name)) {
      checked.set(name, part);
      continue;
    }
    if (part[0] === 0xff || part[0] === 0xfe || part[0] === 0 || part[1] === 0) {
      return fail({ kind: "suspicious", detail: `${name} is not written in UTF-8` });
    }
    const found = declarations(part);
    if (found.docType) return fail({ kind: "suspicious", detail: `${name} declares a document type` });
    sections += found.sections;
    if (sections > MAX_CDATA) return fail({ kind: "suspicious", detail: `${name} is flooded with CDATA` });
    checked.set(name, found.sections === 0 ? part : withoutCdata(part));
  }
  return ok(checked);
}

/** `<!D…` and `<![…` by their bytes: quicker than making text of 200 MB. */
function declarations(part: Uint8Array): { docType: boolean; sections: number } {
  let docType = false;
  let sections = 0;
  for (let at = part.indexOf(0x21); at !== -1; at = part.indexOf(0x21, at + 1)) {
    if (part[at - 1] !== 0x3c) continue;
    const next = part[at + 1];
    if (next === 0x44 || next === 0x64 || next === 0x45) docType = true;
    if (next === 0x5b) sections++;
  }
  return { docType, sections };
}

function withoutCdata(part: Uint8Array): Uint8Array {
  const text = decodeStrictly(part, "utf-8");
  if (text === null) return part;
  return encodeUtf8(text.replace(CDATA, (_all, inner: string) => escaped(inner)));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";
import { decodeStrictly, encodeUtf8 } from "./utf8.ts";

const MAX_REPEATED_CELLS = 2_000_000;
const MAX_BLANK_ROWS = 5000;
const ROW = /<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g;
const MANY_ROWS = /(table:number-rows-repeated=")(\d+)(")/;
const CELL = /<table:(?:covered-)?table-cell\b([^>]*)/g;
const MANY_CELLS = /table:number-columns-repeated="(\d+)"/;

/**
 * OpenDocument writes "this row, a million times" in a few letters, and the library unfolds it. Blank rows are
 * cut to 5,000 (the end of a sheet is blank in every file); rows with something in them that would unfold to more
 * than two million cells make the file too large.
 */
export function checkOds(parts: Map<string, Uint8Array>): Result<Map<string, Uint8Array>, ReadFailure> {
  const manifest = decodeStrictly(parts.get("META-INF/manifest.xml") ?? new Uint8Array(), "utf-8") ?? "";
  if (manifest.includes("encryption-data")) {
    return fail({ kind: "passwordProtected", detail: "the OpenDocument file is encrypted" });
  }
  const content = decodeStrictly(parts.get("content.xml") ?? new Uint8Array(), "utf-8");
  if (content === null) return fail({ kind: "damaged", detail: "content.xml is not UTF-8" });
  let cells = 0;
  const tamed = content.replace(ROW, (row: string, attributes: string, inner: string | undefined) => {
    const times = Number(MANY_ROWS.exec(attributes)?.[2] ?? 1);
    const filled = inner !== undefined && /<text:p|office:value/.test(inner);
    if (!filled)
      return times > MAX_BLANK_ROWS
        ? row.replace(
            MANY_ROWS,
            (_all, before: string, _n, after: string) => `${before}${MAX_BLANK_ROWS}${after}`,
          )
        : row;
    cells += times * cellsIn(inner);
    return row;
  });
  if (cells > MAX_REPEATED_CELLS) return fail({ kind: "tooLarge", detail: `${cells} cells` });
  const checked = new Map(parts);
  checked.set("content.xml", encodeUtf8(tamed));
  return ok(checked);
}

/** Repeats of a blank cell at the end of a row are not counted: the library does not store them. */
function cellsIn(row: string): number {
  let cells = 0;
  let blank = 0;
  for (const [, attributes = ""] of row.matchAll(CELL)) {
    const times = Number(MANY_CELLS.exec(attributes)?.[1] ?? 1);
    if (attributes.endsWith("/") && !attributes.includes("office:value")) blank += times;
    else {
      cells += times + blank;
      blank = 0;
    }
  }
  return cells;
}

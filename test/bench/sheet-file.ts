import { strToU8, zipSync } from "fflate";
import { must } from "../../shared/lib/must.ts";
import { workbookParts } from "../support/spreadsheet-zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A sheet as Excel writes it: every text once, in a part of its own. `cell` gives what stands in a place. */
export function sharedStringsFile(
  rows: number,
  columns: number,
  cell: (row: number, column: number) => string | number,
): Uint8Array {
  const places = new Map<string, number>();
  const lines: string[] = [];
  for (let row = 1; row <= rows; row++) {
    let line = `<row r="${row}" spans="1:${columns}" x14ac:dyDescent="0.2">`;
    for (let column = 0; column < columns; column++) {
      const value = cell(row, column);
      const place = `r="${String.fromCharCode(65 + column)}${row}"`;
      if (typeof value === "number") {
        line += `<c ${place} s="${column % 5}"><v>${value}</v></c>`;
        continue;
      }
      const known = places.get(value) ?? places.size;
      places.set(value, known);
      line += `<c ${place} s="2" t="s"><v>${known}</v></c>`;
    }
    lines.push(`${line}</row>`);
  }
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
  const strings = [...places.keys()]
    .map((text) => `<si><t>${text}</t><phoneticPr fontId="1"/></si>`)
    .join("");
  const formats = [0, 22, 49].map((id) => `<xf numFmtId="${id}"/>`).join("");
  const parts = workbookParts(sheet, {
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="3">${formats}</cellXfs></styleSheet>`,
  });
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const types = must(parts["[Content_Types].xml"], "a workbook has it").replace(
    "</Types>",
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  );
  const bytes = Object.entries({ ...parts, "[Content_Types].xml": types }).map(([name, text]) => [
    name,
    strToU8(text),
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 6 });
}

import type { CellObject, DenseWorkSheet } from "xlsx";
import { serialFormat, type SerialFormat } from "../serial.ts";
import { sheetParts } from "./hidden-rows.ts";
import { parseBook } from "./read-workbook.ts";
import { rezipped } from "./read-zipped.ts";
import { decodePatiently, encodeUtf8 } from "./utf8.ts";

/** All of a workbook but its cells, as the library reads it. */
export interface Frame {
  readonly sheets: readonly FrameSheet[];
  /** What the number format of each style shows. */
  readonly styles: readonly SerialFormat[];
  readonly date1904: boolean;
  /** The library takes the part with the shared strings for what it is. */
  readonly hasStrings: boolean;
}

interface FrameSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  /** The part is also the one that the workbook's own links lead to; others may not tell hidden rows. */
  readonly isLinked: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MARK = "part ";
const STRINGS_MARK = "shared strings";
const MAX_STYLES = 100_000;

/**
 * Lets the library read a workbook in which every part with cells has been replaced by a small one that it can be
 * asked by: which sheet is in which part, what is a date in which style, which part has the strings. So names,
 * order, links, dialects and number formats stay the library's business; only cells and strings are read by us.
 * `parts` are the others, checked. Null when the library does not read it all.
 */
export function readFrame(
  parts: ReadonlyMap<string, Uint8Array>,
  sheetNames: readonly string[],
  stringsName: string | undefined,
): Frame | null {
  const linked = sheetParts(parts);
  const first = [...linked.values()].find((part) => sheetNames.includes(part));
  const styles = countStyles(parts);
  if (first === undefined || styles > MAX_STYLES) return null;
  const all = new Map(parts);
  for (const [index, name] of sheetNames.entries()) {
    all.set(name, encodeUtf8(stub(index, stringsName !== undefined, name === first ? styles : 0)));
  }
  if (stringsName !== undefined) {
    all.set(stringsName, encodeUtf8(`<sst xmlns="${MAIN}"><si><t>${STRINGS_MARK}</t></si></sst>`));
  }
  const read = parseBook(rezipped(all), true);
  if (!read.ok) return null;
  const book = read.value;
  const sheets: FrameSheet[] = [];
  let formats: SerialFormat[] | undefined;
  let hasStrings = stringsName !== undefined;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet === undefined || (sheet["!type"] ?? "sheet") !== "sheet") continue;
    const [marks = [], probes = []] = (sheet["!data"] as CellObject[][] | undefined) ?? [];
    const mark = String(marks[0]?.v);
    const part = mark.startsWith(MARK) ? sheetNames[Number(mark.slice(MARK.length))] : undefined;
    if (part === undefined || sheets.some((other) => other.part === part)) return null;
    if (part === first) formats = probes.map(({ z }) => serialFormat(typeof z === "string" ? z : ""));
    hasStrings &&= marks[1]?.v === STRINGS_MARK;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ name, hidden, part, isLinked: linked.get(name) === part });
  }
  if (formats?.length !== styles) return null;
  return { sheets, styles: formats, date1904: book.Workbook?.WBProps?.date1904 === true, hasStrings };
}

/** A sheet with its mark, the first shared string, and a number in each style. */
function stub(index: number, hasStrings: boolean, styles: number): string {
  const mark = `<c r="A1" t="inlineStr"><is><t>${MARK}${index}</t></is></c>`;
  const string = hasStrings ? '<c r="B1" t="s"><v>0</v></c>' : "";
  const probes = Array.from({ length: styles }, (_, style) => `<c s="${style}"><v>0</v></c>`);
  const rows = `<row r="1">${mark}${string}</row><row r="2">${probes.join("")}</row>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** At least as many as cells can name; a sheet that names more is left to the library. */
function countStyles(parts: ReadonlyMap<string, Uint8Array>): number {
  const part = parts.get("xl/styles.xml");
  return part === undefined ? 0 : (decodePatiently(part, "utf-8").match(/<(?:\w+:)?xf\b/g)?.length ?? 0);
}

import type { Sheet, Workbook } from "../types.ts";
import type { CellContext } from "./cell-value.ts";
import { checkParts } from "./check-parts.ts";
import { fillMerged } from "./fill-merged.ts";
import { emptyGrid, MAX_SLOTS, packedGrid } from "./grid.ts";
import { readFrame, type Frame } from "./library-frame.ts";
import { holdsValues, partsWithValues } from "./parts-with-values.ts";
import { formatOf, warningsOf } from "./read-zipped.ts";
import { sheetScan, type SheetScan } from "./scan-sheet.ts";
import { stringScan } from "./scan-strings.ts";
import { TextList } from "./text-list.ts";
import { listZip, unpackEntry, unpackInPieces } from "./unpack-zip.ts";
import { xmlPieces } from "./xml-pieces.ts";
import type { ZipEntry } from "./zip-directory.ts";

/**
 * The quick way to read an `.xlsx`: its sheets and shared strings are inflated and scanned in pieces, never whole in
 * memory; everything else of it is the library's, as before. Null for whatever is not plainly an honest workbook:
 * the same file then goes the slow way from its beginning, so that a verdict, and what is odd, is always the
 * library's and a file is never read half by one and half by the other.
 */
export function readXlsx(bytes: Uint8Array, maxRows: number): Workbook | null {
  const listed = listZip(bytes, isSheet);
  if (!listed.ok) return null;
  const { sheets, strings, others } = sorted(listed.value);
  const parts = new Map<string, Uint8Array>();
  for (const entry of others) {
    const part = unpackEntry(bytes, entry);
    if (!part.ok) return null;
    parts.set(entry.name, part.value);
  }
  const format = formatOf(parts);
  if (format !== "xlsx" && format !== "xlsm") return null;
  const checked = checkParts(partsWithValues(parts));
  if (!checked.ok) return null;
  const sheetNames = sheets.map(({ name }) => name);
  const frame = readFrame(checked.value, sheetNames, strings?.name);
  if (frame === null) return null;
  const texts = new TextList();
  if (strings !== undefined && !isTaken(bytes, strings, frame.hasStrings ? stringScan(texts) : null))
    return null;
  const read = readSheets(bytes, sheets, frame, texts, maxRows);
  if (read === null) return null;
  const warnings = warningsOf(listed.value.map(({ name }) => name));
  return { format, encoding: null, encodingSure: true, delimiter: null, sheets: read, warnings };
}

/** Parts that grow with the number of rows, and the others, by the names that every writer gives them. */
function sorted(entries: readonly ZipEntry[]): {
  readonly sheets: readonly ZipEntry[];
  readonly strings: ZipEntry | undefined;
  readonly others: readonly ZipEntry[];
} {
  const strings = entries.find(({ name }) => name === "xl/sharedStrings.xml");
  const others = entries.filter((entry) => !isSheet(entry.name) && entry !== strings);
  return { sheets: entries.filter(({ name }) => isSheet(name)), strings, others };
}

function isSheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(name) && holdsValues(name);
}

function readSheets(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  frame: Frame,
  strings: TextList,
  maxRows: number,
): Sheet[] | null {
  const { styles, date1904 } = frame;
  const context: CellContext = { strings, styles, date1904, maxRows };
  const scans = new Map<string, SheetScan>();
  let slots = 0;
  for (const entry of entries) {
    const isUsed = frame.sheets.some(({ part }) => part === entry.name);
    const scan: SheetScan = { grid: emptyGrid(slots), merges: [], hiddenRows: [], isWhole: false };
    if (!isTaken(bytes, entry, isUsed ? sheetScan(scan, context) : null)) return null;
    if (isUsed && !scan.isWhole) return null;
    slots = scan.grid.slots;
    scans.set(entry.name, scan);
  }
  if (slots > MAX_SLOTS) return null;
  const sheets: Sheet[] = [];
  for (const { name, hidden, part, isLinked } of frame.sheets) {
    const scan = scans.get(part);
    if (scan === undefined) return null;
    const rows = packedGrid(scan.grid);
    if (rows === null) return null;
    const grown = fillMerged(rows, scan.merges);
    sheets.push({ name, hidden, ...grown, hiddenRows: isLinked ? scan.hiddenRows : [], date1904 });
  }
  return sheets;
}

/** Unpacks a part into `take`, or only to see that it is what it says, and no harm in it. */
function isTaken(bytes: Uint8Array, entry: ZipEntry, take: ((piece: Uint8Array) => boolean) | null): boolean {
  const taken = unpackInPieces(bytes, entry, take ?? xmlPieces(() => true));
  return taken.ok && taken.value;
}

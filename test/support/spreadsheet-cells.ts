import fc from "fast-check";
import { workbookParts, zipOf } from "./spreadsheet-zip.ts";

/** A cell as some program writes it, in the words of the schema. */
type WrittenCell =
  | { readonly kind: "number" | "formulaNumber"; readonly raw: string; readonly style: number }
  | { readonly kind: "shared" | "inline" | "formulaText"; readonly text: string }
  | { readonly kind: "rich" | "richInline"; readonly runs: readonly string[]; readonly spoken: string }
  | { readonly kind: "flag" | "error"; readonly raw: string }
  | { readonly kind: "blank"; readonly style: number };

interface WrittenSheet {
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly merged: readonly string[];
  readonly hidden: readonly number[];
  /** Programs differ in all of these. */
  readonly prefix: string;
  readonly cellPlaces: boolean;
  readonly rowPlaces: boolean;
  readonly backwards: boolean;
  readonly between: string;
  readonly date1904: boolean;
  readonly mark: boolean;
  readonly dimension: string;
}

const FORMATS = ["General", "0.00", "m/d/yy", "h:mm", "@"];
const CUSTOM = ['yyyy"年"m"月"d"日"', "[h]:mm", "0.0%", "[$-804]aaaa", "mm:ss.0", "[Red]#,##0;-#,##0"];
const STYLES = FORMATS.length + CUSTOM.length;

// None that looks like an address in quotes: the library would move cells that have none by it.
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "医",
      "院",
      " ",
      "\n",
      "\r",
      "\t",
      "&",
      "<",
      ">",
      '"',
      "'",
      "_x000D_",
      "😀",
      "\u200b",
      "=",
    ),
  }),
  fc.constantFrom("__proto__", "constructor", "&amp;", "_x0041_", "0012", " 前后 ", "\r\n"),
);
// Its result passes the library's decoder twice: what looks like a reference afterwards is not the same to both.
const plain = fc.string({
  unit: fc.constantFrom("医", "院", "a", "1", " ", "<", ">", '"', "·", "😀"),
  maxLength: 30,
});
const style = fc.nat({ max: STYLES - 1 });
const number = fc
  .oneof(
    fc.integer({ min: -1000, max: 60_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0, max: 60_000, noNaN: true }),
    fc.constantFrom(0, 1, 59, 60, 61, 0.5, 45_000.999_999_99, 2_958_465, 2_958_466, 123_456_789_012_345_680),
  )
  .map(String);
const written: fc.Arbitrary<WrittenCell> = fc.oneof(
  fc.record({ kind: fc.constantFrom("number" as const, "formulaNumber" as const), raw: number, style }),
  fc.record({ kind: fc.constantFrom("shared" as const, "inline" as const), text }),
  fc.record({ kind: fc.constant("formulaText" as const), text: plain }),
  fc.record({
    kind: fc.constantFrom("rich" as const, "richInline" as const),
    runs: fc.array(text, { minLength: 1, maxLength: 3 }),
    spoken: text,
  }),
  fc.record({ kind: fc.constant("flag" as const), raw: fc.constantFrom("0", "1", "true", "false") }),
  fc.record({
    kind: fc.constant("error" as const),
    raw: fc.constantFrom("#N/A", "#DIV/0!", "#SPILL!", "#REF!"),
  }),
  fc.record({ kind: fc.constant("blank" as const), style }),
);

/** Small sheets of every kind of cell, in every dialect. */
export const writtenSheet: fc.Arbitrary<WrittenSheet> = fc
  .record({
    rows: fc.array(fc.array(written, { maxLength: 8 }), { maxLength: 8 }),
    merged: fc.array(fc.constantFrom("A1:B2", "C3:C9", "B2", "A5:H5", "AA1:AB2"), { maxLength: 2 }),
    hidden: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 3 }),
    prefix: fc.constantFrom("", "", "x:"),
    cellPlaces: fc.boolean(),
    rowPlaces: fc.boolean(),
    backwards: fc.boolean(),
    between: fc.constantFrom("", "\n", "\r\n  "),
    date1904: fc.boolean(),
    mark: fc.boolean(),
    dimension: fc.constantFrom("A1", "A1:XFD1048576", "C3:D4"),
  })
  // Rows that do not say their number cannot come in another order.
  .map((sheet) => ({ ...sheet, backwards: sheet.backwards && sheet.cellPlaces && sheet.rowPlaces }));

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The sheet's XML, its shared strings and the workbook around them. */
export function workbookPartsOf(sheet: WrittenSheet): Record<string, string> {
  const { prefix: p, between } = sheet;
  const strings: string[] = [];
  const lines = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) =>
      cellXml(cell, sheet.cellPlaces ? ` r="${letterOf(c)}${r + 1}"` : "", p, strings),
    );
    const place = sheet.rowPlaces ? ` r="${r + 1}"` : "";
    const hidden = sheet.hidden.includes(r) ? ' hidden="1"' : "";
    return `<${p}row${place} spans="1:8"${hidden}>${cells.join(between)}</${p}row>`;
  });
  if (sheet.backwards) lines.reverse();
  const xmlns = p === "" ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`;
  const merged = sheet.merged.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join("");
  const mark = sheet.mark ? "\uFEFF" : "";
  const parts = workbookParts(
    `${mark}<${p}worksheet ${xmlns}><${p}dimension ref="${sheet.dimension}"/><${p}sheetData>${between}${lines.join(between)}${between}</${p}sheetData>` +
      `${merged === "" ? "" : `<${p}mergeCells>${merged}</${p}mergeCells>`}</${p}worksheet>`,
    {
      "xl/sharedStrings.xml": `${mark}<${p}sst ${xmlns}>${strings.join(between)}</${p}sst>`,
      "xl/styles.xml": stylesXml(),
    },
  );
  const links = `<Override PartName="/xl/sharedStrings.xml" ContentType="${KIND}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>`;
  parts["[Content_Types].xml"] = String(parts["[Content_Types].xml"]).replace("</Types>", `${links}</Types>`);
  const flag = sheet.date1904 ? '<workbookPr date1904="1"/>' : "";
  parts["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace("<sheets>", `${flag}<sheets>`);
  return parts;
}

export function workbookOf(sheet: WrittenSheet): Uint8Array {
  return zipOf(workbookPartsOf(sheet));
}

function stylesXml(): string {
  const formats = CUSTOM.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`,
  ).join("");
  const xfs = [0, 2, 14, 20, 49, ...CUSTOM.map((_, at) => 164 + at)]
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join("");
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`;
}

function cellXml(cell: WrittenCell, place: string, p: string, strings: string[]): string {
  const t = (value: string): string => `<${p}t xml:space="preserve">${escaped(value)}</${p}t>`;
  const c = (attributes: string, inner: string): string => `<${p}c${place}${attributes}>${inner}</${p}c>`;
  const v = (value: string): string => `<${p}v>${value}</${p}v>`;
  const rich = (runs: readonly string[], spoken: string): string =>
    `${runs.map((run) => `<${p}r><${p}rPr><${p}b/></${p}rPr>${t(run)}</${p}r>`).join("")}<${p}rPh sb="0" eb="1">${t(spoken)}</${p}rPh><${p}phoneticPr fontId="1"/>`;
  const shared = (inner: string): string => {
    strings.push(`<${p}si>${inner}</${p}si>`);
    return c(' s="4" t="s"', v(String(strings.length - 1)));
  };
  switch (cell.kind) {
    case "number":
      return c(` s="${cell.style}"`, v(cell.raw));
    case "formulaNumber":
      return c(` s="${cell.style}"`, `<${p}f>SUM(A1:B2)&amp;"x"</${p}f>${v(cell.raw)}`);
    case "formulaText":
      return c(' t="str"', `<${p}f t="shared" si="0"/>${v(escaped(cell.text))}`);
    case "shared":
      return shared(cell.text.length % 2 === 0 ? t(cell.text) : `<${p}t>${escaped(cell.text)}</${p}t>`);
    case "inline":
      return c(' t="inlineStr"', `<${p}is>${t(cell.text)}</${p}is>`);
    case "rich":
      return shared(rich(cell.runs, cell.spoken));
    case "richInline":
      return c(' t="inlineStr" cm="1"', `<${p}is>${rich(cell.runs, cell.spoken)}</${p}is>`);
    case "flag":
      return c(' t="b"', v(cell.raw));
    case "error":
      return c(' t="e"', v(cell.raw));
    case "blank":
      return cell.style % 2 === 0
        ? `<${p}c${place} s="${cell.style}"/>`
        : `<${p}c${place} s="${cell.style}" />`;
  }
}

const letterOf = (column: number): string => String.fromCharCode(65 + column);

/** Control letters and half pairs are no XML; every other letter goes as it is. */
function escaped(value: string): string {
  return value
    .replace(/\p{Cs}/gu, "")
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

import { cellOf, type CellContext } from "./cell-value.ts";
import { putCell, type Grid } from "./grid.ts";
import { plainText, richText } from "./xml-text.ts";

/** The elements of a cell as the sheet writes them: with its prefix, if it has one. */
export interface CellTags {
  readonly cell: string;
  readonly cellEnd: string;
  readonly rowEnd: string;
  readonly value: string;
  readonly valueEnd: string;
  /** A text that stands in its cell and is not rich, up to its attributes. */
  readonly plain: string;
  readonly plainEnd: string;
  readonly inlineEnd: string;
  readonly other: RegExp;
}

export function cellTags(prefix: string): CellTags {
  return {
    cell: `<${prefix}c`,
    cellEnd: `</${prefix}c>`,
    rowEnd: `</${prefix}row>`,
    value: `<${prefix}v>`,
    valueEnd: `</${prefix}v>`,
    plain: `<${prefix}is><${prefix}t`,
    plainEnd: `</${prefix}t></${prefix}is>`,
    inlineEnd: `</${prefix}is>`,
    // A tag of a formula, a value or a text, up to its end.
    other: new RegExp(`<${prefix}(f|v|is)((?:\\s[^<>]*?)?)(/?)>`, "y"),
  };
}

/** One row's text and how far it has been read; then what the last cell said of itself. */
interface Scan {
  readonly text: string;
  at: number;
  row: number;
  column: number;
  type: string;
  /** -1 where there is none. */
  style: number;
  isEmpty: boolean;
  /** Where the value stands; `to` is `from` where there is none. */
  from: number;
  to: number;
  inline: string | null;
}

const [SPACE, QUOTE, SLASH, EQUALS, TAG, TAG_END] = [32, 34, 47, 61, 60, 62];
const [ZERO, NINE, A, Z] = [48, 57, 65, 90];
const [R, S, T] = [114, 115, 116];

/**
 * Reads the cells of one row into the grid, from behind the row's tag. `row` counts from zero and is for cells that
 * do not name their own. Answers where the row ends, behind its closing tag, or -1 for anything that is not plainly
 * what the schema says: somebody slower will look at that.
 */
export function scanCells(
  text: string,
  from: number,
  row: number,
  grid: Grid,
  tags: CellTags,
  context: CellContext,
): number {
  const scan: Scan = {
    text,
    at: from,
    row,
    column: -1,
    type: "n",
    style: -1,
    isEmpty: true,
    from,
    to: from,
    inline: null,
  };
  for (;;) {
    skipBlank(scan);
    if (!text.startsWith(tags.cell, scan.at)) {
      return text.startsWith(tags.rowEnd, scan.at) ? scan.at + tags.rowEnd.length : -1;
    }
    scan.at += tags.cell.length;
    scan.row = row;
    if (!readTag(scan) || scan.row >= context.maxRows || !readBody(scan, tags)) return -1;
    const raw = text.slice(scan.from, scan.to);
    const cell = cellOf(scan, raw, context);
    if (cell === undefined || !putCell(grid, scan.row, scan.column, cell)) return -1;
  }
}

function skipBlank(scan: Scan): void {
  for (;;) {
    const code = scan.text.charCodeAt(scan.at);
    if (code !== SPACE && code !== 10 && code !== 13 && code !== 9) return;
    scan.at++;
  }
}

const OTHER_ATTRIBUTE = /(?:cm|vm|ph)="\w*"/y;

function readTag(scan: Scan): boolean {
  const { text } = scan;
  scan.column++;
  scan.type = "n";
  scan.style = -1;
  for (;;) {
    const code = text.charCodeAt(scan.at++);
    scan.isEmpty = code === SLASH;
    if (code === TAG_END) return true;
    if (code === SLASH) return text.charCodeAt(scan.at++) === TAG_END;
    if (code !== SPACE) return false;
    const name = text.charCodeAt(scan.at);
    if (name === SPACE || name === SLASH || name === TAG_END) continue;
    if (text.charCodeAt(scan.at + 1) === EQUALS && text.charCodeAt(scan.at + 2) === QUOTE) {
      scan.at += 3;
      if (name === R ? !readPlace(scan) : name === S ? !readStyle(scan) : name !== T || !readType(scan))
        return false;
    } else {
      OTHER_ATTRIBUTE.lastIndex = scan.at;
      if (!OTHER_ATTRIBUTE.test(text)) return false;
      scan.at = OTHER_ATTRIBUTE.lastIndex;
    }
  }
}

/** `BC123"` */
function readPlace(scan: Scan): boolean {
  const { text } = scan;
  let code = text.charCodeAt(scan.at);
  let column = 0;
  for (; code >= A && code <= Z && column < 1000; code = text.charCodeAt(++scan.at))
    column = column * 26 + code - 64;
  if (code === ZERO) return false;
  const row = readDigits(scan);
  scan.row = row - 1;
  scan.column = column - 1;
  return column > 0 && row > 0;
}

function readStyle(scan: Scan): boolean {
  const isZero = scan.text.charCodeAt(scan.at) === ZERO;
  const start = scan.at;
  scan.style = readDigits(scan);
  return scan.style >= 0 && (!isZero || scan.at === start + 2);
}

/** Up to seven digits and a quote; -1 for anything else. */
function readDigits(scan: Scan): number {
  const { text } = scan;
  const start = scan.at;
  let value = 0;
  let code = text.charCodeAt(scan.at);
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++scan.at)) value = value * 10 + code - ZERO;
  const digits = scan.at++ - start;
  return code === QUOTE && digits > 0 && digits < 8 ? value : -1;
}

function readType(scan: Scan): boolean {
  const end = scan.text.indexOf('"', scan.at);
  if (end === -1 || end > scan.at + 9) return false;
  scan.type = scan.text.slice(scan.at, end);
  scan.at = end + 1;
  return true;
}

function readBody(scan: Scan, tags: CellTags): boolean {
  const { text } = scan;
  scan.from = scan.to = -1;
  scan.inline = null;
  if (scan.isEmpty) return true;
  for (;;) {
    if (text.charCodeAt(scan.at) !== TAG) skipBlank(scan);
    if (text.startsWith(tags.cellEnd, scan.at)) {
      scan.at += tags.cellEnd.length;
      return true;
    }
    if (text.startsWith(tags.value, scan.at)) {
      if (!readValue(scan, scan.at + tags.value.length, tags)) return false;
    } else if (!readPlain(scan, tags) && !readOther(scan, tags)) return false;
  }
}

function readValue(scan: Scan, from: number, tags: CellTags): boolean {
  if (scan.from !== -1) return false;
  scan.from = from;
  scan.to = scan.text.indexOf("<", from);
  if (!scan.text.startsWith(tags.valueEnd, scan.to)) return false;
  scan.at = scan.to + tags.valueEnd.length;
  return true;
}

/** The common case of `readOther`, for nine texts of ten. */
function readPlain(scan: Scan, tags: CellTags): boolean {
  const { text } = scan;
  if (scan.inline !== null || !text.startsWith(tags.plain, scan.at)) return false;
  const open = text.indexOf(">", scan.at + tags.plain.length);
  const next = text.charCodeAt(scan.at + tags.plain.length);
  if ((next !== TAG_END && next !== SPACE) || text.charCodeAt(open - 1) === SLASH) return false;
  const end = text.indexOf("<", open);
  if (!text.startsWith(tags.plainEnd, end)) return false;
  scan.inline = plainText(text.slice(open + 1, end));
  scan.at = end + tags.plainEnd.length;
  return true;
}

/** A formula is passed over: its last result stands beside it. */
function readOther(scan: Scan, tags: CellTags): boolean {
  const { text } = scan;
  tags.other.lastIndex = scan.at;
  const found = tags.other.exec(text);
  if (found === null) return false;
  const [, name, attributes = "", slash] = found;
  const inner = tags.other.lastIndex;
  scan.at = inner;
  if (name === "f" && /dataTable|"array"(?!.* ref="|.*\sref=")/.test(attributes)) return false;
  if (slash === "/") return true;
  if (name === "v") return readValue(scan, inner, tags);
  const endTag = name === "is" ? tags.inlineEnd : tags.inlineEnd.replace("is>", "f>");
  const end = text.indexOf(name === "is" ? endTag : "<", inner);
  if (end === -1 || !text.startsWith(endTag, end)) return false;
  scan.at = end + endTag.length;
  if (name === "f") return true;
  if (scan.inline !== null) return false;
  scan.inline = richText(text.slice(inner, end));
  return scan.inline !== null;
}

import { wallOfSerial, type SerialFormat } from "../serial.ts";
import type { Cell } from "../types.ts";
import { errorOfName } from "./error-cell.ts";
import type { TextList } from "./text-list.ts";
import { plainText } from "./xml-text.ts";

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: TextList;
  /** What the number format of each style shows. */
  readonly styles: readonly SerialFormat[];
  readonly date1904: boolean;
  readonly maxRows: number;
}

/** What a cell's tag says, and its text where it has one of its own. */
interface CellTag {
  readonly type: string;
  /** -1 where there is none. */
  readonly style: number;
  readonly inline: string | null;
}

/** The cell that a value, as written, stands for; undefined for what only the library understands. */
export function cellOf(tag: CellTag, raw: string, context: CellContext): Cell | undefined {
  switch (tag.type) {
    case "n":
      return raw === "" ? null : numberCell(raw, tag.style, context);
    case "s":
      return raw === "" ? null : sharedCell(raw, context.strings);
    case "str":
      return textCell(plainText(raw));
    case "inlineStr":
      return textCell(tag.inline ?? "");
    case "b":
      return raw === "1" || raw === "true";
    case "e":
      return errorOfName(raw);
    default:
      return undefined;
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function numberCell(raw: string, style: number, context: CellContext): Cell | undefined {
  const digits = digitsOf(raw);
  if (digits === -1 && !NUMBER.test(raw)) return undefined;
  const value = digits === -1 ? Number(raw) : digits;
  if (style === -1) return value;
  const shows = context.styles[style];
  if (shows === undefined || !(shows.date || shows.time)) return shows && value;
  return wallOfSerial(value, context.date1904, shows) ?? { kind: "error", text: String(value) };
}

function sharedCell(raw: string, strings: TextList): Cell | undefined {
  const text = strings.at(digitsOf(raw));
  return text === "" ? null : text;
}

/** One to nine digits as a number; -1 for anything else. */
function digitsOf(raw: string): number {
  if (raw.length > 9) return -1;
  let value = 0;
  for (let at = 0; at < raw.length; at++) {
    const digit = raw.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function textCell(text: string): Cell {
  return text === "" ? null : text;
}

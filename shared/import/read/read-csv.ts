// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the file into every room that reads it
/// <reference path="./papaparse.d.ts" />
import papa from "papaparse/papaparse.js";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Cell, ReadFailure } from "../types.ts";
import { withoutPrefix } from "../formula-guard.ts";
import { sniffDelimiter } from "./delimiter.ts";

export interface CsvTable {
  readonly rows: readonly (readonly Cell[])[];
  readonly delimiter: string;
  /** A quote that was opened and never closed was taken for an ordinary letter. */
  readonly strayQuotes: boolean;
}

/** Enough for 500,000 rows of 40 columns. */
const MAX_SLOTS = 20_000_000;
/** After this many stray quotes the file does not quote at all. */
const MAX_STRAY = 20;

/**
 * Every cell is the text that stands in the file, or null where there is none: what it means is decided later,
 * by column. `sep=;` in the first line is Excel's own way to name the delimiter. Never through the spreadsheet
 * library: it turns `0012` into 12 and loses the last digits of long ids.
 */
export function readCsv(text: string, fileName: string, maxRows: number): Result<CsvTable, ReadFailure> {
  const lines = withLineFeeds(text.replace(/^\uFEFF/, ""));
  const named = /^sep=(.)\n/i.exec(lines);
  const body = named === null ? lines : lines.slice(named[0].length);
  const delimiter = named?.[1] ?? sniffDelimiter(body, fileName);
  const reading: Reading = { delimiter, maxRows, rows: [], slots: 0, seen: new Map() };
  let stray = 0;
  let from = 0;
  while (from < body.length) {
    const part = parse(from === 0 ? body : body.slice(from), stray < MAX_STRAY, reading);
    if (part === "full") return fail({ kind: "tooLarge", detail: `more than ${maxRows} rows` });
    if (part === "end") break;
    // An open quote would swallow the rest of the file: its line is read letter by letter.
    stray++;
    const start = from + part.brokenAt;
    const lineEnd = body.indexOf("\n", start);
    const line = lineEnd === -1 ? body.slice(start) : body.slice(start, lineEnd);
    reading.rows.push(line.split(delimiter).map((value) => (value === "" ? null : value)));
    from = start + line.length + 1;
  }
  return ok({ rows: reading.rows, delimiter, strayQuotes: stray > 0 });
}

interface Reading {
  readonly delimiter: string;
  readonly maxRows: number;
  readonly rows: Cell[][];
  slots: number;
  /** Ledgers repeat themselves: one copy of each short text keeps 5 million cells within memory. */
  readonly seen: Map<string, string>;
}

function parse(text: string, quotes: boolean, reading: Reading): "end" | "full" | { brokenAt: number } {
  const { delimiter, rows, seen, maxRows } = reading;
  let outcome: "end" | "full" | { brokenAt: number } = "end";
  let cursor = 0;
  papa.parse(text, {
    delimiter,
    newline: "\n",
    ...(quotes ? {} : { quoteChar: "\u0000" }),
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.code === "MissingQuotes")) {
        outcome = { brokenAt: cursor };
        parser.abort();
        return;
      }
      reading.slots += data.length;
      if (rows.length >= maxRows || reading.slots > MAX_SLOTS) {
        outcome = "full";
        parser.abort();
        return;
      }
      cursor = meta.cursor;
      rows.push(data.map((value) => interned(value, seen)));
    },
  });
  return outcome;
}

/** One kind of line end, inside quotes too: files that mix them would otherwise run rows together. */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function interned(read: string, seen: Map<string, string>): string | null {
  if (read === "") return null;
  const value = withoutPrefix(read);
  if (value.length > 40) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (seen.size < 200_000) seen.set(value, value);
  return value;
}

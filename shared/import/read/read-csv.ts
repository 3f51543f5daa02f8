// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the file into every room that reads it
/// <reference path="./papaparse.d.ts" />
import papa from "papaparse/papaparse.js";
import { fail, ok, type Result } from "../../lib/result.ts";
import { withoutPrefix } from "../formula-guard.ts";
import { RowPacker } from "../rows/row-packer.ts";
import type { Cell, ReadFailure, Rows } from "../types.ts";
import { sniffDelimiter } from "./delimiter.ts";
import { MAX_SLOTS } from "./grid.ts";
import { TextIntake } from "./text-intake.ts";

export interface CsvTable {
  readonly rows: Rows;
  readonly delimiter: string;
  /** A quote that was opened and never closed was taken for an ordinary letter. */
  readonly strayQuotes: boolean;
}

/** After this many stray quotes the file does not quote at all. */
const MAX_STRAY = 20;
/** Letters from which the delimiter is told. */
const SAMPLE = 200_000;
const MARK = "\uFEFF";

/**
 * Every cell is the text that stands in the file, or null where there is none: what it means is decided later,
 * by column. `sep=;` in the first line is Excel's own way to name the delimiter. Never through the spreadsheet
 * library: it turns `0012` into 12 and loses the last digits of long ids. Of the text, a piece or two are in memory.
 */
export function readCsv(
  pieces: Iterable<string>,
  fileName: string,
  maxRows: number,
  sample = SAMPLE,
): Result<CsvTable, ReadFailure> {
  const intake = new TextIntake(pieces);
  intake.fill(sample);
  const named = /^sep=(.)\n/i.exec(intake.text);
  intake.drop(named?.[0].length ?? 0);
  const delimiter = named?.[1] ?? sniffDelimiter(intake.text, fileName);
  const reading: Reading = { delimiter, maxRows, packer: new RowPacker(), rows: 0, slots: 0 };
  let stray = 0;
  while (intake.text !== "") {
    const part = parse(intake, stray < MAX_STRAY, reading);
    if (part.isFull)
      return fail({ kind: "tooLarge", detail: `more than ${maxRows} rows or ${MAX_SLOTS} cells` });
    intake.drop(part.read);
    if (!intake.isWhole) {
      // Twice as much as was not enough: what stands in quotes is not read again for every piece of it.
      intake.fill(intake.text.length * 2 + 1);
    } else if (part.isBroken) {
      // An open quote would swallow the rest of the file: its line is read letter by letter.
      stray++;
      const [line = ""] = intake.text.split("\n", 1);
      takeRow(reading, line.split(delimiter).map(orNull));
      intake.drop(line.length + 1);
    }
  }
  return ok({ rows: reading.packer.end(), delimiter, strayQuotes: stray > 0 });
}

interface Reading {
  readonly delimiter: string;
  readonly maxRows: number;
  readonly packer: RowPacker;
  rows: number;
  slots: number;
}

interface Part {
  /** Letters of the rows that were taken. */
  readonly read: number;
  /** A quote was opened behind them and not closed. */
  readonly isBroken: boolean;
  readonly isFull: boolean;
}

/** Takes the rows that are whole: the last one of a text that goes on may not be. */
function parse(intake: TextIntake, quotes: boolean, reading: Reading): Part {
  const { text, isWhole } = intake;
  const part = { read: 0, isBroken: false, isFull: false };
  let last: string[] | undefined;
  let cursor = 0;
  const takeLast = (): boolean => {
    const isTaken = last === undefined || takeRow(reading, last.map(cellOf));
    part.isFull ||= !isTaken;
    if (last !== undefined) part.read = cursor;
    last = undefined;
    return isTaken;
  };
  // The library drops a byte order mark, also one that stands in the middle of a file.
  papa.parse(text.startsWith(MARK) ? MARK + text : text, {
    delimiter: reading.delimiter,
    newline: "\n",
    ...(quotes ? {} : { quoteChar: "\u0000" }),
    step: ({ data, errors, meta }, parser) => {
      part.isBroken = errors.some((error) => error.code === "MissingQuotes");
      if (!takeLast() || part.isBroken) {
        parser.abort();
        return;
      }
      last = data;
      ({ cursor } = meta);
    },
  });
  if (isWhole && !part.isBroken && !part.isFull) {
    takeLast();
    part.read = text.length;
  }
  return part;
}

/** False when the file has more rows or cells than any sheet. */
function takeRow(reading: Reading, cells: readonly Cell[]): boolean {
  reading.slots += cells.length;
  if (reading.rows >= reading.maxRows || reading.slots > MAX_SLOTS) return false;
  reading.rows++;
  reading.packer.add(cells);
  return true;
}

function orNull(value: string): string | null {
  return value === "" ? null : value;
}

function cellOf(read: string): string | null {
  return orNull(withoutPrefix(read));
}

import { strToU8 } from "fflate";
import { writeCsv } from "../../shared/import/write-csv.ts";
import { must } from "../../shared/lib/must.ts";
import { sharedStringsFile } from "./sheet-file.ts";
import { FIELDS, HEADINGS, historyRow, type HistoryRow } from "./store-page/history.ts";

/** The first `count` lines of the history as an office keeps them: headings, then a line a fault. */
export const ledgerFiles = {
  xlsx: (count: number): Uint8Array => {
    let [at, row]: [number, HistoryRow | undefined] = [-1, undefined];
    return sharedStringsFile(count + 1, FIELDS.length, (line, column) => {
      const field = must(FIELDS[column], "as many columns as fields");
      if (line === 1) return HEADINGS[field];
      if (row === undefined || at !== line) [at, row] = [line, historyRow(line - 2)];
      return row[field];
    });
  },
  csv: (count: number): Uint8Array => {
    const rows = Array.from({ length: count }, (_, n) => {
      const row = historyRow(n);
      return FIELDS.map((field) => row[field]);
    });
    return strToU8(writeCsv({ name: "台账", header: FIELDS.map((field) => HEADINGS[field]), rows }));
  },
} as const;

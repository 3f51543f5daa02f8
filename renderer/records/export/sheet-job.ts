import { csvWriter } from "../../../shared/import/write-csv.ts";
import { xlsxWriter } from "../../../shared/import/read/write-xlsx.ts";
import type { SheetWriter, Table, TableHead } from "../../../shared/import/types.ts";
import { must } from "../../../shared/lib/must.ts";

/** What the window hands the worker of one file, in this order: `begin`, `rows` any number of times, `end`. */
export type SheetAsked =
  | { readonly kind: "begin"; readonly format: SheetFormat; readonly head: TableHead }
  | { readonly kind: "rows"; readonly rows: Table["rows"] }
  | { readonly kind: "end" };

export type SheetFormat = "xlsx" | "csv";

/** One answer to each: the bytes to the last, and what went wrong to any. */
export type SheetAnswered =
  | { readonly kind: "taken" }
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly detail: string };

/** One file in the making. Runs in the worker, and as it is in tests. */
export function sheetJob(): (asked: SheetAsked) => SheetAnswered {
  let writer: SheetWriter | undefined;
  const open = (): SheetWriter => must(writer, "a file is begun before it is written");
  return (asked) => {
    try {
      if (asked.kind === "end") return { kind: "file", bytes: open().end() };
      if (asked.kind === "begin") writer = (asked.format === "csv" ? csvWriter : xlsxWriter)(asked.head);
      else open().add(asked.rows);
      return { kind: "taken" };
    } catch (error) {
      return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
    }
  };
}

import { exportTable } from "../../../shared/import/export-table.ts";
import type { Table } from "../../../shared/import/types.ts";
import { isRecordType, type RecordType, type Stored } from "../../../shared/records/index.ts";
import type { Desk, ListView } from "../../db/desk.ts";
import { dataOf, fieldsOf, titleOf } from "../fields-of.ts";
import { listOf } from "../field-text.ts";
import { ROWS_AT_ONCE } from "./write-sheet.ts";

/** What a list shows, in its order, as rows with all fields of its records, in a form that imports again; read a page at a time. */
export async function* recordPages(
  desk: Desk,
  type: RecordType,
  view: ListView,
  language: "zh" | "en",
): AsyncGenerator<Table["rows"], void> {
  const names = new Map<string, string>();
  const nameOf = (referred: string, id: string): string => names.get(`${referred}:${id}`) ?? id;
  for (let from = 0; from < view.count; from += ROWS_AT_ONCE) {
    const records = await desk.getMany(type, await view.ids(from, from + ROWS_AT_ONCE));
    await learnNames(desk, type, records, names);
    yield exportTable(type, records.map(dataOf), nameOf, language).rows;
  }
}

/** What the records that these point at are called, by `type:id`. */
async function learnNames(
  desk: Desk,
  type: RecordType,
  records: readonly Stored[],
  names: Map<string, string>,
): Promise<void> {
  for (const [field, { refersTo = "" }] of fieldsOf(type)) {
    if (!isRecordType(refersTo)) continue;
    const ids = new Set(
      records.flatMap((record) => {
        const value = dataOf(record)[field];
        const named = typeof value === "string" ? [value] : listOf(value).map(String);
        return named.filter((id) => !names.has(`${refersTo}:${id}`));
      }),
    );
    for (const record of await desk.getMany(refersTo, [...ids]))
      names.set(`${refersTo}:${record.id}`, titleOf(record));
  }
}

import { exportTable } from "../../../shared/import/export-table.ts";
import type { Table } from "../../../shared/import/types.ts";
import { isRecordType, type RecordType, type Stored } from "../../../shared/records/index.ts";
import type { Desk, ListView } from "../../db/desk.ts";
import { dataOf, fieldsOf, titleOf } from "../fields-of.ts";
import { listOf } from "../field-text.ts";
import { ROWS_AT_ONCE } from "./write-sheet.ts";

/** A desk reads this many of a type sooner at once than one by one. */
const MANY = 500;
/** Beyond this many, all of a type at once would hold up the window. */
const TOO_MANY = 5000;

/** What a list shows, in its order, as rows with all fields of its records, in a form that imports again. */
export async function* recordPages(
  desk: Desk,
  type: RecordType,
  view: ListView,
  language: "zh" | "en",
): AsyncGenerator<Table["rows"], void> {
  const names = new Map<string, string>();
  const nameOf = (referred: string, id: string): string => names.get(`${referred}:${id}`) ?? id;
  const isSmall = view.count > MANY && view.total <= TOO_MANY;
  const all = isSmall ? byId(await desk.all(type)) : undefined;
  for (let from = 0; from < view.count; from += ROWS_AT_ONCE) {
    const ids = (await view.rows(from, from + ROWS_AT_ONCE)).map(({ id }) => id);
    const known = all ?? (await oneByOne(desk, type, ids));
    const records = ids.flatMap((id) => known.get(id) ?? []);
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
    for (const [id, record] of await oneByOne(desk, refersTo, [...ids]))
      names.set(`${refersTo}:${id}`, titleOf(record));
  }
}

async function oneByOne(
  desk: Desk,
  type: RecordType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const found = await Promise.all(ids.map((id) => desk.get(type, id)));
  return byId(found.flatMap((record) => record ?? []));
}

function byId(records: readonly Stored[]): ReadonlyMap<string, Stored> {
  return new Map(records.map((record) => [record.id, record]));
}

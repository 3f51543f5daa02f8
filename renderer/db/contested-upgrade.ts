import type { Transaction } from "dexie";
import { RECORD_TYPES } from "../../shared/records/index.ts";
import { contestedFields } from "../../shared/sync/fold.ts";
import { NO_BATCH, type Contest, type Head, type Page, type Row } from "./store.ts";

/** A store of an older version kept no list of what is contested: it is made once, from where such records can lie. */
export async function findContests(upgrade: Transaction): Promise<void> {
  const contests = upgrade.table<Contest>("contests");
  const keep = async (type: string, record: Pick<Row, "id" | "versions">): Promise<void> => {
    const fields = contestedFields(record);
    if (fields.length > 0) await contests.put({ key: `${type}:${record.id}`, fields });
  };
  for (const type of RECORD_TYPES) {
    if (!upgrade.storeNames.includes(type)) continue;
    const found = await upgrade
      .table<Row>(type)
      .filter((row) => contestedFields(row).length > 0)
      .toArray();
    for (const row of found) await keep(type, row);
  }
  for (const { no, type } of await upgrade.table<Head>("heads").where("batchId").equals(NO_BATCH).toArray()) {
    const page = await upgrade.table<Page, number>("pages").get(no);
    for (const record of page?.records ?? []) await keep(type, record);
  }
}

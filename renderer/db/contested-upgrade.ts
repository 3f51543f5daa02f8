import type { Transaction } from "dexie";
import { RECORD_TYPES } from "../../shared/records/index.ts";
import { contestedFields, type Folded } from "../../shared/sync/fold.ts";

type Kept = Pick<Folded, "versions"> & { readonly id: string };

/**
 * A store of an older version kept no list of what is contested: it is made once, from where such records can lie, which
 * are rows and the pages of this batch (of settled records).
 */
export async function findContests(upgrade: Transaction, settled: string): Promise<void> {
  const contests = upgrade.table<{ key: string; fields: readonly string[] }>("contests");
  const keep = async (type: string, record: Kept): Promise<void> => {
    const fields = contestedFields(record);
    if (fields.length > 0) await contests.put({ key: `${type}:${record.id}`, fields });
  };
  for (const type of RECORD_TYPES) {
    if (!upgrade.storeNames.includes(type)) continue;
    const found = await upgrade
      .table<Kept>(type)
      .filter((row) => contestedFields(row).length > 0)
      .toArray();
    for (const row of found) await keep(type, row);
  }
  const heads = upgrade.table<{ readonly no: number; readonly type: string }>("heads");
  for (const { no, type } of await heads.where("batchId").equals(settled).toArray()) {
    const page = await upgrade.table<{ readonly records: readonly Kept[] }, number>("pages").get(no);
    for (const record of page?.records ?? []) await keep(type, record);
  }
}

import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import { changeId, DELETED, type Change } from "../../shared/sync/change.ts";
import type { Refusals } from "../../shared/sync/wire.ts";
import { keepContests } from "./contested.ts";
import type { RefoldParts } from "./desk-parts.ts";
import { dirtyKeys, markDirty } from "./dirty.ts";
import { writeMeta } from "./meta.ts";
import type { Pages } from "./pages.ts";
import type { Store } from "./store.ts";

/**
 * Keeps what the service refused of this desk's changes, and makes the records anew without it: what was refused does not
 * count any more, and its text is not lost. Gives the types of what it touched. Inside a transaction over all tables.
 *
 * The change itself stays in the log, for a desk's numbers have no gap.
 */
export async function keepRefused(
  { store, pages, desk, nowMs, foldAnew }: RefoldParts,
  refusals: Refusals["refused"],
  settled: number,
): Promise<readonly RecordType[]> {
  await writeMeta(store, "settled", settled);
  const records = new Map<string, readonly [type: RecordType, id: string]>();
  for (const { deskSeq, code } of refusals) {
    if ((await store.refused.get(deskSeq)) !== undefined) continue;
    const change = await ownChange(store, pages, desk, deskSeq);
    if (change === undefined || !isRecordType(change.type)) continue;
    const recordKey = `${change.type}:${change.recordId}`;
    await store.refused.put({ deskSeq, recordKey, change, code, at: nowMs, isDismissed: false });
    records.set(recordKey, [change.type, change.recordId]);
  }
  for (const [type, id] of records.values()) {
    const before = await store.rowsOf(type).get(id);
    const packed = await pages.get(type, id);
    const next = await foldAnew(type, id);
    if (next !== undefined) await store.rowsOf(type).put({ id, ...next });
    else if (packed === undefined) await store.rowsOf(type).delete(id);
    // Its page goes on holding it, so that numbers have no gap: a row that says "gone" hides it, and gives way to anything.
    else await store.rowsOf(type).put({ id, data: { [DELETED]: true }, stamp: "", schemaVersion: 1 });
    await keepContests(store, type, id, { versions: next?.versions ?? {} });
    for (const { data } of [before, packed, next].flatMap((one) => one ?? []))
      await markDirty(store, dirtyKeys(type, id, data));
  }
  return [...new Set([...records.values()].map(([type]) => type))];
}

/** Of own changes that came back, those that had been refused: a service that was put back took them this time. */
export async function acceptedAfterAll(store: Store, own: readonly Change[]): Promise<ReadonlySet<string>> {
  if (own.length === 0 || (await store.refused.count()) === 0) return new Set();
  const rows = await store.refused.bulkGet(own.map(({ deskSeq }) => deskSeq));
  const back = rows.flatMap((row) => row ?? []);
  await store.refused.bulkDelete(back.map(({ deskSeq }) => deskSeq));
  return new Set(back.map(({ change }) => change.id));
}

/** The ids of this record's changes that do not count. */
export async function refusedOf(store: Store, type: RecordType, id: string): Promise<ReadonlySet<string>> {
  const rows = await store.refused.where("recordKey").equals(`${type}:${id}`).toArray();
  return new Set(rows.map(({ change }) => change.id));
}

async function ownChange(
  store: Store,
  pages: Pages,
  desk: string,
  deskSeq: number,
): Promise<Change | undefined> {
  const stored = await store.changes.get(changeId(desk, deskSeq));
  if (stored !== undefined) {
    const { recordKey: _key, ...change } = stored;
    return change;
  }
  for (const batch of pages.batches()) {
    if (batch.desk !== desk || deskSeq < batch.baseSeq || deskSeq >= batch.baseSeq + batch.count) continue;
    return (await pages.changesFrom(batch, deskSeq - batch.baseSeq, 1))[0];
  }
  return undefined;
}

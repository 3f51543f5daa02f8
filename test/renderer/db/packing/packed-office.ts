import { change, create } from "../../../../shared/commands/edit.ts";
import { must } from "../../../../shared/lib/must.ts";
import { RECORD_TYPES, type IncidentEvent } from "../../../../shared/records/index.ts";
import type { Change } from "../../../../shared/sync/change.ts";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import { packSettled } from "../../../../renderer/db/packing/mover.ts";
import { Pages } from "../../../../renderer/db/pages.ts";
import { Reader } from "../../../../renderer/db/reader.ts";
import { Store } from "../../../../renderer/db/store.ts";
import { dying } from "../../../support/dying-store.ts";

export const label = { zh: "测试", en: "Test" };
const WRITTEN = Date.UTC(2026, 8, 1);
export const LATER = Date.UTC(2026, 10, 22);
const at = "2026-08-30T02:00:00.000Z";

export const openThen = (name: string): Promise<DexieDesk> =>
  openDesk({ name, now: () => WRITTEN, index: "inline" });

/** An office: incidents that are over, some that are not, visits, answers to alerts; an old ledger, edited in places. */
export async function office(name: string): Promise<{ desk: DexieDesk; own: string[]; imported: string[] }> {
  const desk = await openThen(name);
  const own = await desk.newIds(14);
  for (const [n, id] of own.entries()) {
    const lines: IncidentEvent["kind"][] = n < 11 ? ["reported", "resolved", "signedOff"] : ["reported"];
    const eventIds = await desk.newIds(lines.length);
    await desk.save(label, [
      create("incident", id, { number: `GZ-${n}`, title: "打印机卡纸" }),
      ...lines.map((kind, m) =>
        create("incidentEvent", must(eventIds[m], "an id a line"), {
          incidentId: id,
          kind,
          at,
          recordedAt: at,
        }),
      ),
    ]);
  }
  for (const id of await desk.newIds(9)) {
    await desk.save(label, [create("alertAnswer", id, { alertKey: id, kind: "seen", at })]);
  }
  const imported = await importLedger(desk);
  await desk.save(label, [change("incident", must(imported[1], "id"), { title: "改过的旧故障" })]);
  await desk.save(label, [
    change("incident", must(imported[7], "id"), { title: "又一条", department: "药房" }),
  ]);
  await desk.save(label, [change("incident", must(imported[3], "id"), { $deleted: true } as never)]);
  await desk.save(label, [change("incident", must(own[2], "id"), { $deleted: true } as never)]);
  return { desk, own, imported };
}

async function importLedger(desk: DexieDesk): Promise<string[]> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(17);
  await writer.add(
    "incident",
    ids.map((id, n) => ({ id, data: { number: `OLD-${n}`, title: "旧故障", importedStatus: "已关闭" } })),
  );
  const eventIds = await writer.newIds(17);
  await writer.add(
    "incidentEvent",
    eventIds.map((id, n) => ({
      id,
      data: { incidentId: must(ids[n], "one each"), kind: "reported" as const, at, recordedAt: at },
    })),
  );
  await writer.commit(
    {
      ...{ fileName: "f.xlsx", recordType: "incident", state: "committed" as const },
      ...{ rows: 17, records: 17, duplicates: 0, held: 0, importedAt: at },
    },
    label,
  );
  return ids;
}

/** Everything that a reader of a store can learn of it. */
export async function everything(desk: DexieDesk): Promise<unknown> {
  const records = [];
  const histories = [];
  const children = [];
  for (const type of RECORD_TYPES) {
    // In which order a plain reading gives them says where they lie.
    const all = (await desk.all(type)).sort((a, b) => (a.id < b.id ? -1 : 1));
    records.push(...all);
    for (const { id } of all) {
      histories.push(await desk.history(type, id));
      if (type === "incident") children.push(await desk.childrenOf("incidentEvent", id));
    }
  }
  return { records, histories, children, sent: await sent(desk) };
}

/** What the desk sends, from its first change on. */
export async function sent(desk: DexieDesk): Promise<Change[]> {
  const all: Change[] = [];
  for (;;) {
    const some = await desk.syncSource().pendingChanges(all.length, 40);
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** A window of its own that packs, and dies at its n-th call of the store. */
export async function pack(name: string, dieAt = Infinity, between?: () => Promise<void>): Promise<number> {
  const store = new Store(name, "strict");
  const { die } = dying(store);
  const pages = new Pages(store);
  const reader = new Reader(store, pages);
  await reader.refresh();
  die(dieAt);
  try {
    return await packSettled({
      ...{ store, pages, reader, now: () => LATER, moved: () => undefined },
      idle: async () => {
        await between?.();
      },
      signal: new AbortController().signal,
    });
  } finally {
    store.close();
  }
}

/** How many records of a type lie in rows. */
export async function rowCount(
  name: string,
  type: "incident" | "incidentEvent" | "alertAnswer",
): Promise<number> {
  const store = new Store(name, "strict");
  const count = await store.rowsOf(type).count();
  store.close();
  return count;
}

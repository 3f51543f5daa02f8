import "fake-indexeddb/auto";
import type { Chances } from "../../cli/sync-sim/random.ts";
import { openDesk } from "../../renderer/db/open-desk.ts";
import type { DexieDesk } from "../../renderer/db/dexie-desk.ts";
import type { FetchLike } from "../../renderer/sync/service-client.ts";
import { startSync, type Sync } from "../../renderer/sync/start-sync.ts";
import { change, create, type Edit } from "../../shared/commands/edit.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { zPulled, type Pulled } from "../../shared/sync/wire.ts";
import type { Change } from "../../shared/sync/change.ts";

/** The window's real store and its real sync, over HTTP; only the screens are missing. */
export interface FlakyDesk {
  readonly desk: DexieDesk;
  readonly sync: Sync;
  /** What its wall clock adds to the true time. */
  readonly clock: { offsetMs: number };
  /** How many changes were acknowledged as saved. */
  readonly acknowledged: { changes: number };
  close(): Promise<void>;
}

const label = { zh: "测试", en: "Test" };
const TYPES = ["vendor", "incident", "importBatch"] as const;
const DAY_MS = 86_400_000;
const OFFSETS = [0, 0, 45_000, -30_000, 10 * DAY_MS, -10 * DAY_MS];
let stores = 0;

export async function openFlakyDesk(address: () => string): Promise<FlakyDesk> {
  const clock = { offsetMs: 0 };
  const now = (): number => Date.now() + clock.offsetMs;
  const desk = await openDesk({ name: `flaky-${process.pid}-${(stores += 1)}`, now, index: "inline" });
  const fetchLike: FetchLike = async (path, init) => fetch(new URL(path, address()), init);
  const sync = startSync(desk.syncSource(), fetchLike, {
    ...{ pollMs: 20, debounceMs: 5, retryMs: { first: 5, longest: 40 } },
    ...{ batchLimit: 7, pageLimit: 50, now },
  });
  return {
    desk,
    sync,
    clock,
    acknowledged: { changes: 0 },
    close: async () => {
      await sync.stop();
      desk.close();
    },
  };
}

/** One thing that somebody does: a new record, an edit of one that several know, a deletion, an import. */
async function editAtDesk({ desk, acknowledged }: FlakyDesk, chances: Chances): Promise<void> {
  const [id = ""] = await desk.newIds(1);
  const vendors = await desk.all("vendor");
  const met = chances.pick([...vendors].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 4));
  const kind = chances.below(10);
  if (kind === 0) {
    const rows = 1 + chances.below(30);
    await importSome(desk, rows);
    acknowledged.changes += rows + 1;
    return;
  }
  const name = `名${chances.below(1000)}`;
  let edit: Edit = create("vendor", id, { name });
  if (kind > 3 && met !== undefined) edit = change("vendor", met.id, { name, fax: name });
  if (kind === 4 && met !== undefined) edit = { type: "vendor", id: met.id, patch: { $deleted: true } };
  const done = await desk.save(label, [edit]);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  acknowledged.changes += 1;
}

/** So many edits, at chance desks and moments, with clocks that jump by days; `meanwhile` is called before each. */
export async function workOn(
  desks: readonly FlakyDesk[],
  chances: Chances,
  edits: number,
  meanwhile: (edit: number) => Promise<void> = async () => Promise.resolve(),
): Promise<void> {
  for (let edit = 0; edit < edits; edit += 1) {
    await meanwhile(edit);
    const one = chances.pick(desks);
    if (one === undefined) return;
    if (chances.once(8)) one.clock.offsetMs = chances.pick(OFFSETS) ?? 0;
    await editAtDesk(one, chances);
    await new Promise((done) => setTimeout(done, chances.below(12)));
  }
}

async function importSome(desk: DexieDesk, count: number): Promise<void> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(count);
  await writer.add(
    "incident",
    ids.map((id) => ({ id, data: { number: id, title: "旧" } })),
  );
  const sums = { rows: count, records: count, duplicates: 0, held: 0, importedAt: new Date().toISOString() };
  const batch = { fileName: "附件3.xlsx", recordType: "incident", state: "committed" as const, ...sums };
  const done = await writer.commit(batch, label);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
}

/** What an office promised and what became of it: all noughts, and `converged`. */
export interface OfficeOutcome {
  readonly acknowledged: number;
  /** Acknowledged on a desk and not in the service's log. */
  readonly lost: number;
  /** More than once in the log. */
  readonly doubled: number;
  readonly converged: boolean;
  readonly differing: readonly string[];
}

/** Whether every desk has sent all it has and taken in all there is. */
export async function areQuiet(desks: readonly FlakyDesk[], address: string): Promise<boolean> {
  const log = await logOf(address);
  const newest = log.length;
  for (const { desk, sync } of desks) {
    const at = await desk.syncSource().position();
    if (at?.cursor !== newest || sync.status().waiting > 0 || sync.status().state !== "upToDate")
      return false;
    const own = await desk.syncSource().newestDeskSeq();
    if (own > 0 && !log.some(({ id }) => id === `${desk.id}:${own}`)) return false;
  }
  return true;
}

/** Checked once all is quiet. */
export async function outcomeOf(desks: readonly FlakyDesk[], address: string): Promise<OfficeOutcome> {
  const log = await logOf(address);
  const ids = new Set(log.map(({ id }) => id));
  const own: string[] = [];
  for (const { desk } of desks)
    own.push(...(await desk.syncSource().pendingChanges(0, 1_000_000)).map(({ id }) => id));
  const acknowledged = desks.reduce((sum, one) => sum + one.acknowledged.changes, 0);
  const expected = JSON.stringify(folded(log));
  const differing: string[] = [];
  for (const { desk } of desks) if (JSON.stringify(await shownOn(desk)) !== expected) differing.push(desk.id);
  return {
    acknowledged,
    // Not sent, or no longer on the desk that saved it.
    lost: own.filter((id) => !ids.has(id)).length + Math.abs(acknowledged - own.length),
    doubled: log.length - ids.size,
    converged: differing.length === 0,
    differing,
  };
}

/** The whole log, from its beginning. */
export async function logOf(address: string): Promise<readonly Change[]> {
  const log: Change[] = [];
  let page: Pulled;
  let cursor = 0;
  do {
    const answer = await fetch(new URL(`/api/pull?after=${cursor}&limit=5000`, address));
    page = zPulled.parse(await answer.json());
    log.push(...page.changes);
    ({ cursor } = page);
  } while (page.more);
  return log;
}

/** What anybody who has the whole log must show. */
function folded(log: readonly Change[]): unknown {
  const records = new Map<string, Folded>();
  for (const one of log) {
    const key = `${one.type} ${one.recordId}`;
    records.set(key, fold(records.get(key), one));
  }
  return TYPES.map((type) =>
    [...records]
      .filter(([key, { data }]) => key.startsWith(`${type} `) && data["$deleted"] !== true)
      .map(([key, { data }]) => [key.slice(type.length + 1), sorted(data)])
      .sort(byId),
  );
}

async function shownOn(desk: DexieDesk): Promise<unknown> {
  const shown: unknown[] = [];
  for (const type of TYPES)
    shown.push((await desk.all(type)).map(({ id, data }) => [id, sorted(data)]).sort(byId));
  return shown;
}

const byId = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);

function sorted(data: object): unknown {
  return Object.entries(data)
    .filter(([field]) => !field.startsWith("$"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

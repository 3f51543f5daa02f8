import type { Output } from "../../shared/desktop/contract.ts";
import { isRecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { CopyEnd } from "./journal-copy.ts";
import { raiseCounters } from "./journal-counters.ts";
import { changesOfText } from "./journal-text.ts";
import type { JournalPort, Position, SecondCopyStatus } from "./journal.ts";
import { readMeta, writeMeta } from "./meta.ts";
import type { Store } from "./store.ts";

const READ_CHARS = 4 * 1024 * 1024;
const A_HELPING = 2000;

/** How the store takes in changes that it lacks: as it does those that are pulled. */
export interface Restorer {
  applyPulled(changes: readonly Change[], position: Position): Promise<void>;
}

type State = Output<"journalState">;

/** In an empty store, the desk goes on under the name that its journal knows: its ids and numbers stay its own. */
export async function adoptDesk(store: Store, state: State | undefined): Promise<boolean> {
  if (state === undefined || state.desk === "") return false;
  return store.transaction("rw", store.meta, async () => {
    if ((await readMeta(store, "desk")) !== "") return false;
    await writeMeta(store, "desk", state.desk);
    return true;
  });
}

/**
 * Gives the store what the journal holds and it lacks: everything when it is empty, what came after when it is behind.
 * Nothing that the store holds is overwritten: changes are folded in, and a change that comes twice does nothing.
 * Counters are raised before anything may be given out.
 */
export async function restoreFromJournal(parts: {
  readonly port: JournalPort;
  readonly store: Store;
  readonly desk: string;
  readonly state: State;
  readonly restorer: Restorer;
  readonly isEmpty: boolean;
  readonly progress: (done: number, total: number) => void;
}): Promise<SecondCopyStatus["restored"]> {
  const { port, store, desk, state, restorer, isEmpty, progress } = parts;
  const counters = new Map(Object.entries(state.counters));
  const kept = await keptEnd(store);
  const agrees = kept !== undefined && kept.journal === state.journal && kept.digest === state.digestAt;
  let after = agrees ? kept.entries : 0;
  let restored = 0;
  let author = "";
  let ownSeq = await readMeta(store, "deskSeq");
  const begin = after;
  while (after < state.entries) {
    const { entries, isEnd } = await port.journalRead({ after, maxChars: READ_CHARS });
    const changes = entries.flatMap(({ text }) => (text === "" ? [] : changesOfText(text)));
    raiseCounters(counters, desk, changes);
    for (const change of changes) {
      if (change.desk !== desk) continue;
      ownSeq = Math.max(ownSeq, change.deskSeq);
      author = change.author;
    }
    const fresh = await unknownOf(store, changes);
    for (let at = 0; at < fresh.length; at += A_HELPING) {
      await restorer.applyPulled(fresh.slice(at, at + A_HELPING), await positionOf(store));
    }
    restored += fresh.length;
    after = entries.at(-1)?.entry ?? after;
    progress(after - begin, state.entries - begin);
    if (isEnd) break;
  }
  await store.transaction("rw", store.meta, async () => {
    await raiseTo(store, counters.set("deskSeq", ownSeq));
    if ((await readMeta(store, "author")) === "") await writeMeta(store, "author", author);
    if (isEmpty && state.position !== undefined) {
      await writeMeta(store, "epoch", state.position.epoch);
      await writeMeta(store, "cursor", state.position.cursor);
    }
  });
  return restored === 0 ? undefined : { changes: restored, everything: isEmpty };
}

export async function positionOf(store: Store): Promise<Position> {
  return { epoch: await readMeta(store, "epoch"), cursor: await readMeta(store, "cursor") };
}

const END = "journalEnd";

/** Remembers up to which entry journal and store hold the same. May be lost: then more is compared. */
export async function keepEnd(store: Store, end: CopyEnd): Promise<void> {
  await store.meta.put({ key: END, value: end });
}

async function keptEnd(store: Store): Promise<CopyEnd | undefined> {
  return (await store.meta.get(END))?.value as CopyEnd | undefined;
}

/** Counters never go back. */
export async function raiseTo(store: Store, counters: ReadonlyMap<string, number>): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    for (const [key, value] of counters) {
      const row = await store.meta.get(key);
      const has = typeof row?.value === "number" ? row.value : 0;
      if (value > has) await store.meta.put({ key, value });
    }
  });
}

/** Those that the store does not hold, singly or in a page of their import. */
export async function unknownOf(store: Store, changes: readonly Change[]): Promise<Change[]> {
  const known = await store.changes.bulkGet(changes.map(({ id }) => id));
  const held = await heldBatches(store, changes);
  return changes.filter((change, at) => {
    if (known[at] !== undefined || !isRecordType(change.type)) return false;
    const ranges = change.batchId === undefined ? undefined : held.get(`${change.batchId} ${change.desk}`);
    return !(ranges ?? []).some(([from, to]) => change.deskSeq >= from && change.deskSeq <= to);
  });
}

/** Which changes the pages of some imports stand for. */
async function heldBatches(
  store: Store,
  changes: readonly Change[],
): Promise<Map<string, (readonly [number, number])[]>> {
  const wanted = [...new Set(changes.flatMap(({ batchId }) => batchId ?? []))];
  const held = new Map<string, (readonly [number, number])[]>();
  for (const batch of await store.batches.bulkGet(wanted)) {
    if (batch === undefined) continue;
    const heads = await store.heads.where("batchId").equals(batch.batchId).toArray();
    const ranges = heads.map((head) => {
      const first = batch.baseSeq + head.offset;
      return [first, first + head.count - 1] as const;
    });
    held.set(`${batch.batchId} ${batch.desk}`, ranges);
  }
  return held;
}

import { lacking, runsOfNumbers, tidyRuns, type Holding } from "../../shared/archive/holding.ts";
import type { Change } from "../../shared/sync/change.ts";
import { readMeta } from "./meta.ts";
import type { Pages } from "./pages.ts";
import type { Batch, Store } from "./store.ts";

/** Changes in one part of a file. */
const A_PART = 2000;

/** Which changes the store has, its own and others', single ones and those that pages stand for. */
export async function holdingIn(store: Store): Promise<Holding> {
  return store.transaction("r", [store.changes, store.batches, store.heads], async () => {
    const runs = new Map<string, [number, number][]>();
    const single = (await store.changes.orderBy("[desk+deskSeq]").keys()) as unknown as [string, number][];
    const numbers = new Map<string, number[]>();
    for (const [desk, deskSeq] of single) {
      const some = numbers.get(desk);
      if (some === undefined) numbers.set(desk, [deskSeq]);
      else some.push(deskSeq);
    }
    for (const [desk, some] of numbers) runs.set(desk, runsOfNumbers(some));
    for (const { batchId, desk, baseSeq } of await store.batches.toArray()) {
      const known = runs.get(desk) ?? [];
      const heads = await store.heads.where("batchId").equals(batchId).toArray();
      for (const { offset, count } of heads) known.push([baseSeq + offset, baseSeq + offset + count - 1]);
      runs.set(desk, tidyRuns(known));
    }
    return Object.fromEntries(runs);
  });
}

/** The same without what this desk's service refused: that counts nowhere, and does not travel. */
export async function standingIn(store: Store, desk: string): Promise<Holding> {
  const refused = await store.refused.toCollection().primaryKeys();
  return lacking(await holdingIn(store), { [desk]: runsOfNumbers(refused) });
}

/**
 * And without what this desk's service has not judged yet: it may still be refused, brought down to another time, or
 * given another number, and no file comes after it to say so.
 */
export async function judgedIn(store: Store, desk: string): Promise<Holding> {
  const settled = await readMeta(store, "settled");
  return lacking(await standingIn(store, desk), { [desk]: [[settled + 1, Number.MAX_SAFE_INTEGER]] });
}

/** These changes, desk by desk in their order, some at a time. */
export async function* changesOf(
  store: Store,
  pages: Pages,
  wanted: Holding,
): AsyncGenerator<readonly Change[]> {
  await pages.refresh();
  for (const [desk, runs] of Object.entries(wanted)) {
    const batches = [...pages.batches()].filter((batch) => batch.desk === desk);
    for (const [from, to] of runs) {
      for (let at = from; at <= to; at += A_PART) {
        const some = await between(store, pages, batches, desk, at, Math.min(to, at + A_PART - 1));
        if (some.length > 0) yield some;
      }
    }
  }
}

/** A change of a page that came back with another stamp is logged, too: that one counts. */
async function between(
  store: Store,
  pages: Pages,
  batches: readonly Batch[],
  desk: string,
  from: number,
  to: number,
): Promise<Change[]> {
  const found = new Map<number, Change>();
  for (const batch of batches) {
    if (batch.baseSeq > to || batch.baseSeq + batch.count <= from) continue;
    const n = Math.max(0, from - batch.baseSeq);
    for (const change of await pages.changesFrom(batch, n, to - from + 1)) {
      if (change.deskSeq <= to) found.set(change.deskSeq, change);
    }
  }
  const single = await store.changes
    .where("[desk+deskSeq]")
    .between([desk, from], [desk, to], true, true)
    .toArray();
  for (const { recordKey: _key, ...change } of single) found.set(change.deskSeq, change);
  return [...found.values()].sort((a, b) => a.deskSeq - b.deskSeq);
}

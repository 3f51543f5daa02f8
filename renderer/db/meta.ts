import { deskId } from "../../shared/lib/ids.ts";
import { ZERO_TIME, type HybridTime } from "../../shared/lib/hybrid-clock.ts";
import type { Store } from "./store.ts";

/** Small facts of the desk itself. Each is read and moved inside a transaction, so that two windows never share one. */
export interface MetaFacts {
  desk: string;
  author: string;
  idCounter: number;
  deskSeq: number;
  time: HybridTime;
  cursor: number;
  epoch: string;
  /** The service holds this desk's changes up to here. */
  mark: number;
  /** Up to here it is known here which of this desk's changes the service refused. */
  settled: number;
}

const DEFAULTS: MetaFacts = {
  desk: "",
  author: "",
  idCounter: 0,
  deskSeq: 0,
  time: ZERO_TIME,
  cursor: 0,
  epoch: "",
  mark: 0,
  settled: 0,
};

export async function readMeta<K extends keyof MetaFacts>(store: Store, key: K): Promise<MetaFacts[K]> {
  const row = await store.meta.get(key);
  return row === undefined ? DEFAULTS[key] : (row.value as MetaFacts[K]);
}

/** Several facts in one reading. */
export async function readMetas<K extends keyof MetaFacts>(
  store: Store,
  keys: readonly K[],
): Promise<Pick<MetaFacts, K>> {
  const rows = await store.meta.bulkGet([...keys]);
  return Object.fromEntries(keys.map((key, at) => [key, rows[at]?.value ?? DEFAULTS[key]])) as Pick<
    MetaFacts,
    K
  >;
}

export async function writeMeta<K extends keyof MetaFacts>(
  store: Store,
  key: K,
  value: MetaFacts[K],
): Promise<void> {
  await store.meta.put({ key, value });
}

/** Several facts in one writing. */
export async function writeMetas(store: Store, facts: Partial<MetaFacts>): Promise<void> {
  await store.meta.bulkPut(Object.entries(facts).map(([key, value]) => ({ key, value })));
}

/** Takes `count` of a counter for good and gives the first of them. */
export async function takeCounter(store: Store, key: string, count: number): Promise<number> {
  return store.transaction("rw", store.meta, async () => {
    const row = await store.meta.get(key);
    const used = typeof row?.value === "number" ? row.value : 0;
    await store.meta.put({ key, value: used + count });
    return used + 1;
  });
}

/** This store's desk id, drawn once. */
export async function deskOf(store: Store, draw: () => number[]): Promise<string> {
  return store.transaction("rw", store.meta, async () => {
    const known = await readMeta(store, "desk");
    if (known !== "") return known;
    const fresh = deskId(draw());
    await writeMeta(store, "desk", fresh);
    return fresh;
  });
}

import type { Store } from "./store.ts";

/** Counts the transactions that changed which pages there are, or what is in them. */
export interface Generation {
  readonly gen: number;
  /** The last of them that changed heads without marking each: who knows an earlier one reads all heads anew. */
  readonly all: number;
}

const KEY = "pages";
const NEVER: Generation = { gen: 0, all: 0 };

/** Read in the transaction that reads the rows: a window then never looks for a record where it no longer lies. */
export async function readGeneration(store: Store): Promise<Generation> {
  return ((await store.meta.get(KEY))?.value as Generation | undefined) ?? NEVER;
}

/** Begins a generation, in the transaction that changes pages; its heads carry the number that this gives. */
export async function nextGeneration(store: Store, changed: "marked" | "all"): Promise<number> {
  const { gen, all } = await readGeneration(store);
  const next = gen + 1;
  await store.meta.put({ key: KEY, value: { gen: next, all: changed === "all" ? next : all } });
  return next;
}

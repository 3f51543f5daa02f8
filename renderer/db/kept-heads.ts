import { isRecordType } from "../../shared/records/index.ts";
import type { Generation } from "./generation.ts";
import type { Head, Store } from "./store.ts";

/** Heads, and how many there are that have to be read one by one. */
export interface AllHeads {
  readonly heads: readonly Head[];
  readonly loose: number;
}

/**
 * Every head there is, in the transaction that read the generation. Thirty thousand of them, as a million faults with
 * their timelines have, take a quarter of a second one by one, in each window and worker that opens the store: so most
 * lie together in one value as well, which holds as long as no generation changed heads without marking each.
 */
export async function readAllHeads(store: Store, { gen, all }: Generation): Promise<AllHeads> {
  const kept = (await store.meta.get(KEY))?.value as KeptHeads | undefined;
  if (kept?.format !== FORMAT || kept.gen < all || kept.gen > gen) {
    const heads = await readOneByOne(store);
    return { heads, loose: heads.length };
  }
  const newer = await store.heads.where("gen").above(kept.gen).toArray();
  // A head that was written again since comes later, and is what holds.
  return { heads: [...headsIn(kept), ...newer], loose: newer.length };
}

/** Puts these together, which are all that there are in this generation. */
export async function keepHeads(store: Store, heads: readonly Head[], gen: number): Promise<void> {
  const kept = keptOf(heads, gen);
  if (kept !== undefined) await store.meta.put({ key: KEY, value: kept });
}

const KEY = "heads";
/** Raised whenever a head has another shape. */
const FORMAT = 1;
const HEADS_AT_ONCE = 4_000;
const TEXTS = ["firstId", "lastId", "firstParent", "lastParent"] as const;
const NEVER = -1;

/** Heads column by column, as the browser reads them fastest. */
interface KeptHeads {
  readonly format: number;
  readonly gen: number;
  readonly types: Coded;
  readonly batchIds: Coded;
  /** Those of all heads, between `\0`s. */
  readonly texts: Readonly<Record<(typeof TEXTS)[number], string>>;
  readonly no: Float64Array;
  readonly count: Float64Array;
  readonly offset: Float64Array;
  readonly schemaVersion: Float64Array;
  readonly gens: Float64Array;
  readonly parents: ReadonlyMap<number, readonly string[]>;
}

interface Coded {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
}

/** A piece at a time: of five million records, all heads at once would hold up the window for a tenth of a second. */
async function readOneByOne(store: Store): Promise<Head[]> {
  const heads: Head[] = [];
  for (;;) {
    const after = heads.at(-1)?.no ?? 0;
    const some = await store.heads.where("no").above(after).limit(HEADS_AT_ONCE).toArray();
    heads.push(...some);
    if (some.length < HEADS_AT_ONCE) return heads;
  }
}

/** Undefined where an id cannot be told from what stands between ids. */
function keptOf(heads: readonly Head[], gen: number): KeptHeads | undefined {
  if (heads.some((head) => TEXTS.some((name) => head[name].includes("\0")))) return undefined;
  const numbers = (of: (head: Head) => number): Float64Array => Float64Array.from(heads, of);
  const texts = (name: (typeof TEXTS)[number]): string => heads.map((head) => head[name]).join("\0");
  return {
    format: FORMAT,
    gen,
    types: coded(heads.map(({ type }) => type)),
    batchIds: coded(heads.map(({ batchId }) => batchId)),
    texts: {
      firstId: texts("firstId"),
      lastId: texts("lastId"),
      firstParent: texts("firstParent"),
      lastParent: texts("lastParent"),
    },
    no: numbers(({ no }) => no),
    count: numbers(({ count }) => count),
    offset: numbers(({ offset }) => offset),
    schemaVersion: numbers(({ schemaVersion }) => schemaVersion),
    gens: numbers((head) => head.gen ?? NEVER),
    parents: new Map(
      heads.flatMap(({ parents }, at) => (parents === undefined ? [] : [[at, parents] as const])),
    ),
  };
}

function headsIn(kept: KeptHeads): Head[] {
  const [firstIds, lastIds, firstParents, lastParents] = TEXTS.map((name) => kept.texts[name].split("\0"));
  const heads: Head[] = [];
  for (const [at, no] of kept.no.entries()) {
    const type = valueAt(kept.types, at);
    if (!isRecordType(type)) continue;
    const gen = kept.gens[at] ?? NEVER;
    const parents = kept.parents.get(at);
    heads.push({
      no,
      type,
      batchId: valueAt(kept.batchIds, at),
      firstId: firstIds?.[at] ?? "",
      lastId: lastIds?.[at] ?? "",
      firstParent: firstParents?.[at] ?? "",
      lastParent: lastParents?.[at] ?? "",
      count: kept.count[at] ?? 0,
      offset: kept.offset[at] ?? 0,
      schemaVersion: kept.schemaVersion[at] ?? 0,
      ...(gen === NEVER ? {} : { gen }),
      ...(parents === undefined ? {} : { parents }),
    });
  }
  return heads;
}

function coded(texts: readonly string[]): Coded {
  const known = new Map<string, number>();
  const codes = Uint32Array.from(texts, (text) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { values: [...known.keys()], codes };
}

function valueAt({ values, codes }: Coded, at: number): string {
  return values[codes[at] ?? 0] ?? "";
}

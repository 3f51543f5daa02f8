import type { RecordType } from "../../shared/records/index.ts";
import { isRecordType } from "../../shared/records/index.ts";
import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../shared/sync/change.ts";
import { contestedFields, contestOf, type Folded } from "../../shared/sync/fold.ts";
import { mergedFields, type MergedField } from "../../shared/sync/merged.ts";
import type { Refused, Store } from "./store.ts";

/** One value that stands in a contested field, and who wrote it. */
export interface Account {
  readonly stamp: string;
  /** `null`: it was cleared. */
  readonly value: unknown;
  /** Undefined where the change itself is not known here, only what it came to. */
  readonly author: string | undefined;
  readonly desk: string;
  readonly atMs: number;
  /** The values that its author saw, and replaced. */
  readonly saw: readonly unknown[];
}

export interface ContestedField {
  readonly type: RecordType;
  readonly id: string;
  readonly field: string;
  /** At least two, latest last: the one that is shown meanwhile. */
  readonly accounts: readonly Account[];
}

/** Where two wrote without seeing each other and the later one holds. */
interface Merged extends MergedField {
  readonly type: RecordType;
  readonly id: string;
}

/** What was merged, what is contested, what was refused. */
export interface DeskConflicts {
  /** For the mark in the navigation: as cheap as two counts. */
  counts(): Promise<{ readonly contested: number; readonly refused: number }>;
  contested(): Promise<readonly ContestedField[]>;
  /** Of one record. */
  contestedIn(type: RecordType, id: string): Promise<readonly ContestedField[]>;
  /** Newest first, without what its author has done with. */
  refused(): Promise<readonly Refused[]>;
  dismiss(deskSeq: number): Promise<void>;
  /** What was merged since then, newest first. */
  merged(sinceMs: number): Promise<readonly Merged[]>;
}

interface Parts {
  readonly store: Store;
  readonly find: (type: RecordType, id: string) => Promise<Folded | undefined>;
  readonly isShown: (folded: Folded) => boolean;
  readonly history: (type: RecordType, id: string) => Promise<readonly Change[]>;
  readonly tell: () => void;
}

/** So many changes of one desk are looked through for what was merged. */
const MOST_RECENT = 5000;

export function deskConflicts(parts: Parts): DeskConflicts {
  const { store, history } = parts;
  const contestedIn = async (type: RecordType, id: string): Promise<ContestedField[]> => {
    const folded = await parts.find(type, id);
    if (folded === undefined || !parts.isShown(folded)) return [];
    const fields = contestedFields(folded);
    if (fields.length === 0) return [];
    const changes = await history(type, id);
    return fields.map((field) => ({
      type,
      id,
      field,
      accounts: contestOf(folded, field).map(({ stamp, value, seen }) => ({
        stamp,
        value: value ?? null,
        author: changes.find((one) => one.stamp === stamp)?.author,
        ...placeOf(stamp),
        saw: seen.flatMap((saw) => {
          const change = changes.find((one) => one.stamp === saw);
          return change === undefined ? [] : [change.patch[field] ?? null];
        }),
      })),
    }));
  };
  return {
    counts: async () => {
      const [contests, refused] = await Promise.all([
        store.contests.toArray(),
        store.refused.filter(({ isDismissed }) => !isDismissed).count(),
      ]);
      return { contested: contests.reduce((sum, { fields }) => sum + fields.length, 0), refused };
    },
    contestedIn,
    contested: async () => {
      const found: ContestedField[] = [];
      for (const { key } of await store.contests.toArray()) {
        const [type, id] = recordOf(key);
        if (type !== undefined) found.push(...(await contestedIn(type, id)));
      }
      return found;
    },
    refused: async () => {
      const rows = await store.refused.orderBy("deskSeq").reverse().toArray();
      return rows.filter(({ isDismissed }) => !isDismissed);
    },
    dismiss: async (deskSeq) => {
      await store.refused.update(deskSeq, { isDismissed: true });
      parts.tell();
    },
    merged: async (sinceMs) => {
      const found: Merged[] = [];
      for (const key of await editedByMany(store, sinceMs)) {
        const [type, id] = recordOf(key);
        if (type === undefined) continue;
        const merged = mergedFields(await history(type, id));
        found.push(...merged.filter(({ atMs }) => atMs >= sinceMs).map((one) => ({ type, id, ...one })));
      }
      return found.sort((a, b) => b.atMs - a.atMs);
    },
  };
}

/** Records that more than one desk has changed lately. On each desk stamps and numbers have one order. */
async function editedByMany(store: Store, sinceMs: number): Promise<readonly string[]> {
  const desks = new Map<string, Set<string>>();
  for (let desk = await nextDesk(store, ""); desk !== undefined; desk = await nextDesk(store, desk)) {
    const recent = await store.changes
      .where("[desk+deskSeq]")
      .between([desk, 0], [desk, Infinity])
      .reverse()
      .until(({ stamp }) => timeOfStamp(stamp).ms < sinceMs)
      .limit(MOST_RECENT)
      .toArray();
    for (const { recordKey } of recent) {
      const known = desks.get(recordKey) ?? new Set();
      desks.set(recordKey, known.add(desk));
    }
  }
  return [...desks].filter(([, some]) => some.size > 1).map(([key]) => key);
}

async function nextDesk(store: Store, after: string): Promise<string | undefined> {
  const first = await store.changes.where("[desk+deskSeq]").above([after, Infinity]).first();
  return first?.desk;
}

function recordOf(key: string): [type: RecordType | undefined, id: string] {
  const at = key.indexOf(":");
  const type = key.slice(0, at);
  return [isRecordType(type) ? type : undefined, key.slice(at + 1)];
}

function placeOf(stamp: string): { readonly desk: string; readonly atMs: number } {
  return { desk: stamp.slice(22), atMs: timeOfStamp(stamp).ms };
}

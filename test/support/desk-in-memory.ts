import type { Edit } from "../../shared/commands/edit.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { stampOf, tick, type HybridTime } from "../../shared/lib/hybrid-clock.ts";
import { paperNumber, recordId } from "../../shared/lib/ids.ts";
import { wallOf } from "../../shared/lib/instants.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import { changeId, type Change, type Patch } from "../../shared/sync/change.ts";
import { fold, isDeleted, type Folded } from "../../shared/sync/fold.ts";
import type { Desk, ImportWriter, SaveFailure } from "../../renderer/db/desk.ts";
import { inlineScoring } from "../../renderer/db/scoring/scoring-client.ts";
import { NO_ARCHIVE } from "./archive.ts";
import { memoryIncidents, memoryList } from "./memory-list.ts";
import { memoryScored } from "./memory-scored.ts";

interface Step {
  readonly label: Label;
  readonly back: readonly Edit[];
  readonly forth: readonly Edit[];
}

/**
 * A desk that keeps everything in memory: the same promises as the real one except durability, for looking at
 * screens and for tests that are not about the store. `now` gives epoch milliseconds.
 */
export function deskInMemory(now: () => number = Date.now, id = "TEST01"): Desk {
  const records = new Map<RecordType, Map<string, Folded>>();
  const changes: Change[] = [];
  const listeners = new Set<(touched: readonly RecordType[]) => void>();
  const blobs = new Map<string, Uint8Array>();
  const done: Step[] = [];
  const undone: Step[] = [];
  let time: HybridTime = { ms: 0, counter: 0 };
  let counter = 0;
  let numbers = 0;
  let author = "测试";

  const tableOf = (type: RecordType): Map<string, Folded> => {
    const table = records.get(type) ?? new Map<string, Folded>();
    records.set(type, table);
    return table;
  };
  const read = <T extends RecordType>(type: T, recordIdText: string): Stored<T> | undefined => {
    const found = tableOf(type).get(recordIdText);
    if (found === undefined || isDeleted(found)) return undefined;
    return { type, id: recordIdText, data: withoutMarks(found.data) } as unknown as Stored<T>;
  };
  const all = <T extends RecordType>(type: T): Stored<T>[] =>
    [...tableOf(type).keys()].flatMap((key) => read(type, key) ?? []);
  const tell = (edits: readonly Edit[]): void => {
    const touched = [...new Set(edits.map((edit) => edit.type))];
    for (const listener of listeners) listener(touched);
  };
  const write = (edits: readonly Edit[]): Result<null, SaveFailure> => {
    const next = edits.map((edit) => {
      time = tick(time, now());
      const change: Change = {
        id: changeId(id, changes.length + 1),
        desk: id,
        deskSeq: changes.length + 1,
        stamp: stampOf(time, id),
        author,
        type: edit.type,
        recordId: edit.id,
        schemaVersion: registry[edit.type].version,
        patch: JSON.parse(JSON.stringify(edit.patch)) as Change["patch"],
      };
      return { edit, change, folded: fold(tableOf(edit.type).get(edit.id), change) };
    });
    for (const { edit, folded } of next) {
      const parsed = registry[edit.type].schema.safeParse(withoutMarks(folded.data));
      if (!isDeleted(folded) && !parsed.success) {
        const fields = parsed.error.issues.map((issue) => issue.path.join("."));
        return fail({ kind: "invalid", type: edit.type, fields });
      }
    }
    for (const { edit, change, folded } of next) {
      tableOf(edit.type).set(edit.id, folded);
      changes.push(change);
    }
    tell(edits);
    return ok(null);
  };
  const turn = (
    from: Step[],
    to: Step[],
    edits: (step: Step) => readonly Edit[],
  ): Result<Label, never> | undefined => {
    const step = from.pop();
    if (step === undefined) return undefined;
    to.push(step);
    write(edits(step));
    return ok(step.label);
  };
  const newIds = (count: number): Promise<string[]> =>
    Promise.resolve(Array.from({ length: count }, () => recordId(id, (counter += 1))));

  const incidents = memoryIncidents(all);

  return {
    id,
    list: (type) => memoryList(type, all),
    get: (type, recordIdText) => Promise.resolve(read(type, recordIdText)),
    getMany: (type, ids) => Promise.resolve(ids.flatMap((one) => read(type, one) ?? [])),
    all: (type) => Promise.resolve(all(type)),
    childrenOf: (type, parentId) => {
      const parent = registry[type].parent ?? "";
      const children = all(type).filter((r) => (r.data as Record<string, unknown>)[parent] === parentId);
      return Promise.resolve(children);
    },
    newIds,
    takeNumber: (prefix) => Promise.resolve(paperNumber(prefix, wallOf(now()).year, id, (numbers += 1))),
    author: () => Promise.resolve(author),
    setAuthor: (name) => {
      author = name;
      return Promise.resolve();
    },
    save: (label, edits, options) => {
      const back = [...edits].reverse().map((edit) => inverse(edit, tableOf(edit.type).get(edit.id)));
      const saved = write(edits);
      if (saved.ok && options?.silent !== true) {
        done.push({ label, back, forth: edits });
        undone.length = 0;
      }
      return Promise.resolve(saved);
    },
    undo: () => Promise.resolve(turn(done, undone, (step) => step.back) ?? fail({ kind: "nothingToUndo" })),
    redo: () => Promise.resolve(turn(undone, done, (step) => step.forth) ?? fail({ kind: "nothingToUndo" })),
    undoState: () => Promise.resolve({ undo: done.at(-1)?.label, redo: undone.at(-1)?.label }),
    history: (type, recordIdText) =>
      Promise.resolve(changes.filter((change) => change.type === type && change.recordId === recordIdText)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    incidents,
    scoring: inlineScoring(incidents, (...asked) => memoryScored(all, ...asked)),
    openImport: async () => {
      const [batchId = ""] = await newIds(1);
      const edits: Edit[] = [];
      const writer: ImportWriter = {
        batchId,
        newIds,
        add: (type, added) => {
          edits.push(...added.map((record) => ({ type, id: record.id, patch: record.data as Patch })));
          return Promise.resolve();
        },
        commit: (batch, label) => {
          const every = [...edits, { type: "importBatch", id: batchId, patch: batch } as const];
          const back = every.map((edit) => inverse(edit, undefined));
          const saved = write(every);
          if (saved.ok) done.push({ label, back, forth: every });
          return Promise.resolve(saved);
        },
        cancel: () => Promise.resolve(),
      };
      return writer;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- what is in memory has nothing to wait for
    async *eachNumber() {
      yield all("incident").map(({ data }) => data.number);
    },
    // Nobody else writes in this memory.
    conflicts: {
      counts: () => Promise.resolve({ contested: 0, refused: 0 }),
      contested: () => Promise.resolve([]),
      contestedIn: () => Promise.resolve([]),
      refused: () => Promise.resolve([]),
      dismiss: () => Promise.resolve(),
      merged: () => Promise.resolve([]),
    },
    backup: {
      // eslint-disable-next-line @typescript-eslint/require-await -- an empty backup has nothing to wait for
      async *lines() {
        yield "";
      },
      takeIn: () => Promise.resolve(fail({ kind: "notABackup" })),
    },
    archive: NO_ARCHIVE,
    putBlob: async (bytes) => {
      const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
      const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      blobs.set(sha256, bytes);
      return sha256;
    },
    getBlob: (sha256) => Promise.resolve(blobs.get(sha256)),
    close: () => listeners.clear(),
  };
}

function inverse(edit: Edit, before: Folded | undefined): Edit {
  if (before === undefined) return { ...edit, patch: { $deleted: true } };
  const patch = Object.fromEntries(Object.keys(edit.patch).map((key) => [key, before.data[key] ?? null]));
  return { ...edit, patch };
}

function withoutMarks(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith("$")));
}

import type { Edit } from "../../shared/commands/edit.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { stampOf, tick } from "../../shared/lib/hybrid-clock.ts";
import { must } from "../../shared/lib/must.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { registry } from "../../shared/records/index.ts";
import { changeId, DELETED, type Change, type Patch } from "../../shared/sync/change.ts";
import { contestOf, fold, seenIn, type Folded } from "../../shared/sync/fold.ts";
import { keepContests } from "./contested.ts";
import type { SaveFailure } from "./desk.ts";
import type { Journal } from "./journal.ts";
import { readMetas, writeMeta } from "./meta.ts";
import { dirtyKeys, markDirty } from "./dirty.ts";
import type { Reader } from "./reader.ts";
import type { Step, StepEdit, Store } from "./store.ts";

export interface SaveContext {
  readonly store: Store;
  readonly reader: Reader;
  readonly now: () => number;
  /** The second copy, where the machine keeps one: a save is answered when both have it. */
  readonly journal?: Journal | undefined;
}

/** How a save is remembered: as a new step that can be undone, as the turning of an old one, or not at all. */
export type Remember =
  | { readonly kind: "step"; readonly label: Label }
  | { readonly kind: "turn"; readonly step: Step; readonly to: Step["state"] }
  | { readonly kind: "nothing" };

/**
 * Writes all edits or none: per edit the record and its change, and the step that undoes them, in one strict
 * transaction. What it refuses, it refuses before anything is written.
 */
export async function writeEdits(
  context: SaveContext,
  edits: readonly Edit[],
  remember: Remember,
): Promise<Result<null, SaveFailure>> {
  const { store } = context;
  const changes: Change[] = [];
  const types = [...new Set(edits.map((edit) => edit.type))];
  const tables = [
    ...types.map((type) => store.rowsOf(type)),
    ...context.reader.tables(),
    store.changes,
    store.steps,
    store.indexDirty,
    store.contests,
  ];
  const decided = decidedIn(edits);
  try {
    await store.transaction("rw", tables, async () => {
      // Asked and written together: each question by itself takes as long as writing does.
      const [records, facts, undone] = await Promise.all([
        recordsOf(context.reader, edits),
        readMetas(store, ["time", "deskSeq", "desk", "author"]),
        remember.kind === "step" ? undoneSteps(store) : [],
      ]);
      const { desk, author } = facts;
      let { time, deskSeq } = facts;
      const stepEdits: StepEdit[] = [];
      const dirty: string[] = [];
      for (const edit of edits) {
        const key = keyOf(edit);
        const current = records.get(key);
        time = tick(time, context.now());
        deskSeq += 1;
        const change = changeOf(edit, current, decided, {
          desk,
          deskSeq,
          author,
          stamp: stampOf(time, desk),
        });
        const next = fold(current, change);
        changes.push(change);
        check(edit, current, next, remember);
        stepEdits.push(stepEditOf(edit, current));
        dirty.push(...dirtyKeys(edit.type, edit.id, next.data));
        records.set(key, next);
      }
      const written = [...new Map(edits.map((edit) => [keyOf(edit), edit]))];
      await Promise.all([
        ...written.map(([key, { type, id }]) =>
          store.rowsOf(type).put({ id, ...must(records.get(key), "it was folded above") }),
        ),
        ...changes.map((change) =>
          store.changes.put({ ...change, recordKey: `${change.type}:${change.recordId}` }),
        ),
        ...written.map(([key, { type, id }]) => keepContests(store, type, id, records.get(key) ?? {})),
        markDirty(store, dirty),
        writeMeta(store, "time", time),
        writeMeta(store, "deskSeq", deskSeq),
        rememberStep(store, remember, stepEdits, undone),
      ]);
    });
    await context.journal?.append(changes);
    return ok(null);
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** A refusal on its way out of the transaction, which it rolls back. */
class Refused extends Error {
  readonly failure: SaveFailure;
  constructor(failure: SaveFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What the edits are about, as it stands, by `type:id`. */
async function recordsOf(reader: Reader, edits: readonly Edit[]): Promise<Map<string, Folded>> {
  const found = new Map<string, Folded>();
  const wanted = [...new Map(edits.map((edit) => [keyOf(edit), edit])).entries()];
  const records = await reader.findEach(wanted.map(([, edit]) => edit));
  for (const [at, [key]] of wanted.entries()) {
    const record = records[at];
    if (record !== undefined) found.set(key, record);
  }
  return found;
}

const keyOf = ({ type, id }: Pick<Edit, "type" | "id">): string => `${type}:${id}`;

function changeOf(
  edit: Edit,
  current: Folded | undefined,
  decided: ReadonlySet<string>,
  by: Pick<Change, "desk" | "deskSeq" | "author" | "stamp">,
): Change {
  const seen = seenBy(edit, current, decided);
  return {
    id: changeId(by.desk, by.deskSeq),
    ...by,
    type: edit.type,
    recordId: edit.id,
    schemaVersion: registry[edit.type].version,
    // A patch is JSON by the schemas of its fields; `undefined` means "not in the patch".
    patch: Object.fromEntries(
      Object.entries(edit.patch).filter(([, value]) => value !== undefined),
    ) as Change["patch"],
    ...(Object.keys(seen).length === 0 ? {} : { seen }),
  };
}

/**
 * What stood in each field when the author wrote: who saw it replaces it, who did not stands beside it. Where several
 * versions stand, only a decision replaces them (sync I5): anything else that is written there becomes one more.
 */
function seenBy(
  { type, id, patch }: Edit,
  current: Folded | undefined,
  decided: ReadonlySet<string>,
): NonNullable<Change["seen"]> {
  if (current === undefined) return {};
  return Object.fromEntries(
    Object.keys(patch)
      .filter((field) => contestOf(current, field).length === 0 || decided.has(`${type}:${id}:${field}`))
      .map((field): [string, string[]] => [field, [...seenIn(current, field)]])
      .filter(([, stamps]) => stamps.length > 0),
  );
}

/** The fields about which this save writes a decision down. */
function decidedIn(edits: readonly Edit[]): ReadonlySet<string> {
  const about = edits.filter(({ type }) => type === "decision").map(({ patch }) => patch);
  return new Set(
    about.map((patch) => `${text(patch, "recordType")}:${text(patch, "recordId")}:${text(patch, "field")}`),
  );
}

function text(patch: Patch, field: string): string {
  const value = patch[field];
  return typeof value === "string" ? value : "";
}

/** New saves are strict: known fields only, all required ones, each of its kind. */
function check(edit: Edit, current: Folded | undefined, next: Folded, remember: Remember): void {
  const definition = registry[edit.type];
  const turning = remember.kind === "turn";
  if (definition.appendOnly === true && current !== undefined && !turning) {
    throw new Refused({ kind: "appendOnly", type: edit.type });
  }
  if (next.data[DELETED] === true) return;
  const unknown = Object.keys(edit.patch).filter(
    (name) => !Object.hasOwn(definition.fields, name) && name !== DELETED,
  );
  const known = Object.fromEntries(
    Object.entries(next.data).filter(([name]) => Object.hasOwn(definition.fields, name)),
  );
  const parsed = definition.schema.safeParse(known);
  const bad = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0] ?? ""));
  if (unknown.length + bad.length > 0) {
    throw new Refused({ kind: "invalid", type: edit.type, fields: [...new Set([...unknown, ...bad])] });
  }
}

function stepEditOf(edit: Edit, current: Folded | undefined): StepEdit {
  const { type, id, patch } = edit;
  if (current === undefined) return { type, id, before: { [DELETED]: true }, after: { [DELETED]: null } };
  const before = Object.fromEntries(Object.keys(patch).map((field) => [field, current.data[field] ?? null]));
  return { type, id, before, after: withNulls(patch) };
}

function withNulls(patch: Patch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, value ?? null]));
}

async function rememberStep(
  store: Store,
  remember: Remember,
  edits: readonly StepEdit[],
  undone: number[],
): Promise<void> {
  if (remember.kind === "turn") {
    await store.steps.update(remember.step.no, { state: remember.to });
  } else if (remember.kind === "step") {
    await Promise.all([
      store.steps.add({ label: remember.label, state: "done", edits }),
      ...(undone.length > 0 ? [store.steps.bulkDelete(undone)] : []),
    ]);
  }
}

/** A new step ends what could be redone. */
export async function forgetUndone(store: Store): Promise<void> {
  await store.steps.bulkDelete(await undoneSteps(store));
}

function undoneSteps(store: Store): PromiseLike<number[]> {
  return store.steps.where("state").equals("undone").primaryKeys();
}

function failureOf(error: unknown): SaveFailure {
  if (error instanceof Refused) return error.failure;
  const name = error instanceof Error ? error.name : "unknown";
  const inner =
    error instanceof Error && "inner" in error && error.inner instanceof Error ? error.inner.name : "";
  if (name === "QuotaExceededError" || inner === "QuotaExceededError") return { kind: "storeFull" };
  return {
    kind: "storeFailed",
    detail: error instanceof Error ? `${name}: ${error.message}`.slice(0, 200) : name,
  };
}

import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import type { ListQuery, ListRange, ListRow } from "../../../../renderer/db/desk.ts";
import { listedAs } from "../../../../renderer/db/dirty.ts";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import type { Column } from "../../../../renderer/db/record-index/listed-type.ts";
import { listedType } from "../../../../renderer/db/record-index/listed-types.ts";
import { create, type Edit } from "../../../../shared/commands/edit.ts";
import type { AnyField } from "../../../../shared/lib/fields.ts";
import { must } from "../../../../shared/lib/must.ts";
import {
  RECORD_TYPES,
  registry,
  type RecordData,
  type RecordType,
  type Stored,
} from "../../../../shared/records/index.ts";
import { memoryList } from "../../../support/memory-list.ts";

const label = { zh: "测试", en: "Test" };
const opened: DexieDesk[] = [];
let stores = 0;

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function desk(name: string): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(one);
  return one;
}

const LISTED = RECORD_TYPES.filter((type) => listedAs(type) === type);
/** Few ids, so that what points somewhere sometimes finds it. */
const IDS = ["TARGET-000000001", "TARGET-000000002", "TARGET-000000003"];
const WORDS = ["门诊收费", "打印机", "卡纸", "第2次", "第10次", "HIS", "１２", "a b", "东软", "0012"];

function valueOf(field: AnyField): fc.Arbitrary<unknown> {
  const words = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(""));
  switch (field.kind) {
    case "text":
    case "longText":
      return words;
    case "instant":
      return fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}T0${day}:00:00.000Z`);
    case "date":
      return fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}`);
    case "fen":
    case "integer":
      return fc.integer({ min: -3, max: 300 });
    case "flag":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case "choices":
      return fc.subarray(Object.keys(field.choices ?? {}));
    case "reference":
      return fc.constantFrom(...IDS);
    case "references":
      return fc.subarray(IDS);
    case "rows":
      return fc.array(
        fc.record(
          Object.fromEntries(
            Object.entries(field.row ?? {}).map(([name, column]) => [name, valueOf(column)]),
          ),
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      );
  }
}

function dataOf(type: RecordType): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries<AnyField>(registry[type].fields);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), {
    requiredKeys: fields.filter(([, { required }]) => required).map(([name]) => name),
  });
}

type Step =
  | { readonly kind: "save" | "import"; readonly records: readonly Record<string, unknown>[] }
  | { readonly kind: "edit"; readonly at: number; readonly patch: Record<string, unknown> }
  | { readonly kind: "delete"; readonly at: number }
  | { readonly kind: "undo" | "redo" | "reopen" };

function stepsOf(type: RecordType): fc.Arbitrary<readonly Step[]> {
  const records = fc.array(dataOf(type), { minLength: 1, maxLength: 6 });
  const at = fc.nat(20);
  const canEdit = !("appendOnly" in registry[type]) || !registry[type].appendOnly;
  const steps: fc.Arbitrary<Step>[] = [
    fc.record({ kind: fc.constantFrom("save" as const, "import" as const), records }),
    fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "reopen" as const) }),
  ];
  if (canEdit) {
    steps.push(
      fc.record({ kind: fc.constant("edit" as const), at, patch: dataOf(type) }),
      fc.record({ kind: fc.constant("delete" as const), at }),
    );
  }
  // Something to begin with: most steps need a record.
  const first = fc.record({ kind: fc.constantFrom("save" as const, "import" as const), records });
  return fc.tuple(first, fc.array(fc.oneof(...steps), { maxLength: 6 })).map(([one, more]) => [one, ...more]);
}

function queryOf(type: RecordType): fc.Arbitrary<ListQuery> {
  const { columns } = listedType(type);
  const names = Object.keys(columns);
  const search = fc.constantFrom(
    "卡纸",
    "卡",
    "dysf",
    "his",
    "1",
    "１２",
    "第1",
    "门诊收费打印机",
    "2026-11",
    "zz",
  );
  const filters = fc
    .constantFrom(...names)
    .chain((name) =>
      fc.constantFrom(...valuesIn(type, name)).map((value): ListQuery["filters"] => ({ [name]: [value] })),
    );
  const ranges = fc
    .constantFrom(...names.filter((name) => columns[name]?.kind !== "text"), "none")
    .map((name): Record<string, ListRange> => (name === "none" ? {} : { [name]: rangeOf(columns[name]) }));
  const sort = fc.record({ column: fc.constantFrom(...names), descending: fc.boolean() });
  // One condition mostly: of several at once hardly a row is left.
  return fc
    .oneof(
      fc.record({ search }),
      fc.record({ filters }),
      fc.record({ ranges }),
      fc.record({ search, filters, ranges }, { requiredKeys: [] }),
    )
    .chain((asked) =>
      fc.option(sort, { nil: undefined }).map((by) => ({ search: "", filters: {}, ...asked, sort: by })),
    );
}

/** What may stand in a column, as people tick it. */
function valuesIn(type: RecordType, name: string): readonly string[] {
  const field = Object.entries<AnyField>(registry[type].fields).find(([one]) => one === name)?.[1];
  return ["", "true", "12", "2026-11-03", ...IDS, ...WORDS.slice(0, 4), ...Object.keys(field?.choices ?? {})];
}

function rangeOf(column: Column | undefined): ListRange {
  if (column?.kind !== "number") return { from: "2026-11-02", to: "2026-11-07" };
  return column.isInstant
    ? { from: "2026-11-02T00:00:00.000Z", to: "2026-11-07T07:00:00.000Z" }
    : { to: "100" };
}

async function take(on: DexieDesk, type: RecordType, step: Step, ids: string[]): Promise<void> {
  switch (step.kind) {
    case "save": {
      const fresh = await on.newIds(step.records.length);
      const edits = step.records.map((patch, n): Edit => ({
        type,
        id: must(fresh[n], "id"),
        patch: patch,
      }));
      if (!(await on.save(label, edits)).ok) return;
      ids.push(...fresh);
      if (type === "incident") await report(on, fresh);
      return;
    }
    case "import": {
      const writer = await on.openImport();
      const fresh = await writer.newIds(step.records.length);
      ids.push(...fresh);
      await writer.add(
        type,
        step.records.map((data, n) => ({ id: must(fresh[n], "id"), data: data as RecordData<RecordType> })),
      );
      const rows = step.records.length;
      const counts = { rows, records: rows, duplicates: 0, held: 0 };
      const at = "2026-11-20T00:00:00.000Z";
      const batch = {
        fileName: "旧.xlsx",
        recordType: type,
        state: "committed",
        importedAt: at,
        ...counts,
      } as const;
      expect((await writer.commit(batch, label)).ok).toBe(true);
      return;
    }
    case "edit":
    case "delete": {
      const id = ids[step.at % Math.max(1, ids.length)];
      // What was taken back is not edited: it would come back in part.
      if (id === undefined || (await on.get(type, id)) === undefined) return;
      const patch = step.kind === "edit" ? step.patch : { $deleted: true };
      await on.save(label, [{ type, id, patch: patch }]);
      return;
    }
    case "undo":
      await on.undo();
      return;
    case "redo":
      await on.redo();
      return;
    case "reopen":
  }
}

/** What their timelines say is in the rows of the list, too. */
async function report(on: DexieDesk, incidentIds: readonly string[]): Promise<void> {
  const kinds = ["reported", "acknowledged", "resolved"] as const;
  const ids = await on.newIds(incidentIds.length);
  const edits = incidentIds.map((incidentId, n) => {
    const at = `2026-11-0${1 + (n % 9)}T00:00:00.000Z`;
    const event = { incidentId, kind: kinds[n % 3] ?? "reported", at, recordedAt: at };
    return create("incidentEvent", must(ids[n], "id"), event);
  });
  expect((await on.save(label, edits)).ok).toBe(true);
}

/** Every record of these types as the history has them: what the index must agree with. */
async function everything(on: DexieDesk, types: readonly RecordType[]) {
  const read = new Map<RecordType, readonly Stored[]>();
  for (const type of types) read.set(type, await on.all(type));
  return <T extends RecordType>(type: T): readonly Stored<T>[] =>
    (read.get(type) ?? []) as unknown as readonly Stored<T>[];
}

async function rowsOf(list: ReturnType<DexieDesk["list"]>, query: ListQuery): Promise<readonly ListRow[]> {
  const view = await list.query(query);
  const rows = await view.rows(0, view.count);
  expect(rows.length).toBe(view.count);
  return rows;
}

const byId = (a: ListRow, b: ListRow): number => (a.id < b.id ? -1 : 1);
/** Those that bring most at the cost of a few seconds; the others have fewer turns. */
const runs = (type: RecordType): number => (type === "visit" || type === "incident" ? 20 : 3);

describe("every list", () => {
  it.each(LISTED)(
    "of %s answers from its index what a plain look through all records answers",
    async (type) => {
      const { named } = listedType(type);
      const others = named.filter((one) => one !== type);
      await fc.assert(
        fc.asyncProperty(
          stepsOf(type),
          fc.array(queryOf(type), { minLength: 8, maxLength: 12 }),
          fc.record(Object.fromEntries(others.map((one) => [one, dataOf(one)]))),
          async (steps, queries, targets) => {
            const name = `every-${(stores += 1)}`;
            let on = await desk(name);
            for (const one of others) {
              const patch = targets[one] as Edit["patch"];
              await on.save(label, [{ type: one, id: must(IDS[stores % 2], "id"), patch }], { silent: true });
            }
            const ids: string[] = [];
            for (const step of steps) {
              await take(on, type, step, ids);
              if (step.kind === "reopen") {
                on.close();
                on = await desk(name);
              } else if (stores % 2 === 0) await on.list(type).ready();
            }
            const plain = memoryList(type, await everything(on, [type, ...named, "incidentEvent"]));
            for (const query of queries) {
              const [found, wanted] = [await rowsOf(on.list(type), query), await rowsOf(plain, query)];
              expect([...found].sort(byId)).toEqual([...wanted].sort(byId));
              const keys = (rows: readonly ListRow[]) => rows.map((row) => row[query.sort?.column ?? "id"]);
              expect(keys(found)).toEqual(keys(wanted));
            }
            on.close();
          },
        ),
        { numRuns: runs(type) },
      );
    },
    60_000,
  );
});

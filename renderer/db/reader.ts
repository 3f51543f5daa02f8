import { migrate } from "../../shared/lib/migrate.ts";
import { registry, type RecordData, type RecordType, type Stored } from "../../shared/records/index.ts";
import { DELETED } from "../../shared/sync/change.ts";
import { isDeleted, type Folded } from "../../shared/sync/fold.ts";
import { versionIn } from "./packed.ts";
import { isOfImport, runsOf, type Pages } from "./pages.ts";
import { NO_BATCH, type Head, type PackedRecord, type Row, type Store } from "./store.ts";

/** A record, and the import that brought it. */
export interface Brought<T extends RecordType> extends Stored<T> {
  readonly batchId: string | undefined;
}

/** Reads records wherever they lie: a row hides the packed copy, an import shows while it is committed. */
export class Reader {
  readonly #store: Store;
  readonly #pages: Pages;
  #committed = new Set<string>();

  constructor(store: Store, pages: Pages) {
    this.#store = store;
    this.#pages = pages;
  }

  /** Reads which imports stand; called at opening and whenever a batch came or went. */
  async refresh(): Promise<void> {
    await this.#pages.refresh();
    const batches = await this.#store.rowsOf("importBatch").toArray();
    this.#committed = new Set(
      batches.filter((row) => row.data["state"] === "committed" && !isDeleted(row)).map((row) => row.id),
    );
  }

  /** What a transaction must span, beside the rows themselves, to read records in it. */
  tables() {
    return this.#pages.tables();
  }

  /** The record as it lies in the store, shown or not. */
  async find(type: RecordType, id: string): Promise<Folded | undefined> {
    return this.#pages.together(
      [type],
      async () => (await this.#store.rowsOf(type).get(id)) ?? (await this.#pages.get(type, id)),
    );
  }

  /** Each of these as it lies in the store, shown or not: in a transaction that spans `tables()` and their rows. */
  async findEach(
    records: readonly { readonly type: RecordType; readonly id: string }[],
  ): Promise<(Folded | undefined)[]> {
    // Asked for while the pages catch up: one way there and back, not two.
    const [rows] = await Promise.all([
      Promise.all(records.map(({ type, id }) => this.#store.rowsOf(type).get(id))),
      this.#pages.refresh(),
    ]);
    return Promise.all(records.map(async ({ type, id }, at) => rows[at] ?? this.#pages.get(type, id)));
  }

  async get<T extends RecordType>(type: T, id: string): Promise<Stored<T> | undefined> {
    const folded = await this.find(type, id);
    return folded !== undefined && this.isShown(folded) ? toStored(type, id, folded) : undefined;
  }

  /** Those of these records that are not deleted, by their ids, whether the imports that brought them stand or not. */
  async findMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<Map<string, Brought<T>>> {
    return this.#pages.together([type], async () => {
      const rows = await this.#store.rowsOf(type).bulkGet([...ids]);
      const packed = await this.#pages.getMany(
        type,
        ids.filter((_, at) => rows[at] === undefined),
      );
      const found = new Map<string, Brought<T>>();
      for (const [at, id] of ids.entries()) {
        const folded = rows[at] ?? packed.get(id);
        if (folded === undefined || isDeleted(folded)) continue;
        found.set(id, { ...toStored(type, id, folded), batchId: folded.batchId });
      }
      return found;
    });
  }

  /** Those of these records that are shown, in this order. */
  async getMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<Stored<T>[]> {
    const found = await this.findMany(type, ids);
    return ids.flatMap((id): Stored<T>[] => {
      const brought = found.get(id);
      if (brought === undefined) return [];
      const { batchId, ...record } = brought;
      return batchId === undefined || this.stands(batchId) ? [record] : [];
    });
  }

  async all<T extends RecordType>(type: T): Promise<Stored<T>[]> {
    const found: Stored<T>[] = [];
    for await (const records of this.each(type)) found.push(...records);
    return found;
  }

  /**
   * Every shown record of a type, some at a time, each once: what moves from rows to pages meanwhile was given with the
   * rows, and its new page is none of those that there were at the beginning.
   */
  async *each<T extends RecordType>(type: T): AsyncGenerator<Stored<T>[]> {
    const { rows, heads } = await this.#pages.together([type], async () => ({
      rows: await this.#store.rowsOf(type).toArray(),
      heads: this.#pages.allHeadsOf(type).filter((head) => this.#mayShow(head)),
    }));
    const own = new Set(rows.map((row) => row.id));
    yield rows.filter((row) => this.isShown(row)).map((row) => toStored(type, row.id, row));
    for (const run of runsOf(heads)) {
      for (const { head, records } of await this.#pages.records(run))
        yield this.#shownIn(type, head, records, own);
    }
  }

  /** The shown records that were brought by no import. */
  async own<T extends RecordType>(type: T): Promise<Stored<T>[]> {
    return this.#pages.together([type], async () => {
      const rows = await this.#store.rowsOf(type).toArray();
      const hidden = new Set(rows.map((row) => row.id));
      const found = rows
        .filter((row) => row.batchId === undefined && this.isShown(row))
        .map((row) => toStored(type, row.id, row));
      for (const { head, records } of await this.#pages.records(this.#pages.headsOf(type, NO_BATCH))) {
        const single = records.filter(({ batchId }) => batchId === undefined);
        found.push(...this.#shownIn(type, head, single, hidden));
      }
      return found;
    });
  }

  /**
   * What must be read one by one beside the pages of the imports, shown or not: the ids of all records that lie in rows
   * or in pages of settled ones, each with the id of its parent ("" where it has none).
   */
  async besideImports(type: RecordType): Promise<Map<string, string>> {
    const parent: string = registry[type].parent ?? "";
    const found = new Map<string, string>();
    const take = ({ id, data }: Pick<Row, "id" | "data">): void => {
      const owner = data[parent];
      found.set(id, typeof owner === "string" ? owner : "");
    };
    await this.#pages.together([type], async () => {
      for (const { records } of await this.#pages.records(this.#pages.headsOf(type, NO_BATCH)))
        records.forEach(take);
      await this.#store.rowsOf(type).each(take);
    });
    return found;
  }

  /** The shown records whose own id, or whose parent's, lies between these two and is wanted. */
  async between<T extends RecordType>(
    type: T,
    by: "id" | "parent",
    range: readonly [first: string, last: string],
    wanted: ReadonlySet<string>,
  ): Promise<Stored<T>[]> {
    const [first, last] = range;
    const parent: string = registry[type].parent ?? "";
    const isWanted = (id: string, data: Row["data"]): boolean => {
      const key = by === "id" ? id : data[parent];
      return typeof key === "string" && wanted.has(key);
    };
    return this.#pages.together([type], async () => {
      const key = by === "id" ? "id" : `data.${parent}`;
      const heads = this.#pages.allHeadsOf(type).filter((head) => {
        const [from, to] = by === "id" ? [head.firstId, head.lastId] : [head.firstParent, head.lastParent];
        return from <= last && to >= first && this.#mayShow(head);
      });
      const [rows, packed] = await Promise.all([
        this.#store.rowsOf(type).where(key).between(first, last, true, true).toArray(),
        this.#pages.records(heads),
      ]);
      const hidden = new Set(rows.map(({ id }) => id));
      const found = rows
        .filter((row) => this.isShown(row) && isWanted(row.id, row.data))
        .map((row) => toStored(type, row.id, row));
      for (const { head, records } of packed) {
        const some = records.filter(({ id, data }) => isWanted(id, data));
        found.push(...this.#shownIn(type, head, some, hidden));
      }
      return found;
    });
  }

  async childrenOf<T extends RecordType>(type: T, parentId: string): Promise<Stored<T>[]> {
    const parent: string | undefined = registry[type].parent;
    if (parent === undefined) return [];
    const indexed = registry[type].indexes.includes(parent);
    const table = this.#store.rowsOf(type);
    const found = await this.#pages.together([type], async () => {
      const rows = indexed
        ? await table.where(`data.${parent}`).equals(parentId).toArray()
        : (await table.toArray()).filter((row) => row.data[parent] === parentId);
      const own = new Set(rows.map((row) => row.id));
      const shown = rows.filter((row) => this.isShown(row)).map((row) => toStored(type, row.id, row));
      for (const { id, folded } of await this.#pages.childrenOf(type, parentId)) {
        if (!own.has(id) && this.isShown(folded)) shown.push(toStored(type, id, folded));
      }
      return shown;
    });
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Whether an import counts. */
  stands(batchId: string): boolean {
    return this.#committed.has(batchId);
  }

  isShown(folded: Pick<Folded, "data" | "batchId">): boolean {
    return !isDeleted(folded) && (folded.batchId === undefined || this.#committed.has(folded.batchId));
  }

  #mayShow(head: Head): boolean {
    return !isOfImport(head) || this.#committed.has(head.batchId);
  }

  /** The records of a page that may show, without those that a row hides. */
  #shownIn<T extends RecordType>(
    type: T,
    head: Head,
    records: readonly PackedRecord[],
    hidden: ReadonlySet<string>,
  ): Stored<T>[] {
    return records
      .filter((record) => !hidden.has(record.id) && this.isShown(record))
      .map((record) => asStored(type, record.id, record.data, versionIn(head, record)));
  }
}

function toStored<T extends RecordType>(type: T, id: string, folded: Folded): Stored<T> {
  return asStored(type, id, folded.data, folded.schemaVersion);
}

function asStored<T extends RecordType>(
  type: T,
  id: string,
  raw: Readonly<Record<string, unknown>>,
  schemaVersion: number,
): Stored<T> {
  const { migrations, version } = registry[type];
  const migrated = schemaVersion < version ? migrate(migrations, schemaVersion, raw) : raw;
  // Old reads are patient: what was stored passed its schema then, and fields of newer desks ride along.
  return { type, id, data: withoutMarks(migrated) as RecordData<T> };
}

function withoutMarks(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.hasOwn(data, DELETED)) return data;
  const { [DELETED]: _deleted, ...rest } = data;
  return rest;
}

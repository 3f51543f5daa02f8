import { groupBy } from "../../../shared/lib/group-by.ts";
import { migrate } from "../../../shared/lib/migrate.ts";
import { registry, type RecordData, type Stored } from "../../../shared/records/index.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import type { KnownIncident } from "../../../shared/rules/incidents/recurrences.ts";
import type { ScoredFile } from "../../../shared/rules/scores/assess.ts";
import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Head, Row, Store } from "../store.ts";

/** Incidents read together: twenty pages of them and eighty of their timelines, some five megabytes. */
const FILES_A_TIME = 2000;

type FileType = "incident" | "incidentEvent" | "verdict";

/** Reads incidents with their timelines and verdicts, many at a time in the order of their ids; memory stays bounded. */
export class FileReader {
  readonly #store: Store;
  readonly #pages: Pages;
  readonly #reader: Reader;

  constructor(store: Store) {
    this.#store = store;
    this.#pages = new Pages(store);
    this.#reader = new Reader(store, this.#pages);
  }

  /** Reads which imports stand: called first. */
  async open(): Promise<Reader> {
    await this.#reader.refresh();
    return this.#reader;
  }

  /** Those of these incidents that are shown. The next are fetched while the caller is busy with the last. */
  async *files(ids: readonly string[]): AsyncGenerator<readonly ScoredFile[]> {
    const sorted = [...ids].sort();
    const chunks: string[][] = [];
    for (let from = 0; from < sorted.length; from += FILES_A_TIME) {
      chunks.push(sorted.slice(from, from + FILES_A_TIME));
    }
    let coming = this.#chunk(chunks[0] ?? []);
    for (let at = 0; at < chunks.length; at++) {
      const files = await coming;
      coming = this.#chunk(chunks[at + 1] ?? []);
      // Whoever stops here leaves a reading behind that nobody waits for.
      coming.catch(() => undefined);
      yield files;
    }
  }

  async #chunk(ids: readonly string[]): Promise<readonly ScoredFile[]> {
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return [];
    const wanted = new Set(ids);
    const [incidents, events, verdicts] = await Promise.all([
      this.#between("incident", first, last, wanted),
      this.#between("incidentEvent", first, last, wanted),
      this.#between("verdict", first, last, wanted),
    ]);
    const eventsById = groupBy(
      events.map(({ data }) => data),
      ({ incidentId }) => incidentId,
    );
    const verdictsById = groupBy(verdicts, ({ data }) => data.incidentId);
    return Promise.all(
      incidents.map(async ({ id, data }) => ({
        ...{ id, incident: data, events: eventsById.get(id) ?? [], verdicts: verdictsById.get(id) ?? [] },
        previous: data.previousId === undefined ? undefined : await this.#known(data.previousId),
      })),
    );
  }

  /** Records whose own id, or whose incident's, is wanted, all of which lie between these two. */
  async #between<T extends FileType>(
    type: T,
    first: string,
    last: string,
    wanted: ReadonlySet<string>,
  ): Promise<Stored<T>[]> {
    const isIncident = type === "incident";
    const key = isIncident ? "id" : "data.incidentId";
    const [rows, packed] = await Promise.all([
      this.#store.rowsOf(type).where(key).between(first, last, true, true).toArray(),
      this.#pages.records(this.#heads(type, first, last)),
    ]);
    const own = new Set(rows.map(({ id }) => id));
    const found: Stored<T>[] = [];
    const take = (id: string, data: Row["data"], schemaVersion: number): void => {
      const owner = isIncident ? id : data["incidentId"];
      if (typeof owner === "string" && wanted.has(owner)) found.push(stored(type, id, data, schemaVersion));
    };
    for (const row of rows) if (this.#reader.isShown(row)) take(row.id, row.data, row.schemaVersion);
    for (const { head, records } of packed) {
      for (const { id, data } of records) if (!own.has(id)) take(id, data, head.schemaVersion);
    }
    return found;
  }

  #heads(type: FileType, first: string, last: string): readonly Head[] {
    return this.#standing(type).filter((head) =>
      type === "incident"
        ? head.firstId <= last && head.lastId >= first
        : head.firstParent <= last && head.lastParent >= first,
    );
  }

  readonly #headsByType = new Map<FileType, readonly Head[]>();

  /** The pages of all imports that stand, in the order in which they were written. */
  #standing(type: FileType): readonly Head[] {
    const known = this.#headsByType.get(type);
    if (known !== undefined) return known;
    const heads = [...this.#pages.batches()]
      .filter(({ batchId }) => this.#reader.stands(batchId))
      .flatMap(({ batchId }) => this.#pages.headsOf(type, batchId))
      .sort((a, b) => a.no - b.no);
    this.#headsByType.set(type, heads);
    return heads;
  }

  async #known(id: string): Promise<KnownIncident | undefined> {
    const incident = await this.#reader.get("incident", id);
    if (incident === undefined) return undefined;
    const events = await this.#reader.childrenOf("incidentEvent", id);
    const lines = events.map(({ data }) => data);
    return { incident, state: incidentState(incident.data, lines) };
  }
}

function stored<T extends FileType>(
  type: T,
  id: string,
  data: Row["data"],
  schemaVersion: number,
): Stored<T> {
  const { version, migrations } = registry[type];
  const migrated = schemaVersion < version ? migrate(migrations, schemaVersion, data) : data;
  // As the reader has it: what was stored passed its schema then.
  return { type, id, data: migrated as unknown as RecordData<T> };
}

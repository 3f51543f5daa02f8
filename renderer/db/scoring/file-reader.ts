import { groupBy } from "../../../shared/lib/group-by.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import type { KnownIncident } from "../../../shared/rules/incidents/recurrences.ts";
import type { ScoredFile } from "../../../shared/rules/scores/assess.ts";
import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Store } from "../store.ts";
import { partOf, type Part } from "./parts.ts";

/** Incidents read together: twenty pages of them and eighty of their timelines, some five megabytes. */
const FILES_A_TIME = 2000;

/** Reads incidents with their timelines and verdicts, many at a time in the order of their ids; memory stays bounded. */
export class FileReader {
  readonly #reader: Reader;

  constructor(store: Store) {
    this.#reader = new Reader(store, new Pages(store));
  }

  /** Reads which imports stand: called first. */
  async open(): Promise<Reader> {
    await this.#reader.refresh();
    return this.#reader;
  }

  /** Those of a part of these incidents that are shown. The next are fetched while the caller is busy with the last. */
  async *files(ids: readonly string[], part: Part): AsyncGenerator<readonly ScoredFile[]> {
    const sorted = partOf([...ids].sort(), part);
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
      this.#reader.between("incident", "id", [first, last], wanted),
      this.#reader.between("incidentEvent", "parent", [first, last], wanted),
      this.#reader.between("verdict", "parent", [first, last], wanted),
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

  async #known(id: string): Promise<KnownIncident | undefined> {
    const incident = await this.#reader.get("incident", id);
    if (incident === undefined) return undefined;
    const events = await this.#reader.childrenOf("incidentEvent", id);
    const lines = events.map(({ data }) => data);
    return { incident, state: incidentState(incident.data, lines) };
  }
}

import type { IncidentEvent } from "../../../shared/records/index.ts";
import type { Notice } from "../notices.ts";
import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Store } from "../store.ts";
import { IncidentTable, type NamesById } from "./incident-table.ts";

/** Fills the incident table from the store and keeps it in step with what is written. */
export class IncidentLoader {
  readonly #store: Store;
  readonly #reader: Reader;
  #table = new IncidentTable();

  constructor(store: Store) {
    this.#store = store;
    this.#reader = new Reader(store, new Pages(store));
  }

  get table(): IncidentTable {
    return this.#table;
  }

  /** Reads everything anew: at opening, after an import, after a pull. */
  async load(): Promise<void> {
    await this.#reader.refresh();
    const names = await this.#names();
    const eventsById = new Map<string, IncidentEvent[]>();
    for await (const events of this.#reader.each("incidentEvent")) {
      for (const { data } of events) {
        const timeline = eventsById.get(data.incidentId);
        if (timeline === undefined) eventsById.set(data.incidentId, [data]);
        else timeline.push(data);
      }
    }
    const table = new IncidentTable();
    for await (const incidents of this.#reader.each("incident")) {
      for (const { id, data } of incidents) table.put(id, data, eventsById.get(id) ?? NO_EVENTS, names);
    }
    this.#table = table;
  }

  /** Takes in one notice; true when the table may have changed. */
  async follow(notice: Notice): Promise<boolean> {
    const touches = notice.touched.some((type) => SHOWN_TYPES.has(type));
    if (!touches) return false;
    const small =
      notice.records?.every(({ type }) => type === "incident" || type === "incidentEvent") === true;
    if (!small) {
      await this.load();
      return true;
    }
    const names = await this.#names();
    for (const id of await this.#incidentsIn(notice)) await this.#refreshOne(id, names);
    return true;
  }

  async #incidentsIn(notice: Notice): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const { type, id } of notice.records ?? []) {
      if (type === "incident") ids.add(id);
      if (type !== "incidentEvent") continue;
      const event = await this.#reader.find("incidentEvent", id);
      const owner = event?.data["incidentId"];
      if (typeof owner === "string") ids.add(owner);
    }
    return ids;
  }

  async #refreshOne(id: string, names: NamesById): Promise<void> {
    const incident = await this.#reader.get("incident", id);
    if (incident === undefined) {
      this.#table.delete(id);
      return;
    }
    const events = await this.#reader.childrenOf("incidentEvent", id);
    this.#table.put(
      id,
      incident.data,
      events.map((event) => event.data),
      names,
    );
  }

  async #names(): Promise<NamesById> {
    const byId = async (type: "system" | "vendor"): Promise<Map<string, string>> => {
      const records = await this.#reader.all(type);
      return new Map(records.map(({ id, data }) => [id, data.name]));
    };
    return { systems: await byId("system"), vendors: await byId("vendor") };
  }

  close(): void {
    this.#store.close();
  }
}

const SHOWN_TYPES: ReadonlySet<string> = new Set([
  "incident",
  "incidentEvent",
  "system",
  "vendor",
  "importBatch",
]);
const NO_EVENTS: readonly IncidentEvent[] = [];

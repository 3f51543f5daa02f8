import { timeOfStamp } from "../../../shared/lib/hybrid-clock.ts";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import type { Status } from "../../../shared/rules/incidents/status.ts";
import { followsIncident, isSettled } from "../../../shared/rules/settled/is-settled.ts";
import { contestOf, isDeleted } from "../../../shared/sync/fold.ts";
import { canBePacked } from "../packed.ts";
import type { Reader } from "../reader.ts";
import type { Row, Store } from "../store.ts";

/** Looks through the rows of one type, some at a time, for those that may lie in pages. */
export class SettledRows {
  readonly #store: Store;
  readonly #reader: Reader;
  readonly #type: RecordType;
  readonly #nowMs: number;
  readonly #parent: string | undefined;
  #last = "";

  constructor(store: Store, reader: Reader, type: RecordType, nowMs: number) {
    this.#store = store;
    this.#reader = reader;
    this.#type = type;
    this.#nowMs = nowMs;
    // What has a parent is looked for by it: a page then holds few parents' records.
    const { parent, indexes } = registry[type] as { parent?: string; indexes: readonly string[] };
    this.#parent = parent !== undefined && indexes.includes(parent) ? parent : undefined;
  }

  /** The settled ones among the next `limit` rows or some more; undefined when all rows were looked at. */
  async next(limit: number): Promise<readonly Row[] | undefined> {
    const rows = await this.#read(limit);
    if (rows.length === 0) return undefined;
    const statuses = await this.#statuses(rows);
    return rows.filter((row) => {
      if (!canBePacked(row)) return false;
      const { data } = row;
      const isUndecided = Object.keys(row.versions ?? {}).some((field) => contestOf(row, field).length > 0);
      const record = {
        ...{ data, touchedMs: touchedMs(row), nowMs: this.#nowMs },
        incidentStatus: statuses.get(this.#incidentOf(row)),
      };
      return isDeleted(row) || (!isUndecided && isSettled(this.#type, record));
    });
  }

  async #read(limit: number): Promise<Row[]> {
    const table = this.#store.rowsOf(this.#type);
    const key = this.#parent === undefined ? "id" : `data.${this.#parent}`;
    const rows = await table.where(key).above(this.#last).limit(limit).toArray();
    const last = rows.at(-1);
    if (last === undefined) return rows;
    if (this.#parent === undefined) {
      this.#last = last.id;
      return rows;
    }
    // All of a parent's records together, however many there are.
    this.#last = String(last.data[this.#parent]);
    const whole = await table.where(key).equals(this.#last).toArray();
    return [...rows.filter((row) => row.data[this.#parent ?? ""] !== this.#last), ...whole];
  }

  #incidentOf({ id, data }: Row): string {
    return this.#type === "incident" ? id : String(data["incidentId"]);
  }

  async #statuses(rows: readonly Row[]): Promise<Map<string, Status>> {
    const statuses = new Map<string, Status>();
    if (!followsIncident(this.#type)) return statuses;
    for (const id of new Set(rows.map((row) => this.#incidentOf(row)))) {
      const incident = await this.#reader.get("incident", id);
      if (incident === undefined) continue;
      const events = await this.#reader.childrenOf("incidentEvent", id);
      const lines = events.map(({ data }) => data);
      statuses.set(id, incidentState(incident.data, lines).status);
    }
    return statuses;
  }
}

function touchedMs({ stamp, fieldStamps = {} }: Row): number {
  const last = Object.values(fieldStamps).reduce((latest, one) => (one > latest ? one : latest), stamp);
  // A store of the first version has rows without a stamp: nobody touched them since.
  return last === "" ? 0 : timeOfStamp(last).ms;
}

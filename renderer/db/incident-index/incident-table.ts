import { incidentState } from "../../../shared/rules/incidents/state.ts";
import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";
import type { IncidentColumn, IncidentQuery, IncidentRow } from "../desk.ts";
import { initialsOf } from "../initials.ts";

export interface NamesById {
  readonly systems: ReadonlyMap<string, string>;
  readonly vendors: ReadonlyMap<string, string>;
}

interface Entry {
  readonly row: IncidentRow;
  readonly isImported: boolean;
  /** What search looks in: lower case, then the initials. */
  readonly words: string;
  readonly initials: string;
}

/** Every incident as the list shows it, in memory, where it is sorted, filtered and searched. */
export class IncidentTable {
  readonly #entries = new Map<string, Entry>();
  #list: readonly Entry[] | undefined;
  readonly #sorted = new Map<IncidentColumn, readonly Entry[]>();

  put(id: string, incident: Incident, events: readonly IncidentEvent[], names: NamesById): void {
    this.#entries.set(id, entryOf(id, incident, events, names));
    this.#forgetOrder();
  }

  delete(id: string): void {
    if (this.#entries.delete(id)) this.#forgetOrder();
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The rows that a query wants, in its order. */
  select(query: IncidentQuery): readonly IncidentRow[] {
    const keep = keeper(query);
    const sorted = this.#sortedBy(query.sort.column);
    const rows: IncidentRow[] = [];
    const last = sorted.length - 1;
    for (let at = 0; at <= last; at += 1) {
      const entry = sorted[query.sort.descending ? last - at : at];
      if (entry !== undefined && keep(entry)) rows.push(entry.row);
    }
    return rows;
  }

  values(column: IncidentColumn, limit: number): { value: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const { row } of this.#entries.values()) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
    const found = [...counts].map(([value, count]) => ({ value, count }));
    return found.sort((a, b) => b.count - a.count).slice(0, limit);
  }

  /** Reported here, not resolved, oldest first: imported history never alarms (clocks R15). */
  open(limit: number): string[] {
    return this.#sortedBy("reportedAt")
      .filter(({ row, isImported }) => !isImported && row.status !== "resolved" && row.status !== "closed")
      .slice(0, limit)
      .map(({ row }) => row.id);
  }

  #sortedBy(column: IncidentColumn): readonly Entry[] {
    const known = this.#sorted.get(column);
    if (known !== undefined) return known;
    this.#list ??= [...this.#entries.values()];
    const sorted = [...this.#list].sort(orderOf(column, this.#list));
    this.#sorted.set(column, sorted);
    return sorted;
  }

  #forgetOrder(): void {
    this.#list = undefined;
    this.#sorted.clear();
  }
}

const SEVERITY_ORDER = ["critical", "urgent", "normal", "low"];
const STATUS_ORDER = ["pending", "inProgress", "onHold", "resolved", "closed"];
const AS_CODES: ReadonlySet<IncidentColumn> = new Set([
  "number",
  "reportedAt",
  "respondedAt",
  "resolvedAt",
  "evidence",
]);
const chinese = new Intl.Collator("zh-Hans-CN", { numeric: true });

/** By rank for codes, by code unit for numbers and times, by pinyin for words: each distinct word is compared once. */
function orderOf(column: IncidentColumn, entries: readonly Entry[]): (a: Entry, b: Entry) => number {
  const byNumber = (a: Entry, b: Entry): number =>
    a.row.number < b.row.number ? -1 : a.row.number > b.row.number ? 1 : 0;
  if (AS_CODES.has(column)) {
    return (a, b) => {
      const [x, y] = [a.row[column], b.row[column]];
      return x < y ? -1 : x > y ? 1 : byNumber(a, b);
    };
  }
  const rank =
    column === "severity"
      ? rankOf(SEVERITY_ORDER)
      : column === "status"
        ? rankOf(STATUS_ORDER)
        : words(column, entries);
  return (a, b) => (rank.get(a.row[column]) ?? 99) - (rank.get(b.row[column]) ?? 99) || byNumber(a, b);
}

function rankOf(codes: readonly string[]): Map<string, number> {
  return new Map(codes.map((code, at) => [code, at]));
}

function words(column: IncidentColumn, entries: readonly Entry[]): Map<string, number> {
  const distinct = [...new Set(entries.map((entry) => entry.row[column]))];
  return rankOf(distinct.sort(chinese.compare));
}

/** Words are separated by blanks and must all occur; Latin words may also be initials. */
function keeper(query: IncidentQuery): (entry: Entry) => boolean {
  const terms = query.search.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = Object.entries(query.filters).filter(([, values]) => values.length > 0) as [
    IncidentColumn,
    readonly string[],
  ][];
  const sets = wanted.map(([column, values]) => [column, new Set(values)] as const);
  return ({ row, words: text, initials }) =>
    sets.every(([column, values]) => values.has(row[column])) &&
    terms.every((term) => text.includes(term) || (/^[a-z]+$/.test(term) && initials.includes(term)));
}

function entryOf(id: string, incident: Incident, events: readonly IncidentEvent[], names: NamesById): Entry {
  const state = incidentState(incident, events);
  const row: IncidentRow = {
    id,
    number: incident.number,
    title: incident.title,
    system: nameOf(names.systems, incident.systemId),
    vendor: nameOf(names.vendors, incident.vendorId),
    severity: state.severity ?? "",
    status: state.status,
    reportedAt: state.reportedAt ?? "",
    respondedAt: state.acknowledgedAt ?? state.repliedAt ?? "",
    resolvedAt: state.resolvedAt ?? "",
    department: incident.department ?? "",
    reporter: incident.reporter ?? "",
    handler: incident.handler ?? "",
    category: incident.category ?? "",
    evidence: incident.evidence ?? "",
  };
  const text = [
    row.number,
    row.title,
    row.system,
    row.vendor,
    row.department,
    row.reporter,
    row.handler,
    row.category,
  ];
  const description = (incident.description ?? "").slice(0, SEARCHED_CHARACTERS);
  return {
    row,
    isImported: incident.importBatchId !== undefined,
    words: `${text.join("\n")}\n${description}`.normalize("NFKC").toLowerCase(),
    initials: initialsOf([row.title, row.system, row.vendor, row.department, row.reporter].join("\n")),
  };
}

const SEARCHED_CHARACTERS = 300;

function nameOf(names: ReadonlyMap<string, string>, id: string | undefined): string {
  return id === undefined ? "" : (names.get(id) ?? "");
}

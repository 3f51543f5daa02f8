import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import type { IncidentColumn, IncidentIndex, ListIndex, ListQuery, ListRow } from "../../renderer/db/desk.ts";
import { listedType } from "../../renderer/db/record-index/listed-types.ts";
import { searchable, type Column, type IndexedRow } from "../../renderer/db/record-index/listed-type.ts";
import { compareByDictionary } from "../../renderer/db/record-index/order.ts";
import { initialsOf } from "../../renderer/db/initials.ts";
import { partOf } from "../../renderer/db/dirty.ts";

type All = <T extends RecordType>(type: T) => readonly Stored<T>[];

/** A list worked out anew for each question: every record is looked at, in the plainest way. */
export function memoryList(type: RecordType, all: All): ListIndex {
  return {
    query: (query) => {
      const rows = asked(type, all, query);
      return Promise.resolve({
        count: rows.length,
        total: all(type).length,
        first: rows.slice(0, 100),
        rows: (from: number, to: number) => Promise.resolve(rows.slice(from, to)),
        ids: (from: number, to: number) => Promise.resolve(rows.slice(from, to).map(({ id }) => id)),
        texts: (column: string, from: number, to: number) =>
          Promise.resolve(rows.slice(from, to).map((row) => row[column] ?? "")),
      });
    },
    values: (column) => {
      const counts = new Map<string, number>();
      for (const row of asked(type, all, { search: "", filters: {} })) {
        const value = row[column] ?? "";
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const values = [...counts].map(([value, count]) => ({ value, count }));
      return Promise.resolve(values.sort((a, b) => b.count - a.count).slice(0, 200));
    },
    ready: () => Promise.resolve(),
  };
}

export function memoryIncidents(all: All): IncidentIndex {
  const list = memoryList("incident", all) as ListIndex<IncidentColumn>;
  return {
    ...list,
    open: async (limit) => {
      const open = { status: ["pending", "inProgress", "onHold"], imported: [""] };
      const sort = { column: "reportedAt", descending: false } as const;
      const view = await list.query({ search: "", filters: open, sort });
      return (await view.rows(0, limit)).map(({ id }) => id);
    },
  };
}

/** The rows that a query wants, in its order; equal ones in the order of their ids. */
function asked(type: RecordType, all: All, { search, filters, ranges = {}, sort }: ListQuery): ListRow[] {
  const { columns } = listedType(type);
  const found = listed(type, all).filter(({ row, shown }) => {
    const terms = searchable(search).split(/\s+/).filter(Boolean);
    const fits = ([column, values = []]: [string, readonly string[] | undefined]): boolean =>
      values.length === 0 ||
      values.includes(shown[column] ?? "") ||
      (columns[column]?.kind === "number" &&
        values.some((value) => value !== "" && numberOf(value) === numberOf(shown[column] ?? ""))) ||
      (columns[column]?.kind === "coded" && values.includes(String(row.cells[column])));
    const lies = ([column, range = {}]: [
      string,
      { from?: string | undefined; to?: string | undefined } | undefined,
    ]) => {
      if (range.from === undefined && range.to === undefined) return true;
      const [cell, from, to] = [shown[column] ?? "", range.from, range.to].map((text) =>
        text !== undefined && columns[column]?.kind === "number" && text !== "" ? numberOf(text) : text,
      );
      if (cell === "" || cell === undefined) return false;
      return (from === undefined || cell >= from) && (to === undefined || cell < to);
    };
    return (
      terms.every((term) => has(columns, row, shown, term)) &&
      Object.entries(filters).every(fits) &&
      Object.entries(ranges).every(lies)
    );
  });
  const byId = (a: ListRow, b: ListRow): number => (a.id < b.id ? -1 : 1);
  const rows = found.map(({ shown }) => shown).sort(byId);
  if (sort === undefined) return rows;
  const column = columns[sort.column];
  if (column === undefined) throw new Error(`no column ${sort.column}`);
  rows.sort((a, b) => compared(column, a[sort.column] ?? "", b[sort.column] ?? ""));
  return sort.descending ? rows.reverse() : rows;
}

function listed(
  type: RecordType,
  all: All,
): readonly { readonly row: IndexedRow; readonly shown: ListRow }[] {
  const { columns, row: rowOf } = listedType(type);
  const nameOf = (named: RecordType, id: string): string | undefined => {
    const record = named === "incident" ? undefined : all(named).find((one) => one.id === id);
    if (record === undefined) return undefined;
    const title = (record.data as Record<string, unknown>)[registry[named].title];
    return typeof title === "string" && title !== "" ? title : id;
  };
  const part = partOf(type);
  return all(type).map(({ id, data }) => {
    const parts = part === undefined ? [] : all(part).filter((one) => ownerOf(part, one) === id);
    const row = rowOf(
      id,
      data,
      parts.map((one) => one.data),
    );
    const shown = Object.entries(columns).map(([name, column]): [string, string] => {
      const cell = row.cells[name] ?? "";
      if (column.kind === "coded") return [name, column.shown(String(cell), nameOf)];
      if (column.kind === "text") return [name, String(cell)];
      if (Number.isNaN(cell)) return [name, ""];
      return [name, column.isInstant ? new Date(Number(cell)).toISOString() : String(cell)];
    });
    return { row, shown: { id, ...Object.fromEntries(shown) } };
  });
}

function ownerOf(part: RecordType, { data }: Stored): unknown {
  return (data as Record<string, unknown>)[registry[part].parent ?? ""];
}

function has(
  columns: Readonly<Record<string, Column>>,
  row: IndexedRow,
  shown: ListRow,
  term: string,
): boolean {
  const hasLetters = /^[a-z0-9]+$/.test(term) && /[a-z]/.test(term);
  if (row.words.includes(term) || (hasLetters && row.initials.includes(term))) return true;
  return Object.entries(columns).some(([name, column]) => {
    if (column.kind !== "coded" || column.words === undefined) return false;
    const words = column.words(shown[name] ?? "");
    return (
      searchable(words).includes(term) ||
      (hasLetters && column.hasInitials && initialsOf(words).includes(term))
    );
  });
}

function compared(column: Column, a: string, b: string): number {
  if (column.kind === "number")
    return (a === "" ? -Infinity : numberOf(a)) - (b === "" ? -Infinity : numberOf(b)) || 0;
  const { order } = column;
  if (order === "dictionary") return compareByDictionary(a, b);
  if (order === "code") return a < b ? -1 : a > b ? 1 : 0;
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return place(a) - place(b);
}

function numberOf(text: string): number {
  return /^-?[\d.e+]+$/.test(text) ? Number(text) : Date.parse(text);
}

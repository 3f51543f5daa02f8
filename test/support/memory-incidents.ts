import type { RecordType, Stored } from "../../shared/records/index.ts";
import type { IncidentColumn, IncidentIndex, IncidentRow } from "../../renderer/db/desk.ts";

/** The incident list of a desk in memory: plain filter and sort, no worker, no pinyin. */
export function memoryIncidents(
  incidents: () => readonly Stored<"incident">[],
  events: () => readonly Stored<"incidentEvent">[],
  read: <T extends RecordType>(type: T, id: string) => Stored<T> | undefined,
): IncidentIndex {
  const rows = (): IncidentRow[] => incidents().map((incident) => rowOf(incident, events(), read));
  return {
    query: ({ search, filters, sort }) => {
      const every = rows();
      const words = search.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = every.filter(
        (row) =>
          words.every((word) =>
            Object.values(row).some((cell: string) => cell.toLowerCase().includes(word)),
          ) &&
          Object.entries(filters).every(
            ([column, values]) => values.length === 0 || values.includes(row[column as IncidentColumn]),
          ),
      );
      const sign = sort.descending ? -1 : 1;
      wanted.sort((a, b) => sign * a[sort.column].localeCompare(b[sort.column], "zh-CN"));
      return Promise.resolve({
        count: wanted.length,
        total: every.length,
        rows: (from, to) => Promise.resolve(wanted.slice(from, to)),
      });
    },
    values: (column) => {
      const counts = new Map<string, number>();
      for (const row of rows()) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
      const values = [...counts].map(([value, count]) => ({ value, count }));
      return Promise.resolve(values.sort((a, b) => b.count - a.count).slice(0, 200));
    },
    open: (limit) => {
      const open = rows().filter((row) => row.resolvedAt === "" && row.evidence === "");
      open.sort((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
      return Promise.resolve(open.slice(0, limit).map((row) => row.id));
    },
    ready: () => Promise.resolve(),
  };
}

function rowOf(
  { id, data }: Stored<"incident">,
  events: readonly Stored<"incidentEvent">[],
  read: <T extends RecordType>(type: T, id: string) => Stored<T> | undefined,
): IncidentRow {
  const firstOf = (kind: string): string =>
    events.find((event) => event.data.incidentId === id && event.data.kind === kind)?.data.at ?? "";
  const resolvedAt = firstOf("resolved");
  return {
    id,
    number: data.number,
    title: data.title,
    system: read("system", data.systemId ?? "")?.data.name ?? "",
    vendor: read("vendor", data.vendorId ?? "")?.data.name ?? "",
    severity: data.severity ?? "",
    status: resolvedAt === "" ? "open" : "resolved",
    reportedAt: firstOf("reported"),
    respondedAt: firstOf("acknowledged"),
    resolvedAt,
    department: data.department ?? "",
    reporter: data.reporter ?? "",
    handler: data.handler ?? "",
    category: data.category ?? "",
    evidence: data.evidence ?? "",
  };
}

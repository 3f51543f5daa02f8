import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentColumn, ListQuery } from "../../../../renderer/db/desk.ts";
import { listedIncident } from "../../../../renderer/db/record-index/listed-incident.ts";
import type { IndexedRow, NameOf } from "../../../../renderer/db/record-index/listed-type.ts";
import { loadedOf, RecordTable } from "../../../../renderer/db/record-index/record-table.ts";
import { placeOf, segmentOf } from "../../../../renderer/db/record-index/segment.ts";
import type { Incident, IncidentEvent } from "../../../../shared/records/index.ts";

const systems = new Map([
  ["s1", "门诊收费系统"],
  ["s2", "LIS"],
]);
const vendors = new Map([["v1", "东软"]]);
const namesIn =
  (called: ReadonlyMap<string, string>): NameOf =>
  (type, id) =>
    (type === "system" ? called : vendors).get(id);

function rowOf(id: string, incident: Partial<Incident>, times: readonly number[] = []): IndexedRow {
  const kinds = ["reported", "acknowledged", "resolved"] as const;
  const events: IncidentEvent[] = times.map((ms, i) => {
    const at = new Date(ms).toISOString();
    return { incidentId: id, kind: kinds[i] ?? "note", at, recordedAt: at };
  });
  return listedIncident.row(id, { number: id, title: "无题", ...incident }, events);
}

const ask = (query: Partial<ListQuery> = {}): ListQuery => ({
  search: "",
  filters: {},
  sort: { column: "reportedAt", descending: false },
  ...query,
});
const ids = (table: RecordTable, query: Partial<ListQuery> = {}): string[] => {
  const found = table.select(ask(query));
  return found.rows(0, found.count).map(({ id }) => id);
};

/** Half of the rows in segments, half young, and every third put twice, as an edit would. */
function filled(rows: readonly IndexedRow[]): RecordTable {
  const table = new RecordTable(listedIncident);
  const half = Math.floor(rows.length / 2);
  const segments = [];
  for (let from = 0; from < half; from += 3) {
    segments.push(loadedOf(listedIncident, rows.slice(from, Math.min(half, from + 3))));
  }
  table.replaceSegments(segments);
  table.rename(namesIn(systems));
  for (const [at, row] of rows.entries()) if (at >= half || at % 3 === 0) table.put(row);
  return table;
}

const arbWord = fc.constantFrom(
  "门诊",
  "收费",
  "打印机",
  "卡纸",
  "第2次",
  "第10次",
  "HIS",
  "LIS",
  "１２",
  "a b",
  "",
);
const arbRow = fc.record({
  title: fc.array(arbWord, { maxLength: 4 }).map((words) => words.join("")),
  description: fc.option(arbWord, { nil: undefined }),
  department: fc.option(fc.constantFrom("急诊科", "检验科", "药房"), { nil: undefined }),
  systemId: fc.option(fc.constantFrom("s1", "s2", "gone"), { nil: undefined }),
  severity: fc.option(fc.constantFrom("critical", "urgent", "low"), { nil: undefined }),
  times: fc.array(
    fc.integer({ min: 1, max: 5 }).map((day) => day * 86_400_000),
    { maxLength: 3 },
  ),
});
const arbRows = fc.array(arbRow, { maxLength: 20 }).map((all) =>
  all.map(({ times, description, department, systemId, severity, title }, at) => {
    const id = `7K2M9P-${String(at).padStart(9, "0")}`;
    const incident: Partial<Incident> = { title: title === "" ? "无题" : title };
    if (description !== undefined) incident.description = description;
    if (department !== undefined) incident.department = department;
    if (systemId !== undefined) incident.systemId = systemId;
    if (severity !== undefined) incident.severity = severity;
    return {
      row: rowOf(
        id,
        incident,
        [...times].sort((a, b) => a - b),
      ),
      incident,
    };
  }),
);

describe("the list in columns", () => {
  it("finds what a plain look through the rows finds, wherever a row lies", () => {
    fc.assert(
      fc.property(arbRows, arbWord, fc.constantFrom("急诊科", "药房", ""), (made, word, department) => {
        const table = filled(made.map(({ row }) => row));
        const term = word.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
        const wanted = made.filter(({ row, incident }) => {
          const text = [row.words, systems.get(incident.systemId ?? "") ?? "", incident.department ?? ""]
            .join("\n")
            .toLowerCase();
          const fits = term.every(
            (one) => text.includes(one) || (/^[a-z]+$/.test(one) && row.initials.includes(one)),
          );
          return fits && (department === "" || incident.department === department);
        });
        const filters = department === "" ? {} : { department: [department] };
        expect(ids(table, { search: word, filters }).toSorted()).toEqual(wanted.map(({ row }) => row.id));
      }),
    );
  });

  it("sorts every column the same whether its rows are old or young, and backwards as forwards", () => {
    const columns: readonly IncidentColumn[] = [
      "number",
      "title",
      "system",
      "department",
      "severity",
      "status",
      "reportedAt",
      "resolvedAt",
    ];
    fc.assert(
      fc.property(arbRows, fc.constantFrom(...columns), (made, column) => {
        const table = filled(made.map(({ row }) => row));
        const all = table.select(ask({ sort: { column, descending: false } }));
        const cells = all.rows(0, all.count).map((row) => row[column]);
        const young = new RecordTable(listedIncident);
        young.rename(namesIn(systems));
        for (const { row } of made) young.put(row);
        const same = young.select(ask({ sort: { column, descending: false } }));
        expect(cells).toEqual(same.rows(0, same.count).map((row) => row[column]));
        expect(ids(table, { sort: { column, descending: true } })).toEqual(
          ids(table, { sort: { column, descending: false } }).reverse(),
        );
      }),
    );
  });

  it("gives any stretch of a view, and its own rows after the table moved on", () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      rowOf(`r${String(i).padStart(2, "0")}`, {}, [(i + 1) * 86_400_000]),
    );
    const table = filled(rows);
    const view = table.select(ask({ sort: { column: "reportedAt", descending: true } }));
    expect(view.rows(0, 3).map(({ id }) => id)).toEqual(["r11", "r10", "r09"]);
    expect(view.rows(10, 50).map(({ id }) => id)).toEqual(["r01", "r00"]);
    table.delete("r11");
    expect(view.rows(0, 1)[0]?.id).toBe("r11");
    expect(ids(table)).not.toContain("r11");
  });

  it("puts numbers by their size and urgency by its order", () => {
    const table = filled([
      rowOf("a", { title: "第10次" }),
      rowOf("b", { title: "第2次" }),
      rowOf("c", { title: "第2次", severity: "critical" }),
    ]);
    expect(ids(table, { sort: { column: "title", descending: false } }).at(-1)).toBe("a");
    expect(ids(table, { sort: { column: "severity", descending: false } })[0]).toBe("c");
  });

  it("hides the rows of an import that does not stand, and shows them again", () => {
    const table = new RecordTable(listedIncident);
    const imported = { ...rowOf("x", { importBatchId: "b1" }, [86_400_000]) };
    table.replaceSegments([loadedOf(listedIncident, [imported], "b1")]);
    table.put(rowOf("y", {}, [86_400_000]));
    table.show(() => false);
    expect([table.size, ids(table)]).toEqual([1, ["y"]]);
    table.show(() => true);
    expect([table.size, ids(table)]).toEqual([2, ["x", "y"]]);
    expect(ids(table, { filters: { imported: [""] } })).toEqual(["y"]);
  });

  it("calls systems by their new name without reading a row again", () => {
    const table = filled([rowOf("a", { systemId: "s1" })]);
    table.rename(namesIn(new Map([["s1", "新收费"]])));
    expect(table.select(ask()).rows(0, 1)[0]?.["system"]).toBe("新收费");
    expect(ids(table, { search: "xsf" })).toEqual(["a"]);
  });

  it("finds what a search finds word by word, forth and back, also after rows and names changed between", () => {
    const table = filled(
      Array.from({ length: 8 }, (_, n) =>
        rowOf(`i${n}`, { title: n % 2 === 0 ? "打印机卡纸" : "网络慢", systemId: n < 4 ? "s1" : "s2" }),
      ),
    );
    const search = (words: string): string[] => ids(table, { search: words }).sort();
    for (const words of ["卡", "卡 收费", "卡", "卡 LIS"]) search(words);
    expect(search("卡 收费")).toEqual(["i0", "i2"]);
    expect(search("卡")).toEqual(["i0", "i2", "i4", "i6"]);
    table.put(rowOf("i0", { title: "网络慢", systemId: "s1" }));
    table.put(rowOf("i1", { title: "卡住", systemId: "s1" }));
    table.delete("i6");
    expect(search("卡")).toEqual(["i1", "i2", "i4"]);
    table.rename(namesIn(new Map([["s2", "住院收费"]])));
    expect(search("卡 收费")).toEqual(["i4"]);
    table.settle([loadedOf(listedIncident, table.young())]);
    expect(search("卡 收费")).toEqual(["i4"]);
    expect(search("网络")).toEqual(["i0", "i3", "i5", "i7"]);
    // More words than are remembered.
    for (const word of "甲乙丙丁戊己庚辛壬癸") search(word);
    expect(search("卡")).toEqual(["i1", "i2", "i4"]);
  });

  it("counts values, most frequent first", () => {
    const rows = ["急诊科", "药房", "急诊科"].map((department, i) => rowOf(`r${i}`, { department }));
    expect(filled(rows).values("department", 1)).toEqual([{ value: "急诊科", count: 2 }]);
  });

  it("leads an id to its place, whatever its length, and not a part of an id", () => {
    const segment = segmentOf(listedIncident, [
      rowOf("a", {}),
      rowOf("ab", {}),
      rowOf("长一点的-000000001", {}),
    ]);
    expect(["a", "ab", "长一点的-000000001", "b", "a\0ab"].map((id) => placeOf(segment, id))).toEqual([
      0, 1, 2, -1, -1,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { valueCodes } from "../../../shared/import/codes.ts";
import { draftKey, keyOfStored } from "../../../shared/import/draft-key.ts";
import { findHeader } from "../../../shared/import/header.ts";
import { heldTable } from "../../../shared/import/held-table.ts";
import { remap, suggestMapping } from "../../../shared/import/mapping.ts";
import { planImport } from "../../../shared/import/plan.ts";
import type { Cell, Draft, ImportPlan, Mapping, PlanOptions } from "../../../shared/import/types.ts";
import { incident } from "../../../shared/records/incident.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import { sheetOf } from "../../support/spreadsheet-sheet.ts";

const OPTIONS: PlanOptions = { today: "2026-11-22" };

function plan(
  rows: readonly (readonly Cell[])[],
  type: RecordType = "incident",
  options: PlanOptions = OPTIONS,
): { plan: ImportPlan; drafts: Draft[]; mapping: Mapping } {
  const sheet = sheetOf(rows);
  const header = findHeader(sheet);
  const mapping = suggestMapping(sheet, header, type);
  const made = planImport(sheet, header, mapping, options);
  return { plan: made, drafts: [...made.drafts(2)].flat(), mapping };
}

const targets = (mapping: Mapping): (string | null)[] => mapping.columns.map(({ target }) => target);
const LEDGER = ["故障编号", "故障主题", "报修时间", "解决时间", "紧急程度", "厂商", "备件"];

describe("a ledger with one row an incident", () => {
  const {
    plan: made,
    drafts,
    mapping,
  } = plan([
    LEDGER,
    ["G-1", "打印机不工作", "2026/1/4 8:05", "2026/1/4 9:00", "紧急", "东软", "墨盒"],
    ["G-2", "网络中断", "2026-01-05", "", "天大的事", "", ""],
    ["G-3", "慢", "昨天很早", "", "低", "", ""],
    ["G-1", "打印机不工作", "2026/1/4 8:05", "2026/1/4 9:00", "紧急", "东软", "墨盒"],
    ["", "没有编号", "2026-01-06 10:00", "", "", "", ""],
    ["合计", "", "", "", "", "", 4],
  ]);

  it("knows the columns by their names and keeps the others", () => {
    expect(targets(mapping)).toEqual([
      "number",
      "title",
      "event.reported",
      "event.resolved",
      "severity",
      "vendorId",
      null,
    ]);
    expect(drafts[0]?.data["extra"]).toBe("备件：墨盒");
  });

  it("takes day zero, which a database shows for a date that was never entered, for an empty cell", () => {
    const { plan: zero, drafts: some } = plan([
      LEDGER,
      ["G-1", "慢", "2026/1/4 8:05", "0000-00-00 00:00:00", "低", "", ""],
      ["G-2", "慢", "2026/1/4 8:06", "1900-01-00", "低", "", ""],
    ]);
    expect(zero.held).toEqual([]);
    expect(some.map(({ events }) => events.map(({ kind }) => kind))).toEqual([["reported"], ["reported"]]);
  });

  it("shows every draft while it is made, in the order of writing", () => {
    const seen: Draft[] = [];
    const { drafts: written } = plan([LEDGER, ["G-2", "甲"], ["G-1", "乙"], ["G-2", "丙"]], "incident", {
      ...OPTIONS,
      each: (draft) => seen.push(draft),
    });
    expect(seen.map(({ data }) => data["number"])).toEqual(["G-2", "G-1"]);
    expect(seen).toEqual(written);
  });

  it("accounts for every row", () => {
    expect(made).toMatchObject({ rows: 6, accepted: 3, duplicates: 1, records: 3 });
    expect(made.held.map(({ row, problems }) => [row, problems[0]?.kind])).toEqual([
      [4, "badDate"],
      [7, "totalRow"],
    ]);
  });

  it("makes an incident with its events in UTC, its vendor by name, its evidence graded", () => {
    expect(drafts[0]).toEqual({
      type: "incident",
      rows: [2],
      data: {
        number: "G-1",
        title: "打印机不工作",
        severity: "urgent",
        evidence: "A",
        extra: "备件：墨盒",
      },
      names: { vendorId: ["东软"] },
      events: [
        { kind: "reported", at: "2026-01-04T00:05:00.000Z" },
        { kind: "resolved", at: "2026-01-04T01:00:00.000Z" },
      ],
    });
  });

  it("keeps an unknown code beside the record and says so", () => {
    expect(drafts[1]?.data["extra"]).toBe("紧急程度：天大的事");
    expect(drafts[1]?.data["severity"]).toBeUndefined();
    expect(drafts[1]?.events).toEqual([{ kind: "reported", at: "2026-01-04T16:00:00.000Z", dateOnly: true }]);
    expect(made.problems).toContainEqual({
      row: 3,
      column: "紧急程度",
      kind: "unknownCode",
      value: "天大的事",
      holds: false,
    });
  });

  it("makes a number from what a row says where it has none", () => {
    expect(drafts[2]?.data["number"]).toMatch(/^导入-[0-9a-f]{12}$/);
  });

  it("makes records that the registry accepts", () => {
    for (const { data } of drafts) expect(incident.schema.safeParse(data).error).toBeUndefined();
  });

  it("returns the held rows with the reason first", () => {
    const sheet = sheetOf([LEDGER, ["G-3", "慢", "昨天很早", "", "低", "", ""]]);
    const header = findHeader(sheet);
    const held = heldTable(
      sheet,
      header,
      planImport(sheet, header, suggestMapping(sheet, header, "incident"), OPTIONS),
    );
    expect(held.header[0]).toBe("错误原因");
    expect(held.rows).toEqual([
      ["第2行 报修时间：日期无法识别（昨天很早）", "G-3", "慢", "昨天很早", "", "低", "", ""],
    ]);
    const again = sheetOf([held.header, ...held.rows] as Cell[][]);
    expect(targets(suggestMapping(again, findHeader(again), "incident"))[0]).toBe("ignore");
  });
});

describe("importing again", () => {
  const rows = [LEDGER, ["G-1", "甲", "2026-1-4", "", "", "", ""], ["", "乙", "2026-1-5", "", "", "", ""]];

  it("adds nothing, with and without numbers, and wherever the rows have moved", () => {
    const known = new Set(plan(rows).drafts.map(({ type, data, names }) => draftKey(type, data, names)));
    const isKnown = (key: string): boolean => known.has(key);
    expect(plan(rows, "incident", { ...OPTIONS, isKnown }).plan).toMatchObject({
      accepted: 0,
      duplicates: 2,
    });
    const moved = [LEDGER, [], rows[2] ?? [], rows[1] ?? []];
    expect(plan(moved, "incident", { ...OPTIONS, isKnown }).plan).toMatchObject({
      accepted: 0,
      duplicates: 2,
    });
  });

  it("knows a stored visit again by what it says, its vendor by name", () => {
    const [draft] = plan(
      [
        ["服务内容", "厂商", "计划日期"],
        ["巡检", "东软", "2026-03-01"],
      ],
      "visit",
    ).drafts;
    const stored = { subject: "巡检", vendorId: "id-1", plannedDate: "2026-03-01" };
    expect(draft && draftKey("visit", draft.data, draft.names)).toBe(
      keyOfStored("visit", stored, () => "东软"),
    );
  });
});

describe("a log with several rows an incident", () => {
  const LOG = ["number", "state", "opened_at", "sys_updated_at", "resolved_at", "assigned_to"];
  const OPENED = "29/2/2016 01:16";
  const {
    plan: made,
    drafts,
    mapping,
  } = plan([
    LOG,
    ["0000045", "Active", OPENED, "29/2/2016 02:00", "1/3/2016 12:00", "7"],
    ["0000045", "New", OPENED, "29/2/2016 01:23", "1/3/2016 12:00", "?"],
    ["0000045", "Awaiting User Info", OPENED, "29/2/2016 03:00", "1/3/2016 12:00", "7"],
    ["0000045", "Active", OPENED, "29/2/2016 04:00", "1/3/2016 12:00", "8"],
    ["0000045", "-100", OPENED, "29/2/2016 05:00", "1/3/2016 12:00", "8"],
    ["0000045", "Resolved", OPENED, "1/3/2016 12:30", "1/3/2016 12:00", "8"],
    ["0000045", "Closed", OPENED, "6/3/2016 10:00", "1/3/2016 12:00", "8"],
    ["0000046", "New", "1/3/2016 08:00", "1/3/2016 08:00", "?", "?"],
    ["0000047", "New", "1/3/2016 08:30", "1/3/2016 08:30", "?", "?"],
    ["0000047", "Resolved", "1/3/2016 08:30", "1/3/2016 09:00", "?", "?"],
    ["0000047", "Active", "1/3/2016 08:30", "2/3/2016 09:00", "?", "?"],
  ]);

  it("sees that it is one, and how it writes its dates", () => {
    expect(mapping.mode).toBe("log");
    expect(mapping.columns[2]?.dates).toMatchObject({ order: "dmy", ambiguous: false });
    expect(made).toMatchObject({ rows: 11, accepted: 11, records: 3, duplicates: 0 });
  });

  it("tells the timeline from the changes of state, corrected by the columns that name a time", () => {
    const told = drafts[0]?.events.map(({ kind, at }) => `${kind} ${at.slice(0, 16)}`);
    expect(told).toEqual([
      "reported 2016-02-28T17:16",
      "acknowledged 2016-02-28T18:00",
      "paused 2016-02-28T19:00",
      "resumed 2016-02-28T20:00",
      "note 2016-02-28T21:00",
      "resolved 2016-03-01T04:00",
      "signedOff 2016-03-06T02:00",
    ]);
  });

  it("keeps the last word of what changed and all words beside it", () => {
    expect(drafts[0]?.data).toMatchObject({ number: "0000045", handler: "8", importedStatus: "Closed" });
    expect(drafts[0]?.data["extra"]).toBe("assigned_to：7 → 8");
  });

  it("sees a resolved incident that became active again", () => {
    expect(drafts[2]?.events.map(({ kind }) => kind)).toEqual(["reported", "resolved", "reopened"]);
  });

  it("takes the user's word for a state", () => {
    const sheet = sheetOf([
      LOG,
      ["1", "New", OPENED, "1/3/2016 08:00", "", ""],
      ["1", "-100", OPENED, "1/3/2016 09:00", "", ""],
    ]);
    const header = findHeader(sheet);
    const suggested = suggestMapping(sheet, header, "incident");
    const columns = suggested.columns.map((column) =>
      column.target === "rowState" ? { ...column, codes: { "-100": "closed" } } : column,
    );
    const [drafts] = planImport(sheet, header, { ...suggested, columns }, OPTIONS).drafts(9);
    expect(drafts?.[0]?.events.map(({ kind }) => kind)).toEqual(["reported", "signedOff"]);
  });

  it("points out the state that nobody knows", () => {
    expect(made.problems.map(({ row, kind, value }) => [row, kind, value])).toEqual([
      [6, "unknownCode", "-100"],
    ]);
  });
});

describe("what else ledgers do", () => {
  it("joins a column of days and a column of times", () => {
    const { drafts, mapping } = plan([
      ["Date", "Time", "Station", "Code"],
      [{ kind: "wall", day: 17_379, ms: null }, "02:10", "A STATION", "PUTOE"],
      [{ kind: "wall", day: 17_379, ms: null }, "05:44", "B STATION", "TUSC"],
    ]);
    expect(targets(mapping).slice(0, 2)).toEqual(["event.reported", "event.reported.time"]);
    expect(drafts[0]?.events).toEqual([{ kind: "reported", at: "2017-07-31T18:10:00.000Z" }]);
  });

  it("reads a column of serial numbers whose format was lost", () => {
    const { drafts } = plan([
      ["报告编号", "发现时间", "故障描述", "接收日期"],
      ["Z1", 42_512, "驱动板坏\n详见附件", 41_998],
    ]);
    expect(drafts[0]?.data).toMatchObject({
      occurredAt: "2016-05-21T16:00:00.000Z",
      title: "驱动板坏",
      extra: "接收日期：2014-12-25",
    });
  });

  it("points out an order of day and month that nothing decides, once", () => {
    const { plan: made } = plan([
      ["编号", "主题", "报修时间"],
      ["1", "甲", "1/4/2026 8:00"],
      ["2", "乙", "2/5/2026 8:00"],
    ]);
    expect(made.problems.map(({ row, kind }) => [row, kind])).toEqual([[2, "ambiguousDate"]]);
    expect(made.accepted).toBe(2);
  });

  it("points out what was probably written down twice, and what lies ahead", () => {
    const { plan: made } = plan([
      ["编号", "主题", "报修时间"],
      ["1", "打印机", "2026-1-4 8:00"],
      ["2", "打印机", "2026-1-4 8:00"],
      ["3", "网络", "2062-1-4 8:00"],
    ]);
    expect(made.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [4, "futureDate"],
      [3, "nearDuplicate"],
    ]);
  });

  it("merges rows of one number, the first word first, and says where they differ", () => {
    const { plan: made, drafts } = plan([
      ["编号", "主题", "科室"],
      ["1", "打印机", "药房"],
      ["1", "打印机", "门诊"],
      ...Array.from({ length: 9 }, (_, at) => [`x${at}`, "网络", "病房"]),
    ]);
    expect(made).toMatchObject({ accepted: 11, records: 10 });
    expect(drafts[0]).toMatchObject({
      rows: [2, 3],
      data: { department: "药房", extra: "科室：药房 → 门诊" },
    });
    expect(made.problems).toMatchObject([{ row: 3, kind: "differs", column: "科室" }]);
  });

  it("lets the user send a column elsewhere, and decide what a code means", () => {
    const sheet = sheetOf([LEDGER, ["G-1", "甲", "2026-1-4", "", "天大的事", "", "乙"]]);
    const header = findHeader(sheet);
    const suggested = suggestMapping(sheet, header, "incident");
    const moved = remap(suggested, 6, "title", sheet, header);
    expect(targets(moved).slice(1, 7)).toEqual([
      null,
      "event.reported",
      "event.resolved",
      "severity",
      "vendorId",
      "title",
    ]);
    expect(valueCodes(sheet, header, moved)).toEqual([
      {
        index: 4,
        header: "紧急程度",
        target: "severity",
        values: [{ text: "天大的事", rows: 1, code: null }],
      },
    ]);
    const decided = {
      ...moved,
      columns: moved.columns.map((column) =>
        column.index === 4 ? { ...column, codes: { 天大的事: "critical" } } : column,
      ),
    };
    const [drafts] = planImport(sheet, header, decided, OPTIONS).drafts(10);
    expect(drafts?.[0]?.data).toMatchObject({ severity: "critical", title: "乙" });
  });

  it("remembers a mapping for the same header", () => {
    const sheet = sheetOf([LEDGER, ["G-1", "甲", "2026-1-4", "", "", "", "乙"]]);
    const header = findHeader(sheet);
    const chosen = remap(suggestMapping(sheet, header, "incident"), 6, "solution", sheet, header);
    const again = suggestMapping(sheet, header, "incident", chosen);
    expect(again.columns[6]).toMatchObject({ target: "solution", from: "remembered" });
  });

  it("imports other records by the same way, and holds what lacks a required field", () => {
    const { plan: made, drafts } = plan(
      [
        ["合同名称", "供应商", "生效日期", "到期日", "合同金额（万元）", "覆盖系统"],
        ["HIS 维保", "东软", "2026.1.1", "2026年12月31日", 12.5, "HIS、LIS"],
        ["PACS 维保", "", "2026.1.1", "", 3, ""],
      ],
      "contract",
    );
    expect(drafts[0]?.data).toEqual({
      title: "HIS 维保",
      startDate: "2026-01-01",
      endDate: "2026-12-31",
      amountFen: 12_500_000,
    });
    expect(drafts[0]?.names).toEqual({ vendorId: ["东软"], systemIds: ["HIS", "LIS"] });
    expect(made.held[0]?.problems.map(({ column, kind }) => [column, kind])).toEqual([
      ["供应商", "missing"],
      ["到期日", "missing"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { enterNotice, previewNotice, type NoticeEntry } from "../../../shared/commands/enter-notice.ts";
import { epochMs } from "../../../shared/lib/instants.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { dueMoves, type OpenCase } from "../../../shared/rules/calendar/due-moves.ts";
import { EMPTY_BOOK, type ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { valueOf } from "../../support/value-of.ts";
import { calendarRecord, clauseOf, contractOf, event, wall } from "../rules/clauses/fixtures.ts";

const now = wall("2026-12-28 10:00");

const entry: NoticeEntry = {
  year: 2027,
  number: "国办发明电〔2026〕1号",
  holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03", work: "" }, {}],
  note: "",
};

const stored = (id: string, year: number): Stored<"holidayNotice"> => ({
  type: "holidayNotice",
  id,
  data: { year, number: "旧文号", holidays: [{ from: "1月1日" }], note: "手抄", effect: "旧的影响" },
});

const book: ClauseBook = {
  ...EMPTY_BOOK,
  contracts: [contractOf({ endDate: "2027-12-31" })],
  clauses: [
    clauseOf({ name: "解决 8 工时", target: 8 }),
    clauseOf({ name: "响应 1 小时", coverage: "always", stopEvent: "acknowledged", target: 1 }, "c2"),
  ],
};

const caseOf = (id: string, reported: string): OpenCase => ({
  incident: {
    type: "incident",
    id,
    data: { number: `XXK-2026-${id}`, title: "HIS 打不开", vendorId: "v1" },
  },
  events: [event(reported, "reported")],
});

const context = { now, book, open: [], replaces: undefined };

describe("a notice that is refused", () => {
  it.each<[string, Partial<NoticeEntry>, string]>([
    ["a year of two figures", { year: 27 }, "badYear"],
    ["no number", { number: "" }, "numberMissing"],
    ["no holidays", { holidays: [{}] }, "noHolidays"],
    ["an end before its start", { holidays: [{ from: "1月3日", to: "1月1日" }] }, "offEndsBeforeStart"],
    [
      "a make-up day inside the holiday",
      { holidays: [{ from: "1月1日", to: "1月3日", work: "1月2日" }] },
      "workInsideHoliday",
    ],
    [
      "a day both off and worked",
      {
        holidays: [
          { from: "1月1日", to: "1月3日" },
          { from: "2月5日", work: "1月2日" },
        ],
      },
      "dateBothOffAndWork",
    ],
    ["a number longer than a line", { number: "号".repeat(501) }, "tooLong"],
  ])("%s", (_name, wrong, kind) => {
    expect(previewNotice({ ...entry, ...wrong }, context)).toMatchObject({ ok: false, failure: { kind } });
    const refused = enterNotice({ ...entry, ...wrong }, { ...context, ids: ["n1"], by: "" });
    expect(refused).toMatchObject({ ok: false, failure: { kind } });
  });

  it("a second notice of one year, whether new or moved to that year", () => {
    const two = { ...context, book: { ...book, notices: [stored("n1", 2027), stored("n2", 2028)] } };
    const failure = { kind: "yearTaken", noticeId: "n1", number: "旧文号" };
    expect(previewNotice(entry, two)).toEqual({ ok: false, failure });
    expect(previewNotice(entry, { ...two, replaces: stored("n2", 2028) })).toEqual({ ok: false, failure });
    expect(previewNotice(entry, { ...two, replaces: stored("n1", 2027) }).ok).toBe(true);
  });
});

describe("a notice that is entered", () => {
  it("is kept as it was typed, without its empty rows, and says that nothing moved", () => {
    const edits = valueOf(enterNotice({ ...entry, note: " 传真件 " }, { ...context, ids: ["n1"], by: "王" }));
    expect(edits).toEqual([
      {
        type: "holidayNotice",
        id: "n1",
        patch: {
          year: 2027,
          number: "国办发明电〔2026〕1号",
          holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
          note: "传真件",
          effect: "2026-12-28 10:00 登记：未结故障的时限没有变动",
        },
      },
    ]);
  });

  it("changes the one of its year and keeps what that one moved before", () => {
    const replaces = stored("n1", 2027);
    const known = { ...context, book: { ...book, notices: [replaces] }, replaces };
    const [edit] = valueOf(enterNotice(entry, { ...known, ids: [], by: "" }));
    expect(edit).toMatchObject({
      id: "n1",
      patch: { note: null, effect: "2026-12-28 10:00 登记：未结故障的时限没有变动\n旧的影响" },
    });
  });

  it("may stand for a list that the product has", () => {
    expect(previewNotice({ ...entry, year: 2026, holidays: [{ from: "2026-01-01" }] }, context).ok).toBe(
      true,
    );
  });
});

describe("what a notice moves", () => {
  // 2026-12-31 15:00 leaves three working hours in the old year, and five for the first working day of the new.
  const open = [caseOf("i1", "2026-12-31 15:00"), caseOf("i2", "2026-12-30 08:00")];
  const running = { ...context, now: wall("2026-12-31 16:00"), open };

  it("is shown before it is saved: what moves, and what only ceases to be provisional", () => {
    const { moved, settled } = valueOf(previewNotice(entry, running));
    expect(moved).toEqual([
      {
        ...{ incidentId: "i1", number: "XXK-2026-i1", title: "HIS 打不开" },
        ...{ clauseId: "c1", clauseName: "解决 8 工时" },
        before: { dueAt: wall("2027-01-01 15:00"), provisional: true, state: "running" },
        after: { dueAt: wall("2027-01-04 15:00"), provisional: false, state: "running" },
      },
    ]);
    expect(settled.map(({ incidentId, clauseName }) => [incidentId, clauseName])).toEqual([
      ["i2", "解决 8 工时"],
    ]);
  });

  it("is logged on the incident and on the notice, in one step", () => {
    const edits = valueOf(enterNotice(entry, { ...running, ids: ["n1", "e1"], by: " 李工 " }));
    const move = "解决 8 工时 2027-01-01 15:00（预估） → 2027-01-04 15:00";
    expect(edits).toMatchObject([
      {
        type: "holidayNotice",
        patch: {
          effect: `2026-12-31 16:00 登记：1 起未结故障的 1 个时限变动，另有 1 个时限不变、不再是预估\nXXK-2026-i1 ${move}`,
        },
      },
      {
        type: "incidentEvent",
        id: "e1",
        patch: {
          incidentId: "i1",
          kind: "recomputed",
          at: running.now,
          recordedAt: running.now,
          by: "李工",
          proof: "国办发明电〔2026〕1号",
          note: `按2027年放假通知重算时限：${move}`,
        },
      },
    ]);
    expect(edits).toHaveLength(2);
  });

  it("moves back when the notice is changed back", () => {
    const first = { ...stored("n1", 2027), data: { year: 2027, number: "1号", holidays: entry.holidays } };
    const known = { ...running, book: { ...book, notices: [first] }, replaces: first };
    const shorter = { ...entry, holidays: [{ name: "元旦", from: "2027-01-02", to: "2027-01-03" }] };
    const { moved } = valueOf(previewNotice(shorter, known));
    expect(moved.map(({ before, after }) => [before.dueAt, after.dueAt])).toEqual([
      [wall("2027-01-04 15:00"), wall("2027-01-01 15:00")],
    ]);
  });

  it("leaves alone what counts round the clock, and what was solved in time either way", () => {
    const solved = {
      ...caseOf("i3", "2026-12-31 15:00"),
      events: [event("2026-12-31 15:00", "reported"), event("2026-12-31 15:30", "resolved")],
    };
    expect(valueOf(previewNotice(entry, { ...running, open: [solved] })).moved).toEqual([]);
  });

  it("tells of a clock that stopped late and would have been in time", () => {
    const late = {
      ...caseOf("i4", "2026-12-31 15:00"),
      events: [event("2026-12-31 15:00", "reported"), event("2027-01-04 08:30", "resolved")],
    };
    const { moved } = valueOf(
      previewNotice(entry, { ...running, now: wall("2027-01-05 08:00"), open: [late] }),
    );
    expect(moved.map(({ before, after }) => [before.state, after.state])).toEqual([["breached", "met"]]);
  });
});

describe("what another book makes of open incidents", () => {
  const calendars = [calendarRecord({ mon: "08:00-12:00", tue: "08:00-12:00" })];
  const inCalendar = { ...book, clauses: [clauseOf({ calendarId: "cal1", target: 4 })], calendars };
  const longer = { ...inCalendar, calendars: [calendarRecord({ mon: "08:00-18:00", tue: "08:00-12:00" })] };
  const nowMs = epochMs(wall("2026-03-02 09:00"));

  it("lists the clocks that are due at another time, before and after", () => {
    const { moved } = dueMoves([caseOf("i1", "2026-03-02 11:00")], inCalendar, longer, nowMs);
    expect(moved).toEqual([
      {
        ...{
          incidentId: "i1",
          number: "XXK-2026-i1",
          title: "HIS 打不开",
          clauseId: "c1",
          clauseName: "解决",
        },
        before: { dueAt: wall("2026-03-03 11:00"), provisional: false, state: "running" },
        after: { dueAt: wall("2026-03-02 15:00"), provisional: false, state: "running" },
      },
    ]);
  });

  it("lists nothing where nothing changed", () => {
    expect(dueMoves([caseOf("i1", "2026-03-02 08:00")], inCalendar, longer, nowMs)).toEqual({
      moved: [],
      settled: [],
    });
  });
});

import { describe, expect, it } from "vitest";
import type { RecordData } from "../../../../shared/records/index.ts";
import { readNotice } from "../../../../shared/rules/calendar/read-notice.ts";

type Rows = RecordData<"holidayNotice">["holidays"];

const notice = (...holidays: Rows): RecordData<"holidayNotice"> => ({
  year: 2027,
  number: "国办发明电〔2026〕1号",
  holidays,
});

const springFestival = {
  name: "春节",
  off: ["2027-02-05", "2027-02-11"],
  work: ["2027-01-30", "2027-02-13"],
};

describe("a notice typed in is read however its days are written", () => {
  it.each([
    ["2027-02-05", "2027-02-11", "2027-01-30 2027-02-13"],
    ["2027/2/5", "2027/2/11", "2027/1/30, 2027/2/13"],
    ["2027.2.5", "20270211", "2027.1.30;2027.2.13"],
    ["2月5日", "2月11日", "1月30日、2月13日"],
    ["２月５日", "２月１１日", "１月３０日（星期六）、２月１３日（星期六）上班"],
    ["2 月 5 日（星期五）", "11日", "1 月 30 日（星期六）和 2 月 13 日"],
    ["2月5日至11日", "", "1-30，2-13"],
    ["2027-02-05~2027-02-11", "", "1/30 2/13"],
    ["2027年2月5日—2月11日", undefined, "2027年1月30日；2月13日"],
  ])("%s, %s, %s", (from, to, work) => {
    const read = readNotice(notice({ name: "春节", from, ...(to === undefined ? {} : { to }), work }));
    expect(read).toEqual({
      ok: true,
      value: { year: 2027, number: "国办发明电〔2026〕1号", holidays: [springFestival] },
    });
  });

  it("takes 28日 after 2月20日 as one of February, and one day off without an end", () => {
    const read = readNotice(notice({ from: "3月1日", work: "2月20日、28日" }));
    expect(read).toMatchObject({
      value: {
        holidays: [{ name: "", off: ["2027-03-01", "2027-03-01"], work: ["2027-02-20", "2027-02-28"] }],
      },
    });
  });

  it.each([
    ["12月31日", "1月2日", "12月26日", ["2026-12-31", "2027-01-02"], ["2026-12-26"]],
    ["1月1日", "1月3日", "12月27日", ["2027-01-01", "2027-01-03"], ["2026-12-27"]],
    ["2027-12-31", "1月2日", "1月8日", ["2027-12-31", "2028-01-02"], ["2028-01-08"]],
    ["2026年12月31日", "2027年1月2日", "2027年1月3日", ["2026-12-31", "2027-01-02"], ["2027-01-03"]],
  ])("reaches over the turn of the year: %s to %s", (from, to, work, off, worked) => {
    const read = readNotice(notice({ from, to, work }));
    expect(read).toMatchObject({ value: { holidays: [{ off, work: worked }] } });
  });

  it("passes over rows in which nothing was written", () => {
    expect(readNotice(notice({}, { name: "元旦", from: "1月1日" }, { name: " " }))).toMatchObject({
      value: { holidays: [{ name: "元旦" }] },
    });
  });
});

describe("what cannot be a notice is refused by name and row", () => {
  const labour = { name: "劳动节", from: "5月1日", to: "5月5日" };
  it.each<[string, RecordData<"holidayNotice">, object]>([
    ["a year of two figures", { ...notice(labour), year: 27 }, { kind: "badYear", year: 27 }],
    ["half a year", { ...notice(labour), year: 2027.5 }, { kind: "badYear" }],
    ["no number", { ...notice(labour), number: " " }, { kind: "numberMissing" }],
    ["no holidays", notice(), { kind: "noHolidays" }],
    ["empty rows only", notice({}, {}), { kind: "noHolidays" }],
    ["a holiday without days", notice({ name: "春节" }), { kind: "offMissing", row: 0 }],
    [
      "a word for a day",
      notice(labour, { from: "除夕" }),
      { kind: "badDate", row: 1, field: "from", text: "除夕" },
    ],
    ["a 30 February", notice({ from: "2月30日" }), { kind: "badDate", field: "from" }],
    ["a bare figure", notice({ from: "5月1日", to: "5" }), { kind: "badDate", field: "to", text: "5" }],
    ["a range of three", notice({ from: "5月1日至2日至3日" }), { kind: "badDate", field: "from" }],
    [
      "a day list with a word",
      notice({ ...labour, work: "4月25日、周末" }),
      { kind: "badDate", field: "work" },
    ],
    [
      "an end before its start",
      notice({ from: "5月5日", to: "5月1日" }),
      { kind: "offEndsBeforeStart", row: 0 },
    ],
    ["five weeks", notice({ from: "5月1日", to: "6月4日" }), { kind: "offTooLong", days: 35 }],
    ["another year", notice({ from: "2026-05-01" }), { kind: "outsideYear", date: "2026-05-01" }],
    ["a slip in the year", notice({ ...labour, work: "2072-04-24" }), { kind: "outsideYear" }],
    [
      "a make-up day inside the holiday",
      notice({ ...labour, work: "5月2日" }),
      { kind: "workInsideHoliday", row: 0, date: "2027-05-02" },
    ],
    [
      "a day both off and worked",
      notice(labour, { from: "6月9日", work: "5月2日" }),
      { kind: "dateBothOffAndWork", row: 1, date: "2027-05-02" },
    ],
    [
      "a make-up day that is a working day",
      notice({ ...labour, work: "5月7日" }),
      { kind: "workOnWeekday", date: "2027-05-07" },
    ],
    [
      "one make-up day told twice",
      notice({ ...labour, work: "5月8日" }, { from: "6月9日", work: "5月8日" }),
      { kind: "workTwice", row: 1, date: "2027-05-08" },
    ],
    [
      "two holidays on one day",
      notice(labour, { from: "5月5日", to: "5月6日" }),
      { kind: "holidaysOverlap", row: 1, date: "2027-05-05" },
    ],
  ])("%s", (_name, data, failure) => {
    expect(readNotice(data)).toMatchObject({ ok: false, failure });
  });
});

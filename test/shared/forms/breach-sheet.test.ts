import { describe, expect, test } from "vitest";
import { breachSheet } from "../../../shared/forms/breach-sheet.ts";
import { readVerdictDetail } from "../../../shared/forms/verdict-detail.ts";
import type { Verdict } from "../../../shared/records/index.ts";
import { paperWords } from "../../support/paper-words.ts";
import { hospital } from "../../support/sample-papers.ts";
import { breachInput, detail, HOSTILE, longSheet, sheet, verdict } from "../../support/sample-sheets.ts";

const bareVerdict: Verdict = {
  incidentId: "a",
  clauseId: "l",
  clauseName: "解决",
  frozenAt: "2026-11-26T02:00:00.000Z",
  cause: "breach",
  verdict: "breached",
  verdictBoth: "breached",
  verdictHospital: "breached",
  verdictAll: "met",
  elapsedMs: 43_800_000,
  overrunMs: 15_000_000,
  provisional: false,
  clauseDigest: "",
  calendarDigest: "",
  eventsDigest: "",
};

describe("a breach sheet", () => {
  test("says which clause was broken, in its own words, and where it stands", () => {
    const words = paperWords(sheet);
    for (const box of [
      "致：北辰医疗软件股份有限公司",
      "合同编号：QYYY-2026-HIS-031",
      "故障编号：XXK-GZ-2026-7K2M9P-0007",
      "系统模块：医院信息系统（HIS） / 门诊收费",
      "条款号：第六条第2款",
      "页码：第7页",
      "条款名称：故障解决",
      "时限：8工作小时（按日历）",
      `条款原文：${verdict.wording ?? ""}`,
    ])
      expect(words).toContain(box);
  });

  test("says who saw the start and the stop, by which channel, when it was written down, and marks a late entry", () => {
    const words = paperWords(sheet);
    expect(words).toContain(
      "起算：报修|2026-11-20 16:00|李明|传真|2026-11-20 16:04|传真 XXK-GZ-2026-7K2M9P-0007",
    );
    expect(words).toContain(
      "停止：解决|2026-11-24 15:10|张工（北辰）|当面|2026-11-26 09:00\n补录|维护记录签字页",
    );
    expect(words).toContain("应完成：2026年11月24日 09:00");
    expect(words).toContain("超时：4小时10分");
  });

  test("counts by day, and says what did not count", () => {
    const words = paperWords(sheet);
    expect(words).toContain("2026年11月20日|16:00–17:00|1小时");
    expect(words).toContain("2026年11月23日|10:00–12:00、14:00–18:00|6小时");
    expect(words).toContain("2026年11月24日|08:00–12:00、14:00–15:10|5小时10分");
    expect(words).toContain("合计|不计入：暂停 3小时，时段外 80小时|12小时10分");
  });

  test("shows both sides of every pause and the result in three readings", () => {
    const words = paperWords(sheet);
    expect(words).toContain(
      "2026-11-20 17:00|2026-11-23 10:00|等待停机窗口\n厂商提出|双方认定\n认可人：王丽|回传单第2页\n最迟 2026-11-23 12:00",
    );
    expect(words).toContain(
      "2026-11-24 09:00|2026-11-24 10:30|等待我方确认\n厂商提出\n厂商称等待我方提供账号|仅厂商主张|",
    );
    expect(words).toContain("按双方认定|12小时10分|4小时10分|超时");
    expect(words).toContain("仅按医院认定|12小时10分|4小时10分|超时");
    expect(words).toContain("全部扣除暂停|10小时40分|2小时40分|超时");
  });

  test("names every attachment with its hash, whole and in sixteen signs", () => {
    expect(paperWords(sheet)).toContain(
      "1|报修传真回执.pdf（前16位 3f2a9b1c4d5e6f70）\n3f2a9b1c4d5e6f70818293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
    );
  });

  test("leaves the vendor room to agree or object by a day, and both sides to sign and seal on one page", () => {
    const reply = sheet.sections.at(-1);
    expect(reply?.keepTogether).toBe(true);
    const words = paperWords(sheet);
    for (const box of [
      "厂商意见：□认可 □有异议（理由如下）",
      "异议理由：",
      "异议期限：如有异议，请于 2026年12月3日（含当日）前书面提出。",
      "医院盖章处",
      "厂商盖章处",
    ])
      expect(words).toContain(box);
  });

  test("carries its own number and a code that leads back to it", () => {
    expect(sheet).toMatchObject({
      form: "WY01",
      number: "WY-2026-7K2M9P-0001",
      qr: "shouyue:breach:7K2M9P-000000031?n=WY-2026-7K2M9P-0001",
    });
    expect(sheet.urgency).toBeUndefined();
  });

  test("a clock of forty days is summed up, not listed", () => {
    const table = longSheet.sections.find(({ title }) => title?.startsWith("三"))?.blocks[0];
    expect(table?.kind === "table" ? table.rows.length : 99).toBeLessThanOrEqual(20);
    expect(paperWords(longSheet)).toContain("合计|不计入：暂停 40小时，时段外 580小时|340小时");
  });

  test.each([
    [{}, "□认可 □有异议（理由如下）", ""],
    [{ signedDate: "2026-11-30", signedBy: "赵总" }, "√认可 □有异议（理由如下）", "2026年11月30日"],
    [{ objectedDate: "2026-12-01", objection: "备件在途" }, "□认可 √有异议（理由如下）", "备件在途"],
    [
      {
        objectedDate: "2026-12-01",
        objection: "备件在途",
        settlement: "维持原认定",
        signedDate: "2026-12-05",
      },
      "□认可 √有异议（理由如下）",
      "异议处理：维持原认定",
    ],
    [{ sentDate: "2026-11-27" }, "□认可 □有异议（理由如下）", "送达日期：2026年11月27日"],
  ])("prints what became of it: %j", (more, ticks, said) => {
    const words = paperWords(breachSheet({ ...breachInput, breach: { ...breachInput.breach, ...more } }));
    expect(words).toContain(`厂商意见：${ticks}`);
    expect(words.join("\n")).toContain(said);
  });

  test("one that was withdrawn says so in its head", () => {
    const breach = { ...breachInput.breach, withdrawnDate: "2026-12-01" };
    expect(breachSheet({ ...breachInput, breach }).urgency).toBe("已撤回");
  });

  test("a due time that rests on unknown holidays is marked", () => {
    const paper = breachSheet({ ...breachInput, verdict: { ...verdict, provisional: true } });
    expect(paperWords(paper).join("\n")).toContain("应完成：2026年11月24日 09:00（预估");
  });

  test("a clock still running when the sheet was issued says so", () => {
    const { stopAt: _stop, ...running } = verdict;
    const paper = breachSheet({
      ...breachInput,
      verdict: { ...running, detail: JSON.stringify({ ...detail, stop: null }) },
    });
    expect(paperWords(paper)).toContain("停止|||||出具本单时尚未停止");
  });

  test("stretches that were too many to keep are said to be more", () => {
    const paper = breachSheet({
      ...breachInput,
      verdict: { ...verdict, detail: JSON.stringify({ ...detail, more: true }) },
    });
    expect(paperWords(paper)).toContain("时段过多，以上只列前 11 段；全部计入 12小时10分。");
  });

  test("leaves a box where nothing is known, and never prints a missing value", () => {
    const paper = breachSheet({
      breachId: "b",
      breach: { ...breachInput.breach, issuedBy: "", finding: "" },
      verdict: bareVerdict,
      incident: { number: "1", title: "坏了" },
      hospital: { name: "甲医院" },
      attachments: [],
    });
    const words = paperWords(paper);
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(words).toContain("逐段明细未能读取，以认定结果为准：计入 12小时10分。");
    expect(words).toContain("全部扣除暂停|||达标");
    expect(words).toContain("|无附件");
    expect(words).toContain("事实说明：");
    expect(words).toContain("条款号：");
  });

  test("long and hostile texts stay text, every word of them", () => {
    const paper = breachSheet({
      ...breachInput,
      breach: { ...breachInput.breach, finding: HOSTILE, objection: HOSTILE },
      verdict: { ...verdict, wording: HOSTILE, clauseName: HOSTILE.slice(0, 500) },
    });
    const words = paperWords(paper);
    expect(words).toContain(`事实说明：${HOSTILE}`);
    expect(words).toContain(`条款原文：${HOSTILE}`);
  });

  test("every row of boxes is as wide as the sheet, every table too", () => {
    for (const block of [sheet, longSheet].flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => blocks),
    )) {
      const spans =
        block.kind === "fields" ? block.cells : block.kind === "table" ? block.columns : undefined;
      if (spans !== undefined) expect(spans.reduce((sum, { span }) => sum + span, 0)).toBeCloseTo(12);
    }
    expect(sheet.hospital).toBe(hospital.name);
  });
});

describe("a damaged detail", () => {
  test.each([
    [undefined],
    [""],
    ["{"],
    ["null"],
    ["[]"],
    ['"words"'],
    ['{"segments":"many","pauses":7,"start":[],"stop":0,"targetText":1,"modes":[]}'],
    [JSON.stringify({ segments: [{ fromMs: 1e308, toMs: 2, kind: "counted" }] })],
    [JSON.stringify({ segments: [{ fromMs: -1, toMs: 2, kind: "counted" }] })],
    [JSON.stringify({ segments: [{ fromMs: 1, toMs: 2, kind: "eaten" }] })],
    [JSON.stringify({ start: { kind: "reported", at: "yesterday" } })],
    [JSON.stringify({ start: { kind: "reported", at: "2026-02-30T00:00:00.000Z" } })],
    [JSON.stringify({ pauses: [{ from: "", to: null, agreement: "both" }] })],
  ])("%j prints what the verdict itself says", (text) => {
    expect(Object.values(readVerdictDetail(text)).filter((part) => part !== undefined)).toEqual([]);
    const { detail: _detail, ...rest } = verdict;
    const paper = breachSheet({
      ...breachInput,
      verdict: text === undefined ? rest : { ...rest, detail: text },
    });
    const words = paperWords(paper);
    expect(words).toContain("起算|2026-11-20 16:00");
    expect(words).toContain("停止|2026-11-24 15:10");
    expect(words).toContain("超时：4小时10分");
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
  });

  test("one damaged part leaves the others", () => {
    const read = readVerdictDetail(JSON.stringify({ ...detail, pauses: "none" }));
    expect(read.pauses).toBeUndefined();
    expect(read.segments).toEqual(detail.segments);
    expect(read.stop?.by).toBe("张工（北辰）");
  });

  test("a code that a newer product wrote is printed as it stands", () => {
    const newer = {
      ...detail,
      pauses: [{ ...detail.pauses[0], reason: "awaitingMoon", agreement: "toString" }],
    };
    const paper = breachSheet({ ...breachInput, verdict: { ...verdict, detail: JSON.stringify(newer) } });
    const words = paperWords(paper).join("\n");
    expect(words).toContain("awaitingMoon");
    expect(words).toContain("toString");
  });
});

import { describe, expect, it } from "vitest";
import { scorecardSheet, type ScorecardInput } from "../../../shared/forms/scorecard-sheet.ts";
import { must } from "../../../shared/lib/must.ts";
import { assess, type ScoredFile } from "../../../shared/rules/scores/assess.ts";
import { addIncident, emptyScore } from "../../../shared/rules/scores/score.ts";
import { scorecardOf } from "../../../shared/rules/scores/scorecard.ts";
import { paperWords } from "../../support/paper-words.ts";
import { hospital } from "../../support/sample-papers.ts";
import { BOOK, fileOf, YEAR } from "../rules/scores/fixtures.ts";

function sheetOf(files: readonly ScoredFile[], more: Partial<ScorecardInput> = {}) {
  const score = emptyScore();
  for (const file of files) addIncident(score, must(assess(file, BOOK, YEAR), "it was asked about"));
  const card = must(
    scorecardOf(score, BOOK, YEAR).vendors.find(({ vendorId }) => vendorId === "v1"),
    "it is under contract",
  );
  return scorecardSheet({
    ...{
      number: "XXK-KH-2026-7K2M9P-0001",
      hospital,
      vendor: { name: "北辰医疗软件有限公司" },
      card,
      book: BOOK,
    },
    ...{ from: YEAR.from, to: YEAR.to, compared: 0, scoredAt: "2026-11-30T00:00:00.000Z" },
    ...more,
  });
}

const LATE = ["9:00 reported", "9:30 acknowledged", "15:00 resolved"];

describe("a vendor's scorecard on paper", () => {
  it("says whose, of which days, and what each clause came to", () => {
    const words = paperWords(sheetOf([fileOf("1", LATE, { severity: "urgent" })]));
    for (const said of [
      "厂商：北辰医疗软件有限公司",
      "考核期间：2026年1月1日至2026年12月31日（按报修日期）",
      "达标率：50%",
      "名次：样本少于 10 项，不排名",
      "响应 1 小时|1小时内（7×24）|1|0|0|100%|30分|—",
      "解决 4 小时|4小时内（7×24）|1|1|0|0%|6小时|2小时",
      "紧急|1|2|50%",
    ])
      expect(words).toContain(said);
    expect(words.join("\n")).toContain("达标率 = 达标 ÷（达标 + 超时 + 无法判定）");
  });

  it("says 无样本 where nothing happened, and never 100%", () => {
    const words = paperWords(sheetOf([])).join("\n");
    expect(words).toContain("名次：无样本，不排名");
    expect(words).toContain("达标率：无样本");
    expect(words).not.toContain("100%");
  });

  it("leads a scan back to its number alone, for it states no record", () => {
    expect(sheetOf([])).toMatchObject({
      form: "WY02",
      formName: "厂商服务考核表",
      qr: "shouyue:number:XXK-KH-2026-7K2M9P-0001",
    });
  });

  it("prints a vendor that is gone and a clause that was deleted without falling over", () => {
    const words = paperWords(
      sheetOf([fileOf("1", LATE)], { vendor: undefined, book: { clauses: [], contracts: [] } }),
    ).join("\n");
    expect(words).toContain("（条款已删除）");
  });
});

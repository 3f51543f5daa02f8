import { describe, expect, test } from "vitest";
import { visitAgreement } from "../../../shared/forms/f10.ts";
import { paperWords } from "../../support/paper-words.ts";
import { agreement, HOSTILE, visitInput, visitPaper } from "../../support/sample-sheets.ts";

describe("an agreement on a visit by fee", () => {
  test("names both sides, the contract beside which it stands, and what for", () => {
    const words = paperWords(visitPaper);
    for (const box of [
      "甲方：清源市第一人民医院",
      "乙方：北辰医疗软件股份有限公司",
      "主合同：QYYY-2026-HIS-031 HIS系统年度维护合同",
      "故障编号：XXK-GZ-2026-7K2M9P-0007",
      "报价日期：2026年11月25日",
      "事由：门诊收费接口故障上门处理（合同外第6次）",
      `服务内容：${agreement.workload ?? ""}`,
    ])
      expect(words).toContain(box);
  });

  test("spells the fee out: what is paid for, the formula with its figures, the total in figures and capitals", () => {
    const words = paperWords(visitPaper);
    for (const line of [
      "往返交通费|每人|1,200.00|2 人",
      "住宿费|每人每天|300.00|2 人×3 天",
      "薪酬费|每人每天|1,000.00|2 人×3 天",
      "合计＝人数×〔往返交通费＋（住宿费＋薪酬费）×天数〕",
      "　　＝2×〔1,200.00＋（300.00＋1,000.00）×3〕＝10,200.00 元",
      "合计：¥10,200.00（大写：壹万零贰佰元整）",
    ])
      expect(words).toContain(line);
    expect(words.join("\n")).not.toContain("议定金额");
  });

  test("another sum that both settled on stands beside the formula's, and binds", () => {
    const paper = visitAgreement({ ...visitInput, agreement: { ...agreement, amountFen: 1_000_005 } });
    expect(paperWords(paper)).toContain("议定金额：¥10,000.05（大写：壹万元零伍分），以此为准");
    const same = visitAgreement({ ...visitInput, agreement: { ...agreement, amountFen: 1_020_000 } });
    expect(paperWords(same).join("\n")).not.toContain("议定金额");
  });

  test("has both sides sign and seal on one page", () => {
    const last = visitPaper.sections.at(-1);
    expect(last?.keepTogether).toBe(true);
    expect(paperWords(visitPaper)).toEqual(
      expect.arrayContaining(["甲方盖章处", "乙方盖章处", "代表签字："]),
    );
  });

  test("bears its own number, and a code that leads back to it", () => {
    expect(visitPaper).toMatchObject({
      form: "F10",
      number: "XY-2026-7K2M9P-0003",
      qr: "shouyue:agreement:7K2M9P-000000040?n=XY-2026-7K2M9P-0003",
    });
  });

  test("leaves lines to write on where a figure is missing, and never prints a missing value", () => {
    const paper = visitAgreement({
      agreementId: "a",
      agreement: { contractId: "c", number: "1", kind: "visit", subject: "上门", quotedDate: "2026-11-25" },
      hospital: { name: "甲医院" },
    });
    const words = paperWords(paper);
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(words).toContain("往返交通费|每人||＿＿ 人");
    expect(words.join("\n")).toContain("＝＿＿×〔＿＿＿＿＋（＿＿＿＿＋＿＿＿＿）×＿＿〕＝＿＿＿＿ 元");
    expect(words.some((word) => word.startsWith("合计：¥　"))).toBe(true);
  });

  test.each([
    [{ people: 1, days: 1, travelFen: 0, lodgingFen: 0, dailyFen: 100_000 }, "¥1,000.00（大写：壹仟元整）"],
    [{ people: 3, days: 1, travelFen: 3, lodgingFen: 1, dailyFen: 1 }, "¥0.15（大写：壹角伍分）"],
    [{ people: 3, days: 0 }, "¥　"],
    [{ people: 0, days: 3 }, "¥　"],
    [{ people: -1 }, "¥　"],
    [{ people: 1e9, travelFen: 1e13 }, "¥　"],
    [{ days: 2 ** 52 }, "¥　"],
  ])("what cannot be money is left to the pen: %j", (figures, total) => {
    const words = paperWords(visitAgreement({ ...visitInput, agreement: { ...agreement, ...figures } }));
    expect(words.find((word) => word.startsWith("合计："))).toContain(total);
  });

  test("one that was withdrawn says so, a note is printed where there is one, long texts stay whole", () => {
    const paper = visitAgreement({
      ...visitInput,
      agreement: { ...agreement, workload: HOSTILE, note: "含周末", withdrawnDate: "2026-11-26" },
    });
    expect(paper.urgency).toBe("已作废");
    expect(paperWords(paper)).toEqual(expect.arrayContaining(["备注：含周末", `服务内容：${HOSTILE}`]));
  });
});

import { describe, expect, test } from "vitest";
import { letterAnswer } from "../../../shared/forms/f14.ts";
import { paperWords } from "../../support/paper-words.ts";
import { letterInput, letterPaper } from "../../support/sample-sheets.ts";

describe("the answer to a letter that urges acceptance", () => {
  test("registers the letter, and says by when and counted from which day we must answer", () => {
    const words = paperWords(letterPaper);
    for (const box of [
      "来函单位：北辰医疗软件股份有限公司",
      "来函文号：北辰函〔2026〕118号",
      "函件日期：2026年11月16日",
      "收到日期：2026年11月18日",
      "答复期限：不晚于 2026年11月30日（自函件之日起 14 天，当日不计）",
    ])
      expect(words).toContain(box);
  });

  test("of another kind counts from the day it came", () => {
    const letter = { ...letterInput.letter, kind: "notice", answerDays: 14 } as const;
    expect(paperWords(letterAnswer({ ...letterInput, letter }))).toContain(
      "答复期限：不晚于 2026年12月2日（自收到之日起 14 天，当日不计）",
    );
  });

  test("shows where each module stands", () => {
    const words = paperWords(letterPaper);
    expect(words).toContain("医院信息系统（HIS）\n门诊收费|已验收|2026-01-05|2026-04-10|");
    expect(words).toContain("医院信息系统（HIS）\n住院护士站|未验收：我方原因|2026-03-01||等待病区改造完成");
    expect(words).toContain("医院信息系统（HIS）\n病案管理|未上线：厂商原因|||归档接口未完成");
  });

  test("has room for the answer, and prints one that was given", () => {
    expect(paperWords(letterPaper)).toContain("答复内容：");
    const letter = { ...letterInput.letter, answer: "同意12月8日验收", answeredDate: "2026-11-28" };
    const words = paperWords(letterAnswer({ ...letterInput, letter }));
    expect(words).toContain("答复内容：同意12月8日验收");
    expect(words).toContain("答复日期：2026年11月28日");
  });

  test("bears its own number, and a code that leads back to it", () => {
    expect(letterPaper).toMatchObject({
      form: "F14",
      number: "HJ-2026-7K2M9P-0002",
      qr: "shouyue:letter:7K2M9P-000000050?n=HJ-2026-7K2M9P-0002",
    });
  });

  test("a letter of which little is known has empty boxes, and rows for modules by hand", () => {
    const paper = letterAnswer({
      letterId: "l",
      letter: { contractId: "c", number: "1", kind: "acceptance", subject: "验收", letterDate: "2026-11-16" },
      hospital: { name: "甲医院" },
      modules: [{ module: { name: "收费", systemId: "s" } }],
    });
    const words = paperWords(paper);
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(words).toContain("收费|未登记|||");
    expect(words).toContain("来函单位：");
  });
});

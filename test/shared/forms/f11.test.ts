import { expect, test } from "vitest";
import { changeAgreement } from "../../../shared/forms/f11.ts";
import { paperWords } from "../../support/paper-words.ts";
import { changePaper } from "../../support/sample-sheets.ts";

test("a change of the software names what is changed, what it costs, and that maintenance does not include it", () => {
  const words = paperWords(changePaper);
  expect(changePaper.form).toBe("F11");
  expect(words).toContain("事由：收费日报增加医保分类统计");
  expect(words).toContain("金额：¥18,600.50（大写：壹万捌仟陆佰元伍角）");
  expect(words).toContain("1. 软件修改不属于合同维护范围，单独计费、单独验收。");
  expect(words).toContain("验收标准：");
});

test("an acceptance that took place is printed", () => {
  const base = {
    contractId: "c",
    number: "1",
    kind: "customisation" as const,
    subject: "改",
    quotedDate: "2026-11-25",
  };
  const of = (more: object) =>
    paperWords(
      changeAgreement({ agreementId: "a", agreement: { ...base, ...more }, hospital: { name: "甲医院" } }),
    );
  expect(of({ acceptedDate: "2026-12-20" })).toContain("验收日期：2026年12月20日");
  expect(of({}).join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
  expect(of({}).some((word) => word.startsWith("金额：¥　"))).toBe(true);
});

import { expect, test } from "vitest";
import {
  ruleText,
  settleable,
  standingWords,
} from "../../../../../renderer/screens/contracts/obligations/obligation-words.ts";
import { obligationsTexts } from "../../../../../renderer/screens/contracts/obligations/obligations-texts.ts";
import type { Obligation } from "../../../../../shared/records/index.ts";
import type {
  ObligationStates,
  Occurrence,
} from "../../../../../shared/rules/obligations/obligation-states.ts";
import { inChinese } from "../words.ts";

const t = inChinese(obligationsTexts);
const report: Obligation = {
  contractId: "C",
  name: "月报",
  party: "vendor",
  recurrence: "monthly",
  dueDays: 5,
};
const due = (dueDate: string, state: Occurrence["state"], daysLeft: number): Occurrence => ({
  obligationId: "O",
  dueDate,
  period: undefined,
  state,
  daysLeft,
  overdueSince: undefined,
  entry: undefined,
});
const states = (...occurrences: Occurrence[]): ObligationStates => ({
  occurrences,
  changes: [],
  unmatched: [],
});

test("what stayed silent comes before what is due next", () => {
  const late = due("2026-11-05", "overdue", -18);
  const next = due("2026-12-05", "upcoming", 12);
  expect(standingWords(report, states(late, next), t)).toEqual({ text: "逾期 18 天未履行", tone: "danger" });
  expect(standingWords(report, states(due("2026-10-05", "overdue", -49), late, next), t).text).toBe(
    "2 期逾期未履行，最早逾期 49 天",
  );
  expect(standingWords(report, states(next), t)).toEqual({ text: "还有 12 天", tone: "plain" });
});

test("on its day it is due today", () => {
  expect(standingWords(report, states(due("2026-11-23", "dueSoon", 0)), t).text).toBe("今天到期");
});

test("what can be settled ends with the next that is ahead", () => {
  const all = [
    due("2026-09-05", "fulfilled", -79),
    due("2026-11-05", "overdue", -18),
    due("2026-12-05", "upcoming", 12),
    due("2027-01-05", "upcoming", 43),
  ];
  expect(settleable(all).map(({ dueDate }) => dueDate)).toEqual(["2026-11-05", "2026-12-05"]);
});

test("the rule of a notice is written as it was agreed", () => {
  const resident: Obligation = {
    contractId: "C",
    name: "驻场更换",
    party: "vendor",
    recurrence: "onChange",
    noticeMonths: 3,
    mostPerYear: 1,
    needsConsent: true,
  };
  expect(ruleText(resident, t)).toBe("提前 3 个月通知；每年最多 1 次；须我方同意");
  expect(standingWords(resident, states(), t)).toEqual({ text: "没有发生变更", tone: "quiet" });
});

test("what is owed by the end of its period says so, not within 0 days of it", () => {
  expect(ruleText({ ...report, dueDays: 0 }, t)).toBe("期末当天以前");
  expect(ruleText(report, t)).toBe("期末后 5 天内");
});

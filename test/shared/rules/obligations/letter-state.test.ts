import { expect, it } from "vitest";
import type { Letter } from "../../../../shared/records/index.ts";
import { letterState } from "../../../../shared/rules/obligations/letter-state.ts";
import { letterOf } from "./fixtures.ts";

it.each<[string, Partial<Letter>, string, string | undefined, string]>([
  ["two weeks from the letter", {}, "2026-11-03", "2026-11-16", "open"],
  [
    "two weeks from the letter, whenever it came",
    { receivedDate: "2026-11-05" },
    "2026-11-12",
    "2026-11-16",
    "dueSoon",
  ],
  [
    "days from its receipt where it urges no acceptance",
    { kind: "notice", answerDays: 14, receivedDate: "2026-11-05" },
    "2026-11-12",
    "2026-11-19",
    "dueSoon",
  ],
  ["the days it sets itself", { answerDays: 5 }, "2026-11-03", "2026-11-07", "dueSoon"],
  ["on the last day", {}, "2026-11-16", "2026-11-16", "dueSoon"],
  ["the day after", {}, "2026-11-17", "2026-11-16", "overdue"],
  ["no deadline in a plain notice", { kind: "notice" }, "2027-11-17", undefined, "open"],
  ["answered on the last day", { answeredDate: "2026-11-16" }, "2026-12-01", "2026-11-16", "answered"],
  ["answered a day late", { answeredDate: "2026-11-17" }, "2026-12-01", "2026-11-16", "answeredLate"],
  [
    "answered though nobody asked",
    { kind: "other", answeredDate: "2026-11-17" },
    "2026-12-01",
    undefined,
    "answered",
  ],
])("a letter: %s", (_, data, today, answerBy, state) => {
  expect(letterState(letterOf(data), today)).toMatchObject({ answerBy, state });
});

it("is overdue since the day after its deadline", () => {
  expect(letterState(letterOf({}), "2026-11-20")).toMatchObject({ daysLeft: -4, overdueSince: "2026-11-17" });
});

import { expect, it } from "vitest";
import {
  answerLetter,
  recordLetter,
  type LetterEntry,
  type LetterFailure,
} from "../../../../shared/commands/obligations/letters.ts";
import { registry } from "../../../../shared/records/index.ts";
import { letterOf } from "../../rules/obligations/fixtures.ts";

const now = "2026-11-22T02:00:00.000Z";
const context = { now, id: "l9", number: "XXK-2026-7K2M9P-0003" };
const entry: LetterEntry = {
  contractId: "k1",
  kind: "acceptance",
  subject: "督促验收 ",
  theirNumber: "北辰函〔2026〕12号",
  letterDate: "2026-11-16",
  receivedDate: "2026-11-18",
  answerDays: undefined,
  moduleIds: ["m1"],
  note: "",
};

it("a letter is registered under its number", () => {
  const edits = recordLetter(entry, context);
  expect(edits.ok && edits.value[0]).toEqual({
    type: "letter",
    id: "l9",
    patch: {
      contractId: "k1",
      number: "XXK-2026-7K2M9P-0003",
      kind: "acceptance",
      subject: "督促验收",
      letterDate: "2026-11-16",
      receivedDate: "2026-11-18",
      moduleIds: ["m1"],
      theirNumber: "北辰函〔2026〕12号",
    },
  });
  expect(registry.letter.schema.safeParse(edits.ok && edits.value[0]?.patch).success).toBe(true);
});

it.each<[string, Partial<LetterEntry>, LetterFailure[]]>([
  ["no contract", { contractId: " " }, [{ field: "contractId", kind: "missing" }]],
  ["no subject", { subject: "" }, [{ field: "subject", kind: "missing" }]],
  ["a subject without an end", { subject: "函".repeat(501) }, [{ field: "subject", kind: "tooLong" }]],
  ["no date", { letterDate: "" }, [{ field: "letterDate", kind: "missing" }]],
  ["no such date", { letterDate: "2026-11-31" }, [{ field: "letterDate", kind: "notADate" }]],
  [
    "dated tomorrow",
    { letterDate: "2026-11-23", receivedDate: undefined },
    [{ field: "letterDate", kind: "inTheFuture" }],
  ],
  ["received tomorrow", { receivedDate: "2026-11-23" }, [{ field: "receivedDate", kind: "inTheFuture" }]],
  [
    "received before it was written",
    { receivedDate: "2026-11-15" },
    [{ field: "receivedDate", kind: "receivedBeforeDated" }],
  ],
  ["no days to answer", { answerDays: 0 }, [{ field: "answerDays", kind: "notADayCount" }]],
  ["half a day to answer", { answerDays: 0.5 }, [{ field: "answerDays", kind: "notADayCount" }]],
  ["two years to answer", { answerDays: 730 }, [{ field: "answerDays", kind: "notADayCount" }]],
])("refuses a letter: %s", (_, wrong, failure) => {
  expect(recordLetter({ ...entry, ...wrong }, context)).toEqual({ ok: false, failure });
});

it("an answer stands on the letter", () => {
  expect(answerLetter({ day: "2026-11-20", answer: "已约定验收" }, { now, letter: letterOf({}) })).toEqual({
    ok: true,
    value: [{ type: "letter", id: "l1", patch: { answeredDate: "2026-11-20", answer: "已约定验收" } }],
  });
});

it.each([
  ["no such day", "2026-11-31", "好", {}, "notADate"],
  ["tomorrow", "2026-11-23", "好", {}, "inTheFuture"],
  ["before the letter", "2026-11-01", "好", {}, "beforeLetter"],
  ["without a word", "2026-11-20", " ", {}, "answerMissing"],
  ["twice", "2026-11-20", "好", { answeredDate: "2026-11-19" }, "alreadyAnswered"],
])("refuses an answer: %s", (_, day, answer, data, kind) => {
  expect(answerLetter({ day, answer }, { now, letter: letterOf(data) })).toMatchObject({ failure: { kind } });
});

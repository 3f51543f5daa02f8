import { expect, it } from "vitest";
import { recordChange, type ChangeEntry } from "../../../../shared/commands/obligations/record-change.ts";
import { withdrawEntry } from "../../../../shared/commands/obligations/withdraw-entry.ts";
import { registry } from "../../../../shared/records/index.ts";
import { entryOf, obligationOf } from "../../rules/obligations/fixtures.ts";

const now = "2026-05-10T02:00:00.000Z";
const obligation = obligationOf({ recurrence: "onChange", noticeDays: 3 });
const told: ChangeEntry = {
  day: "2026-05-12",
  noticedDate: "2026-05-08",
  consent: "given",
  by: "李明",
  proof: "传真",
  note: " 新热线 010-55550123 ",
};

it("a change is written down as it was told", () => {
  const edits = recordChange(told, { now, id: "n1", obligation });
  expect(edits.ok && edits.value[0]?.patch).toEqual({
    obligationId: "o1",
    kind: "changed",
    day: "2026-05-12",
    recordedAt: now,
    noticedDate: "2026-05-08",
    consent: "given",
    by: "李明",
    proof: "传真",
    note: "新热线 010-55550123",
  });
  expect(registry.obligationEntry.schema.safeParse(edits.ok && edits.value[0]?.patch).success).toBe(true);
});

it("a change that nobody told of is written down without a notice", () => {
  const edits = recordChange(
    { ...told, day: "2026-05-01", noticedDate: undefined },
    { now, id: "n1", obligation },
  );
  expect(edits.ok && edits.value[0]?.patch).not.toHaveProperty("noticedDate");
});

it.each<[string, Partial<ChangeEntry>, string]>([
  ["no such day", { day: "2026-06-31" }, "notADate"],
  ["no such day of notice", { noticedDate: "5月8日" }, "notADate"],
  ["a notice still to come", { noticedDate: "2026-05-11" }, "noticeInTheFuture"],
  ["one ahead that nobody announced", { noticedDate: undefined }, "announcedWithoutNotice"],
  ["one in three years", { day: "2029-05-10" }, "tooFarAhead"],
  ["a proof without an end", { proof: "传".repeat(501) }, "tooLong"],
])("refuses %s", (_, wrong, kind) => {
  expect(recordChange({ ...told, ...wrong }, { now, id: "n1", obligation })).toMatchObject({
    failure: { kind },
  });
});

it("refuses a change of what recurs", () => {
  expect(recordChange(told, { now, id: "n1", obligation: obligationOf({}) })).toMatchObject({
    failure: { kind: "notAChange" },
  });
});

it("an entry is taken back with a reason", () => {
  const entries = [entryOf({}, "e1")];
  const edits = withdrawEntry({ entryId: "e1", by: "", reason: "录错合同" }, { now, id: "n1", entries });
  expect(edits.ok && edits.value[0]?.patch).toEqual({
    obligationId: "o1",
    kind: "withdrawn",
    day: "2026-05-10",
    recordedAt: now,
    aboutId: "e1",
    note: "录错合同",
  });
});

it.each([
  ["an entry that is not there", "x", "原因", "noSuchEntry"],
  ["one taken back already", "e1", "原因", "alreadyWithdrawn"],
  ["a withdrawal", "e2", "原因", "isAWithdrawal"],
  ["no reason", "e3", "  ", "reasonMissing"],
])("refuses to take back %s", (_, entryId, reason, kind) => {
  const entries = [entryOf({}, "e1"), entryOf({ kind: "withdrawn", aboutId: "e1" }, "e2"), entryOf({}, "e3")];
  expect(withdrawEntry({ entryId, by: "", reason }, { now, id: "n1", entries })).toEqual({
    ok: false,
    failure: { kind },
  });
});

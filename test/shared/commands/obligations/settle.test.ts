import { describe, expect, it } from "vitest";
import {
  fulfil,
  waive,
  type Fulfilment,
  type Waiver,
} from "../../../../shared/commands/obligations/settle.ts";
import { registry, type Obligation, type Stored } from "../../../../shared/records/index.ts";
import { entryOf, inForce, obligationOf } from "../../rules/obligations/fixtures.ts";

const now = "2026-05-10T02:00:00.000Z";
const told: Fulfilment = { day: "2026-05-09", dueDate: "2026-04-30", by: "李明", proof: "邮件", note: "" };
const waiver: Waiver = { dueDate: "2026-03-31", by: "王主任", reason: "系统停用" };

function contextOf(entries: readonly Stored<"obligationEntry">[] = [], data: Partial<Obligation> = {}) {
  return {
    now,
    id: "n1",
    obligation: obligationOf(data),
    entries,
    contractTerms: [inForce("2026-01-01", "2026-12-31")],
  };
}

describe("fulfilling an obligation", () => {
  it("writes one entry that names the occurrence", () => {
    const edits = fulfil(told, contextOf());
    expect(edits).toEqual({
      ok: true,
      value: [
        {
          type: "obligationEntry",
          id: "n1",
          patch: {
            obligationId: "o1",
            kind: "fulfilled",
            day: "2026-05-09",
            recordedAt: now,
            by: "李明",
            proof: "邮件",
            dueDate: "2026-04-30",
          },
        },
      ],
    });
    expect(registry.obligationEntry.schema.safeParse(edits.ok && edits.value[0]?.patch).success).toBe(true);
  });

  it("names the oldest open one where nobody said which", () => {
    const edits = fulfil({ ...told, dueDate: undefined }, contextOf([entryOf({ dueDate: "2026-01-31" })]));
    expect(edits.ok && edits.value[0]?.patch).toMatchObject({ dueDate: "2026-02-28" });
  });

  it("also of what was waived, and of what has no date at all", () => {
    const waived = entryOf({ kind: "waived", dueDate: "2026-04-30", day: "2026-05-01" });
    expect(fulfil(told, contextOf([waived])).ok).toBe(true);
    const dateless = fulfil({ ...told, dueDate: undefined }, contextOf([], { recurrence: "once" }));
    expect(dateless.ok && dateless.value[0]?.patch).not.toHaveProperty("dueDate");
  });

  it.each<[string, Partial<Fulfilment>, Partial<Obligation>, string]>([
    ["a day that does not exist", { day: "2026-02-30" }, {}, "notADate"],
    ["no day", { day: "" }, {}, "notADate"],
    ["tomorrow", { day: "2026-05-11" }, {}, "inTheFuture"],
    ["a day on which nothing is due", { dueDate: "2026-04-29" }, {}, "noSuchOccurrence"],
    ["what is done already", { dueDate: "2026-01-31" }, {}, "alreadySettled"],
    ["before anything was owed", { day: "2025-12-31", dueDate: undefined }, {}, "nothingOpen"],
    ["a change", {}, { recurrence: "onChange" }, "isAChange"],
    ["a name without an end", { by: "李".repeat(501) }, {}, "tooLong"],
  ])("refuses %s", (_, wrong, data, kind) => {
    const done = entryOf({ dueDate: "2026-01-31" });
    expect(fulfil({ ...told, ...wrong }, contextOf([done], data))).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });
});

describe("waiving", () => {
  it("forgives one occurrence with the reason", () => {
    const edits = waive(waiver, contextOf());
    expect(edits.ok && edits.value[0]?.patch).toEqual({
      obligationId: "o1",
      kind: "waived",
      day: "2026-05-10",
      recordedAt: now,
      by: "王主任",
      note: "系统停用",
      dueDate: "2026-03-31",
    });
  });

  it("forgives one change", () => {
    const change = entryOf({ kind: "changed", day: "2026-04-01" }, "c");
    const about = { by: "", reason: "事出有因", aboutId: "c" };
    const context = contextOf([change], { recurrence: "onChange" });
    const edits = waive(about, context);
    expect(edits.ok && edits.value[0]?.patch).toMatchObject({ kind: "waived", aboutId: "c" });
    const again = entryOf({ kind: "waived", aboutId: "c" }, "w");
    expect(waive(about, { ...context, entries: [change, again] })).toMatchObject({
      failure: { kind: "alreadySettled" },
    });
  });

  it.each<[string, Partial<Waiver>, string]>([
    ["no reason", { reason: " " }, "reasonMissing"],
    ["nothing named", { dueDate: undefined }, "noSuchOccurrence"],
    ["a day on which nothing is due", { dueDate: "2026-03-30" }, "noSuchOccurrence"],
    ["what was fulfilled in time", { dueDate: "2026-01-31" }, "alreadySettled"],
    ["a change that is none", { aboutId: "e1" }, "noSuchChange"],
    ["a change nobody recorded", { aboutId: "x" }, "noSuchChange"],
    ["a name without an end", { by: "李".repeat(501) }, "tooLong"],
  ])("refuses %s", (_, wrong, kind) => {
    const done = entryOf({ day: "2026-01-31", dueDate: "2026-01-31" });
    expect(waive({ ...waiver, ...wrong }, contextOf([done]))).toMatchObject({ ok: false, failure: { kind } });
  });
});

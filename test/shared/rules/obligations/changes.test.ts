import { describe, expect, it } from "vitest";
import type { Obligation, ObligationEntry } from "../../../../shared/records/index.ts";
import { obligationStates } from "../../../../shared/rules/obligations/obligation-states.ts";
import { entryOf, inForce, obligationOf } from "./fixtures.ts";

const terms = [inForce("2026-03-15", "2027-03-14"), inForce("2027-03-15", "2028-03-14")];
const HOTLINE = { recurrence: "onChange", noticeDays: 3 } as const;
const RESIDENT = { recurrence: "onChange", noticeMonths: 3, mostPerYear: 1, needsConsent: true } as const;
const PARTS = { recurrence: "onChange", noticeMonths: 6 } as const;

function changes(
  obligation: Partial<Obligation>,
  entries: readonly Partial<ObligationEntry>[],
  today = "2027-12-31",
) {
  const stored = entries.map((data, i) => entryOf({ kind: "changed", ...data }, `e${i}`));
  return obligationStates(obligationOf(obligation), stored, terms, today).changes.map(
    ({ state, noticeBy, violations }) => ({
      state,
      noticeBy,
      violations: violations.map(({ kind }) => kind),
    }),
  );
}

describe("notice of a change", () => {
  it.each<[string, Partial<Obligation>, string, string | undefined, string, readonly string[]]>([
    ["a hotline told three days before", HOTLINE, "2026-06-10", "2026-06-07", "2026-06-07", []],
    ["a hotline told two days before", HOTLINE, "2026-06-10", "2026-06-08", "2026-06-07", ["shortNotice"]],
    ["a hotline told afterwards", HOTLINE, "2026-06-10", "2026-06-20", "2026-06-07", ["shortNotice"]],
    ["a hotline nobody told of", HOTLINE, "2026-06-10", undefined, "2026-06-07", ["noNotice"]],
    ["a part told six months before", PARTS, "2026-12-01", "2026-06-01", "2026-06-01", []],
    ["a part told a day too late", PARTS, "2026-12-01", "2026-06-02", "2026-06-01", ["shortNotice"]],
    ["six months before 31 August", PARTS, "2026-08-31", "2026-02-28", "2026-02-28", []],
  ])("%s", (_, obligation, day, noticedDate, noticeBy, violations) => {
    const [found] = changes(obligation, [{ day, ...(noticedDate === undefined ? {} : { noticedDate }) }]);
    expect(found).toEqual({ state: violations.length === 0 ? "kept" : "violated", noticeBy, violations });
  });

  it("says how many days short it was", () => {
    const entry = entryOf({ kind: "changed", day: "2026-06-10", noticedDate: "2026-06-09" });
    const [found] = obligationStates(obligationOf(HOTLINE), [entry], terms, "2026-07-01").changes;
    expect(found?.violations).toEqual([{ kind: "shortNotice", noticeBy: "2026-06-07", daysShort: 2 }]);
  });

  it("is asked for no longer where the contract is not in force", () => {
    expect(changes(HOTLINE, [{ day: "2028-06-10" }])).toMatchObject([{ state: "outside", violations: [] }]);
    expect(changes({ ...HOTLINE, untilDate: "2026-05-31" }, [{ day: "2026-06-10" }])).toMatchObject([
      { state: "outside" },
    ]);
  });
});

describe("a change of the resident engineer", () => {
  const ok = { noticedDate: "2026-04-01", consent: "given" } as const;

  it("that two desks wrote down without knowing of each other is one change", () => {
    const told = { day: "2026-09-01", ...ok };
    expect(changes(RESIDENT, [told, told]).map(({ state }) => state)).toEqual(["kept", "kept"]);
  });

  it("on the last day of a year that began on a 29 February is still of that year", () => {
    const leap = [inForce("2024-02-29", "2028-02-28")];
    const stored = ["2024-06-01", "2025-02-28", "2025-03-01"].map((day, i) =>
      entryOf({ kind: "changed", day, noticedDate: "2024-01-01", consent: "given" }, `e${i}`),
    );
    const found = obligationStates(obligationOf(RESIDENT), stored, leap, "2027-12-31").changes;
    expect(found.map(({ state }) => state)).toEqual(["kept", "violated", "kept"]);
  });

  it("is allowed once a contract year with notice and our consent", () => {
    expect(
      changes(RESIDENT, [
        { day: "2026-09-01", ...ok },
        { day: "2027-03-15", ...ok },
      ]),
    ).toMatchObject([{ state: "kept" }, { state: "kept" }]);
  });

  it("is too many the second time in one contract year, whatever the calendar year", () => {
    expect(
      changes(RESIDENT, [
        { day: "2026-09-01", ...ok },
        { day: "2027-03-14", ...ok },
      ]),
    ).toMatchObject([{ state: "kept" }, { state: "violated", violations: ["tooMany"] }]);
  });

  it("breaks everything at once when nobody was asked", () => {
    expect(changes(RESIDENT, [{ day: "2026-09-01" }])[0]?.violations).toEqual(["noNotice", "consentMissing"]);
    expect(changes(RESIDENT, [{ day: "2026-09-01", ...ok, consent: "refused" }])[0]?.violations).toEqual([
      "consentRefused",
    ]);
  });

  it("that is only announced misses no consent yet, but its notice may be short already", () => {
    const announced = { day: "2026-09-01", noticedDate: "2026-05-01" };
    expect(changes(RESIDENT, [announced], "2026-05-02")).toMatchObject([
      { state: "announced", violations: [] },
    ]);
    expect(changes(RESIDENT, [{ ...announced, noticedDate: "2026-07-01" }], "2026-07-02")).toMatchObject([
      { state: "violated", violations: ["shortNotice"] },
    ]);
  });

  it("is forgiven by a waiver about it, and gone when it was withdrawn", () => {
    const waiver = { kind: "waived", day: "2026-09-10", aboutId: "e0" } as const;
    expect(changes(RESIDENT, [{ day: "2026-09-01" }, waiver])).toMatchObject([{ state: "waived" }]);
    expect(changes(RESIDENT, [{ day: "2026-09-01" }, { ...waiver, kind: "withdrawn" }])).toEqual([]);
  });
});

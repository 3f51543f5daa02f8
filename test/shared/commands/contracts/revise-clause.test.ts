import { describe, expect, test } from "vitest";
import { clauseTermsOf } from "../../../../shared/commands/contracts/clause-terms.ts";
import { reviseClause, type ReviseFailure } from "../../../../shared/commands/contracts/revise-clause.ts";
import type { Clause } from "../../../../shared/records/index.ts";
import { isInForce } from "../../../../shared/rules/clauses/cover.ts";
import { clause, contract } from "./sample-contract.ts";

const old = clause("k1");
const terms = { ...clauseTermsOf(old.data), target: 2 };
const context = { id: "k2", contract, terms: [], clauses: [old] };

describe("revising a clause", () => {
  test("writes a new version from a day on, and the old one holds until the day before", () => {
    expect(reviseClause(old, { terms, effectiveFrom: "2026-07-01" }, context)).toEqual({
      ok: true,
      value: [
        {
          type: "clause",
          id: "k2",
          patch: { ...old.data, target: 2, effectiveFrom: "2026-07-01", replacesId: "k1" },
        },
        { type: "clause", id: "k1", patch: { effectiveTo: "2026-06-30" } },
      ],
    });
    expect(isInForce({ effectiveTo: "2026-06-30" }, "2026-06-30")).toBe(true);
  });

  test("ends where the old version was to end", () => {
    const bounded = clause("k1", { effectiveTo: "2026-10-31" });
    const made = reviseClause(
      bounded,
      { terms, effectiveFrom: "2026-07-01" },
      { ...context, clauses: [bounded] },
    );
    expect(made.ok && made.value[0]?.patch).toMatchObject({ effectiveTo: "2026-10-31" });
  });

  const field = "effectiveFrom";
  const by = clause("k9", { replacesId: "k1" });
  const bad: readonly [string, Partial<Clause>, Partial<Clause>, string, readonly ReviseFailure[]][] = [
    ["no day", {}, {}, "", [{ kind: "missing", field }]],
    ["a day that does not exist", {}, {}, "2026-06-31", [{ kind: "notADate", field }]],
    [
      "the day on which the contract begins",
      {},
      {},
      "2026-01-01",
      [{ kind: "notAfterOld", field, from: "2026-01-01" }],
    ],
    [
      "a day before the version it replaces",
      { effectiveFrom: "2026-05-01" },
      {},
      "2026-04-01",
      [{ kind: "notAfterOld", field, from: "2026-05-01" }],
    ],
    [
      "a day after that version ended",
      { effectiveTo: "2026-03-31" },
      {},
      "2026-04-01",
      [{ kind: "afterOldEnd", field, until: "2026-03-31" }],
    ],
    [
      "a day after the contract",
      {},
      {},
      "2027-01-01",
      [{ kind: "afterContract", field, endDate: "2026-12-31" }],
    ],
    ["the same words again", {}, { target: 1 }, "2026-07-01", [{ kind: "nothingChanged", field }]],
    [
      "a clause that cannot be kept",
      {},
      { target: -1 },
      "2026-07-01",
      [{ kind: "negative", field: "target" }],
    ],
  ];
  test.each(bad)("refuses %s", (_name, before, after, effectiveFrom, failure) => {
    const clauseBefore = clause("k1", before);
    const made = reviseClause(clauseBefore, { terms: { ...terms, ...after }, effectiveFrom }, context);
    expect(made).toEqual({ ok: false, failure });
  });

  test("refuses a version that was replaced already, and names the newer one", () => {
    const made = reviseClause(
      old,
      { terms, effectiveFrom: "2026-07-01" },
      { ...context, clauses: [old, by] },
    );
    expect(made).toEqual({ ok: false, failure: [{ kind: "alreadyReplaced", field, by }] });
  });
});

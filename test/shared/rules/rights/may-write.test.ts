import { describe, expect, test } from "vitest";
import { RECORD_TYPES, registry, type RecordType } from "../../../../shared/records/index.ts";
import { mayRead, mayWrite, type WantedChange } from "../../../../shared/rules/rights/may.ts";
import type { Role } from "../../../../shared/rules/rights/roles.ts";
import { WRITE_TABLE, type TypeRights } from "../../../../shared/rules/rights/write-table.ts";

/**
 * Who may make, change, remove here, remove elsewhere: Y, or the refusal's letter. The field changed is one that no line
 * names. `d` directorOnly, `o` otherDesk, `n` neverChanged. First the clerk, then the director.
 */
const EXPECTED: Readonly<Record<RecordType, string>> = {
  hospital: "dddd YYYY",
  person: "YYYY YYYY",
  vendor: "YYdd YYYY",
  system: "YYdd YYYY",
  module: "YYdd YYYY",
  contract: "YYdd YYYY",
  term: "dddd YYYY",
  clause: "Yddd YYYY",
  ruling: "dddd YYYY",
  entitlement: "Yddd YYYY",
  entitlementEntry: "YnYo YnYY",
  obligation: "Yddd YYYY",
  obligationEntry: "YnYo YnYY",
  agreement: "YYYo YYYY",
  letter: "YYYo YYYY",
  calendar: "dddd YYYY",
  holidayNotice: "dddd YYYY",
  incident: "YYYo YYYY",
  incidentEvent: "YnYo YnYY",
  visit: "YYYo YYYY",
  backupPlan: "YYdd YYYY",
  backupCheck: "YYYo YYYY",
  fax: "YnYo YnYY",
  attachment: "YYYo YYYY",
  importBatch: "YYnn YYnn",
  verdict: "YnYo YnYY",
  breach: "dYdd YYYY",
  alertAnswer: "YnYo YnYY",
  decision: "dnnn Ynnn",
};

const LETTERS: Readonly<Record<string, string>> = { directorOnly: "d", otherDesk: "o", neverChanged: "n" };

function change(type: RecordType, more: Partial<WantedChange>): WantedChange {
  return { type, patch: { aFieldOfNoLine: "x" }, isNew: false, isDelete: false, isOwnDesk: true, ...more };
}

function acts(type: RecordType): WantedChange[] {
  const gone = { patch: { $deleted: true }, isDelete: true };
  return [
    change(type, { isNew: true }),
    change(type, {}),
    change(type, gone),
    change(type, { ...gone, isOwnDesk: false }),
  ];
}

describe("every type of record has its line", () => {
  test("in the table, and here", () => {
    expect(Object.keys(WRITE_TABLE)).toEqual(RECORD_TYPES);
    expect(Object.keys(EXPECTED)).toEqual(RECORD_TYPES);
  });

  test.each(RECORD_TYPES)(
    "%s: every field with a rule of its own exists, and every rule says why",
    (type) => {
      const rights: TypeRights = WRITE_TABLE[type];
      expect(rights.why).not.toBe("");
      for (const { fields, why } of rights.lines ?? []) {
        expect(why).not.toBe("");
        for (const field of fields) expect(Object.keys(registry[type].fields)).toContain(field);
      }
    },
  );

  test.each(RECORD_TYPES)("%s: a ledger's lines are changed by nobody", (type) => {
    const definition: { readonly appendOnly?: boolean } = registry[type];
    if (definition.appendOnly === true) expect(WRITE_TABLE[type].change).toBe("nobody");
  });
});

describe("who may make, change and remove", () => {
  test.each(RECORD_TYPES)("%s", (type) => {
    const lettersOf = (role: Role): string =>
      acts(type)
        .map((wanted) => {
          const refusal = mayWrite({ roles: [role] }, wanted);
          return refusal === undefined ? "Y" : LETTERS[refusal];
        })
        .join("");
    expect(`${lettersOf("clerk")} ${lettersOf("director")}`).toBe(EXPECTED[type]);
  });

  const others: readonly (readonly [Role | undefined, string])[] = [
    ["auditor", "readOnly"],
    ["systemAdmin", "noRole"],
    ["securityAdmin", "noRole"],
    ["auditAdmin", "noRole"],
    [undefined, "noRole"],
  ];
  test.each(others)("nothing at all: %s", (role, refusal) => {
    const roles = role === undefined ? [] : [role];
    for (const type of RECORD_TYPES)
      for (const wanted of acts(type)) expect(mayWrite({ roles }, wanted)).toBe(refusal);
  });

  test.each(["director", "clerk", "auditor"] as const)("the %s reads every type", (role) => {
    for (const type of RECORD_TYPES) expect(mayRead({ roles: [role] }, type)).toBeUndefined();
  });

  test.each(["systemAdmin", "securityAdmin", "auditAdmin"] as const)(
    "the %s reads whose office it is, and no record of its work",
    (role) => {
      for (const type of RECORD_TYPES)
        expect(mayRead({ roles: [role] }, type)).toBe(type === "hospital" ? undefined : "noRole");
    },
  );
});

type Case = readonly [string, RecordType, Partial<WantedChange>, string | undefined];
const isNew = true;

describe("field by field, a clerk", () => {
  const table: readonly Case[] = [
    ["types in a contract with its amount", "contract", { isNew, patch: { amountFen: 1 } }, undefined],
    ["corrects a contract's note", "contract", { patch: { note: "x" } }, undefined],
    ["does not change its amount", "contract", { patch: { amountFen: 1 } }, "directorOnly"],
    ["does not clear its amount", "contract", { patch: { amountFen: null } }, "directorOnly"],
    ["does not hide it behind a note", "contract", { patch: { note: "x", amountFen: 1 } }, "directorOnly"],
    ["does not pay an instalment by typing", "contract", { patch: { payments: [] } }, "directorOnly"],
    ["types in a clause", "clause", { isNew, patch: { target: 4 } }, undefined],
    ["does not make a new version of one", "clause", { isNew, patch: { replacesId: "a" } }, "directorOnly"],
    ["does not end a clause", "clause", { patch: { effectiveTo: "2026-01-01" } }, "directorOnly"],
    ["records what was fulfilled", "obligationEntry", { isNew, patch: { kind: "fulfilled" } }, undefined],
    ["does not waive", "obligationEntry", { isNew, patch: { kind: "waived" } }, "directorOnly"],
    [
      "does not consent",
      "obligationEntry",
      { isNew, patch: { kind: "changed", consent: "given" } },
      "directorOnly",
    ],
    ["does not turn a line into a waiver", "obligationEntry", { patch: { kind: "waived" } }, "directorOnly"],
    ["does not rewrite a line", "obligationEntry", { patch: { day: "2026-01-01" } }, "neverChanged"],
    ["writes down an arrival", "incidentEvent", { isNew, patch: { kind: "arrived" } }, undefined],
    [
      "does not adjudicate a time",
      "incidentEvent",
      { isNew, patch: { kind: "adjudicated" } },
      "directorOnly",
    ],
    ["does not agree to a pause", "incidentEvent", { isNew, patch: { kind: "pauseAgreed" } }, "directorOnly"],
    ["does not move an arrival", "incidentEvent", { patch: { at: "x" } }, "neverChanged"],
    ["signs a case off", "verdict", { isNew, patch: { cause: "closed" } }, undefined],
    ["does not judge it anew", "verdict", { isNew, patch: { cause: "reEvaluated" } }, "directorOnly"],
    ["uses an entitlement", "entitlementEntry", { isNew, patch: { kind: "used" } }, undefined],
    ["does not add to one", "entitlementEntry", { isNew, patch: { kind: "granted" } }, "directorOnly"],
    ["drafts an agreement with its price", "agreement", { isNew, patch: { amountFen: 1 } }, undefined],
    ["does not draft one signed", "agreement", { isNew, patch: { signedBy: "x" } }, "directorOnly"],
    ["does not change what was quoted", "agreement", { patch: { amountFen: 1 } }, "directorOnly"],
    ["sends them out", "agreement", { patch: { dispatchedAt: "x" } }, undefined],
    ["corrects an incident", "incident", { patch: { severity: "urgent" } }, undefined],
    ["does not decide who pays", "incident", { patch: { causeCode: "misuse" } }, "directorOnly"],
    [
      "does not move a record to another import",
      "incident",
      { patch: { importBatchId: "x" } },
      "neverChanged",
    ],
    ["names a scan better", "attachment", { patch: { fileName: "x" } }, undefined],
    ["does not exchange its bytes", "attachment", { patch: { sha256: "x" } }, "neverChanged"],
    ["takes an import back where it was made", "importBatch", { patch: { state: "undone" } }, undefined],
    ["does not elsewhere", "importBatch", { patch: { state: "undone" }, isOwnDesk: false }, "otherDesk"],
    ["records that a sheet was signed", "breach", { patch: { signedDate: "x" } }, undefined],
    ["does not withdraw one", "breach", { patch: { withdrawnDate: "x" } }, "directorOnly"],
    ["registers a letter", "letter", { isNew, patch: { letterDate: "x" } }, undefined],
    ["does not answer it", "letter", { patch: { answer: "x" } }, "directorOnly"],
    ["brings back what was undone here", "incident", { patch: { $deleted: null } }, undefined],
    ["does not elsewhere", "incident", { patch: { $deleted: null }, isOwnDesk: false }, "otherDesk"],
    [
      "does not change the price while removing",
      "agreement",
      { patch: { $deleted: true, amountFen: 1 }, isDelete: true },
      "directorOnly",
    ],
  ];
  test.each(table)("%s: %s", (_name, type, more, refusal) => {
    expect(mayWrite({ roles: ["clerk"] }, change(type, more))).toBe(refusal);
  });
});

test("a director does all of that, except rewriting evidence", () => {
  const director = { roles: ["director"] } as const;
  expect(mayWrite(director, change("contract", { patch: { amountFen: 1 } }))).toBeUndefined();
  expect(mayWrite(director, change("obligationEntry", { isNew, patch: { kind: "waived" } }))).toBeUndefined();
  expect(mayWrite(director, change("incidentEvent", { patch: { at: "x" } }))).toBe("neverChanged");
  expect(mayWrite(director, change("attachment", { patch: { sha256: "x" } }))).toBe("neverChanged");
  expect(mayWrite(director, change("verdict", { patch: { verdict: "met" } }))).toBe("neverChanged");
});

test("a type of a newer edition is nobody's until the service knows it", () => {
  for (const roles of [["director"], ["clerk"]] as const)
    expect(mayWrite({ roles }, { ...change("incident", {}), type: "constructor" })).toBe("unknownType");
});

test("who is director and security administrator in one writes as a director", () => {
  const roles = ["director", "securityAdmin"] as const;
  expect(mayWrite({ roles }, change("term", { isNew }))).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { ACTION_TABLE, type Action } from "../../../../shared/rules/rights/action-table.ts";
import { mayDo } from "../../../../shared/rules/rights/may.ts";
import { isMerged, ROLE_NAMES, rolesMisfit, type Role } from "../../../../shared/rules/rights/roles.ts";

/** s system, c security, a audit administrator. */
const EXPECTED: Readonly<Record<Action, string>> = {
  listAccounts: "sca",
  createAccount: "s",
  resetPassword: "s",
  renameAccount: "s",
  setRoles: "c",
  disableAccount: "sc",
  enableAccount: "c",
  unlockAccount: "c",
  setSeparation: "c",
  setProfile: "c",
  listDesks: "sc",
  makeEnrolCode: "s",
  revokeDesk: "sc",
  listSessions: "c",
  revokeSession: "c",
  readAudit: "a",
  exportAudit: "a",
  backUp: "s",
  readMetrics: "s",
  relay: "d",
};
const LETTERS: Readonly<Partial<Record<Role, string>>> = {
  systemAdmin: "s",
  securityAdmin: "c",
  auditAdmin: "a",
  director: "d",
};

test.each(Object.keys(ACTION_TABLE) as Action[])("%s is for those named, and no other role", (action) => {
  const may = ROLE_NAMES.filter((role) => mayDo({ roles: [role] }, action));
  expect(may.map((role) => LETTERS[role] ?? role).join("")).toBe(EXPECTED[action]);
  expect(mayDo({ roles: [] }, action)).toBe(false);
  expect(ACTION_TABLE[action].why).not.toBe("");
});

test("nobody who makes an account or a password also grants the rights, where officers are separate", () => {
  for (const role of ROLE_NAMES) {
    const can = (action: Action): boolean => mayDo({ roles: [role] }, action);
    expect(can("createAccount") && can("setRoles")).toBe(false);
    expect(can("readAudit") && (can("setRoles") || can("createAccount"))).toBe(false);
  }
});

describe("roles that do not fit one person", () => {
  const table: readonly (readonly [string, readonly Role[], string | undefined, string | undefined])[] = [
    ["none", [], undefined, undefined],
    ["a director", ["director"], undefined, undefined],
    ["director and clerk", ["director", "clerk"], undefined, undefined],
    ["who reads only and writes", ["auditor", "clerk"], "auditsOwnWork", "auditsOwnWork"],
    ["an officer", ["auditAdmin"], undefined, undefined],
    ["two officers", ["systemAdmin", "auditAdmin"], "officersApart", undefined],
    ["all three", ["systemAdmin", "securityAdmin", "auditAdmin"], "officersApart", undefined],
    ["officer and director", ["director", "systemAdmin"], "officerOfOffice", undefined],
    ["officer and auditor", ["auditor", "auditAdmin"], "officerOfOffice", undefined],
  ];
  test.each(table)("%s", (_name, roles, separate, merged) => {
    expect(rolesMisfit(roles, "separate")).toBe(separate);
    expect(rolesMisfit(roles, "merged")).toBe(merged);
  });
});

test("only who unites officers is marked", () => {
  expect(isMerged(["director", "systemAdmin"])).toBe(false);
  expect(isMerged(["securityAdmin", "systemAdmin"])).toBe(true);
});

import { describe, expect, test } from "vitest";
import { bringerJudge } from "../../../server/people/relay-rights.ts";
import type { Role } from "../../../shared/rules/rights/roles.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { fold, type Folded } from "../../../shared/sync/fold.ts";
import { changeOf } from "../../support/changes.ts";

const BYTES = "a".repeat(64);

function change(type: string, patch: Change["patch"], desk = "DESK07", deskSeq = 1): Change {
  return { ...changeOf(desk, deskSeq), type, recordId: "DESK07-000000001", patch };
}

function folded(...changes: readonly Change[]): Folded | undefined {
  return changes.reduce<Folded | undefined>((record, one) => fold(record, one), undefined);
}

describe("what a director brings by file", () => {
  const photo = { title: "收费窗口", sha256: BYTES, ownerType: "incident", ownerId: "DESK07-000000002" };
  const made = folded(change("attachment", photo));
  const renamed = folded(change("attachment", { title: "窗口照片" }, "DESK08"));
  const gone = folded(change("incidentEvent", { $deleted: true }, "DESK08"));
  const table: readonly (readonly [string, Change, Folded | undefined, string | undefined])[] = [
    ["money of a contract", change("contract", { amountFen: 1 }), undefined, undefined],
    ["a verdict", change("verdict", { cause: "breach" }), undefined, undefined],
    ["an incident removed", change("incident", { $deleted: true }), undefined, undefined],
    ["one that is brought back", change("incident", { $deleted: null }), undefined, undefined],
    ["a photo", change("attachment", photo), undefined, undefined],
    [
      "a photo that somebody else renamed, and whose renaming came first",
      change("attachment", photo),
      renamed,
      undefined,
    ],
    ["a photo renamed", change("attachment", { title: "窗口照片" }), made, undefined],
    [
      "other bytes in place of a photo",
      change("attachment", { sha256: "b".repeat(64) }),
      made,
      "neverChanged",
    ],
    [
      "other bytes behind a field that is new",
      change("attachment", { note: "x", sha256: "b".repeat(64) }),
      made,
      "neverChanged",
    ],
    [
      "an entry of a timeline whose removal came first",
      change("incidentEvent", { kind: "arrived" }),
      gone,
      undefined,
    ],
    ["an import removed", change("importBatch", { $deleted: true }), undefined, "neverChanged"],
    ["an account", change("account", { roles: ["director"] }), undefined, "unknownType"],
    ["a session", change("session", { token: "x" }), undefined, "unknownType"],
    ["what a newer edition may know", change("constructor", { a: 1 }), undefined, "unknownType"],
  ];
  test.each(table)("%s", (_name, wanted, before, refusal) => {
    expect(bringerJudge({ roles: ["director"] })(wanted, before !== undefined, before)).toBe(refusal);
  });

  test("is evidence from its first line on, also within one push", () => {
    const judge = bringerJudge({ roles: ["director"] });
    expect(judge(change("attachment", photo), false, undefined)).toBeUndefined();
    expect(judge(change("attachment", { sha256: "b".repeat(64) }), false, undefined)).toBe("neverChanged");
    expect(judge(change("attachment", { title: "窗口照片" }), false, undefined)).toBeUndefined();
  });

  test("and was refused leaves nothing behind that the next change would be judged by", () => {
    const judge = bringerJudge({ roles: ["director"] });
    expect(judge(change("importBatch", { $deleted: true, fileName: "a.xlsx" }), false, undefined)).toBe(
      "neverChanged",
    );
    expect(judge(change("importBatch", { fileName: "台账.xlsx" }), false, undefined)).toBeUndefined();
  });
});

test.each([
  ["clerk", "directorOnly"],
  ["auditor", "readOnly"],
  ["systemAdmin", "noRole"],
] as const)("in the name of others a %s may no more than in their own", (role: Role, refusal) => {
  const judge = bringerJudge({ roles: [role] });
  expect(judge(change("term", { endDate: "2027-01-01" }), false, undefined)).toBe(refusal);
});

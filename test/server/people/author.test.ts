import { describe, expect, test } from "vitest";
import { setRoles, setState } from "../../../server/people/accounts.ts";
import { authorJudge } from "../../../server/people/author.ts";
import { OTHER_NETWORK, speakFor } from "../../../server/people/desks.ts";
import type { Role } from "../../../shared/rules/rights/roles.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { changeOf } from "../../support/changes.ts";
import { enrol, hire, settle, setUp, type Office } from "../../support/office.ts";
import { valueOf } from "../../support/value-of.ts";

async function verdict(
  office: Office,
  change: Partial<Change>,
  more: { desk?: string; bringer?: readonly Role[]; isHeld?: boolean } = {},
): Promise<string> {
  const { desk = office.desk.id, bringer = ["clerk"], isHeld = true } = more;
  const judge = await authorJudge(office.scene().sql, office.tenant, desk, { roles: bringer });
  return judge(changeOf("AAAAAA", 1, {}, change), isHeld) ?? "taken";
}

const money = { type: "contract", patch: { amountFen: 1 } } as const;

describe("a change that was made offline", () => {
  test("is judged by its author's rights, not by those of whoever brings it", async () => {
    const office = await setUp();
    const clerk = await settle(office, await hire(office, "lina", ["clerk"]));
    const director = await settle(office, await hire(office, "wang", ["director"]));
    const by = (author: string, bringer: Role): Promise<string> =>
      verdict(office, { ...money, author }, { bringer: [bringer] });
    expect(await by(director.person.id, "clerk")).toBe("taken");
    expect(await by(clerk.person.id, "director")).toBe("directorOnly");
  });

  test("counts the rights its author has now: revoked ones are gone, granted ones hold", async () => {
    const office = await setUp();
    const { person } = await settle(office, await hire(office, "lina", ["clerk"]));
    const change = { ...money, author: person.id };
    expect(await verdict(office, change)).toBe("directorOnly");
    valueOf(await setRoles(office.scene(), person.id, ["director"]));
    expect(await verdict(office, change)).toBe("taken");
    valueOf(await setRoles(office.scene(), person.id, ["auditor"]));
    expect(await verdict(office, change)).toBe("readOnly");
    valueOf(await setState(office.scene(), person.id, "disabled"));
    expect(await verdict(office, change)).toBe("authorDisabled");
  });

  test("is refused where its author never signed in on that desk, or is nobody", async () => {
    const office = await setUp();
    const other = await enrol(office, "二号机");
    const { person } = await settle(office, await hire(office, "wang", ["director"]));
    const never = await hire(office, "zhao", ["director"]);
    const author = person.id;
    expect(await verdict(office, { author })).toBe("taken");
    expect(await verdict(office, { author }, { desk: other.id })).toBe("unknownAuthor");
    expect(await verdict(office, { author: never.id })).toBe("unknownAuthor");
    expect(await verdict(office, { author: "a000000000000000" })).toBe("unknownAuthor");
  });

  test("of another hospital's account is refused", async () => {
    const office = await setUp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const { person } = await settle(other, await hire(other, "wang", ["director"]));
    expect(await verdict(office, { author: person.id })).toBe("unknownAuthor");
  });

  test("from before there were accounts is judged by whoever brings it", async () => {
    const office = await setUp();
    const change = { ...money, author: "王工" };
    expect(await verdict(office, change, { bringer: ["director"] })).toBe("taken");
    expect(await verdict(office, change, { bringer: ["clerk"] })).toBe("directorOnly");
    expect(await verdict(office, change, { bringer: ["auditAdmin"] })).toBe("noRole");
  });
});

test("of one push, a record is new once: typing a contract in is a clerk's, changing its amount is not", async () => {
  const office = await setUp();
  const judge = await authorJudge(office.scene().sql, office.tenant, office.desk.id, { roles: ["clerk"] });
  const contract = (deskSeq: number, recordId: string): Change =>
    changeOf("AAAAAA", deskSeq, {}, { ...money, recordId, author: "王工" });
  expect(judge(contract(1, "AAAAAA-1"), false)).toBeUndefined();
  expect(judge(contract(2, "AAAAAA-1"), false)).toBe("directorOnly");
  expect(judge(contract(3, "AAAAAA-2"), true)).toBe("directorOnly");
  expect(judge(contract(4, "AAAAAA-3"), false)).toBeUndefined();
});

test("what another network made is not new because nobody has brought it yet: a clerk changes no money in it", async () => {
  const office = await setUp();
  const { sql, tenant } = office.scene();
  await speakFor(sql, tenant, "BBBBBB", "d-some-desk-here");
  await speakFor(sql, tenant, "FARAWY", OTHER_NETWORK);
  const isHeld = false;
  const of = async (recordId: string, patch: Change["patch"]): Promise<string> =>
    verdict(office, { type: "contract", recordId, patch }, { isHeld });
  expect(await of("AAAAAA-000000001", { amountFen: 1 })).toBe("taken");
  // Made at a desk of this office, whose own push the service lost.
  expect(await of("BBBBBB-000000001", { amountFen: 1 })).toBe("taken");
  for (const recordId of ["FARAWY-000000001", "NEVERS-000000001", "-000000001", "nothing"]) {
    expect(await of(recordId, { amountFen: 1 })).toBe("directorOnly");
    expect(await of(recordId, { note: "x" })).toBe("taken");
  }
});

test("a clerk takes back what this desk's log made, and not another's", async () => {
  const office = await setUp();
  const gone = { patch: { $deleted: true } };
  expect(await verdict(office, { ...gone, recordId: "AAAAAA-000000001" })).toBe("taken");
  expect(await verdict(office, { ...gone, recordId: "BBBBBB-000000001" })).toBe("otherDesk");
});

import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exportTrail, headOfTrail, readTrail, recordAct } from "../../../server/audit/trail.ts";
import { auditVerifier, type AuditVerdict } from "../../../shared/audit/file.ts";
import { hire, settle, setUp, START_MS, type Office } from "../../support/office.ts";

const check = {
  sha256: (text: string): string => createHash("sha256").update(text).digest("hex"),
  isSigned: (text: string, key: string, signature: string): boolean =>
    verify(
      null,
      Buffer.from(text),
      createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" }),
      Buffer.from(signature, "base64"),
    ),
};

async function exported(office: Office): Promise<string[]> {
  const { sql, tenant, nowMs } = office.scene();
  const lines: string[] = [];
  for await (const line of exportTrail(sql, tenant, nowMs)) lines.push(line);
  return lines;
}

function verdict(lines: readonly string[]): AuditVerdict {
  const verifier = auditVerifier(check);
  for (const line of lines) verifier.line(line);
  return verifier.end();
}

describe("the trail of an office", () => {
  test("is whole, signed and sound after a morning's work", async () => {
    const office = await setUp();
    await settle(office, await hire(office, "lina", ["clerk"]));
    const { sql, tenant } = office.scene();
    const head = await headOfTrail(sql, tenant);
    expect(verdict(await exported(office))).toMatchObject({ ok: true, records: head.n, head });
    const what = (await readTrail(sql, tenant, undefined, 100)).map((entry) => entry.what).reverse();
    expect(what).toEqual([
      ...["setUp", "createAccount", "createAccount", "createAccount"],
      ...["createAccount", "setRoles", "signIn", "changePassword"],
    ]);
  });

  test("never forks, however many write at once, and has no entry of what did not happen", async () => {
    const office = await setUp();
    const { sql, tenant } = office.scene();
    const before = await headOfTrail(sql, tenant);
    const works = Array.from({ length: 40 }, async (_, n) =>
      sql.transaction(async (inside) => {
        await recordAct(inside, tenant, START_MS + n, { what: "signIn" });
        if (n % 4 === 0) throw new Error("taken back");
      }),
    );
    const settled = await Promise.allSettled(works);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(10);
    expect((await headOfTrail(sql, tenant)).n).toBe(before.n + 30);
    expect(verdict(await exported(office)).ok).toBe(true);
  });

  test("shows a database that somebody edited", async () => {
    const edits = [
      "UPDATE audit SET body = replace(body, 'securityAdmin', 'systemAdmin') WHERE n = 3",
      "DELETE FROM audit WHERE n = 2",
      "DELETE FROM audit WHERE n = 4",
      "UPDATE audit_heads SET n = 3",
    ];
    const kinds: unknown[] = [];
    for (const edit of edits) {
      const office = await setUp();
      await office.database.whole.run(edit);
      const found = verdict(await exported(office));
      kinds.push(found.ok ? "sound" : [found.at, found.kind]);
    }
    expect(kinds).toEqual([
      [3, "altered"],
      [2, "outOfOrder"],
      [4, "truncated"],
      [3, "brokenLink"],
    ]);
  });

  test("is read in pages, newest first, and is each hospital's own", async () => {
    const office = await setUp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const { sql, tenant } = office.scene();
    const page = await readTrail(sql, tenant, undefined, 2);
    expect(page.map(({ n }) => n)).toEqual([4, 3]);
    expect((await readTrail(sql, tenant, 3, 10)).map(({ n }) => n)).toEqual([2, 1]);
    for (const entry of await readTrail(other.scene().sql, "second", undefined, 10))
      expect(entry.tenant).toBe("second");
  });
});

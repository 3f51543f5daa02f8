import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chained, EMPTY_TRAIL, type AuditEntry, type AuditFact } from "../../../shared/audit/entry.ts";
import {
  auditEntryLine,
  auditHeaderLine,
  auditVerifier,
  type AuditVerdict,
} from "../../../shared/audit/file.ts";
import { canonical } from "../../../shared/lib/canonical.ts";
import { must } from "../../../shared/lib/must.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const keys = generateKeyPairSync("ed25519");
const key = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");
const signed = (text: string): string => sign(null, Buffer.from(text), keys.privateKey).toString("base64");
const check = {
  sha256,
  isSigned: (text: string, by: string, signature: string): boolean => {
    const publicKey = createPublicKey({ key: Buffer.from(by, "base64"), type: "spki", format: "der" });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
  },
};

function fact(n: number, more: Partial<AuditFact> = {}): AuditFact {
  const at = `2026-11-23T08:00:${String(n).padStart(2, "0")}.000Z`;
  return {
    tenant: "office",
    at,
    who: "u1",
    desk: "d1",
    what: "signIn",
    target: "",
    outcome: "done",
    detail: {},
    ...more,
  };
}

function trail(count: number, more: Partial<AuditFact> = {}): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let n = 1; n <= count; n += 1)
    entries.push(chained(fact(n, more), entries.at(-1) ?? EMPTY_TRAIL, sha256));
  return entries;
}

function exported(entries: readonly AuditEntry[], head = entries.at(-1) ?? EMPTY_TRAIL): string[] {
  const { n, hash } = head;
  const about = { tenant: "office", exportedAt: "2026-11-24T00:00:00.000Z", head: { n, hash }, key };
  return [auditHeaderLine(about, signed), ...entries.map(auditEntryLine)];
}

function verdict(lines: readonly string[], remembered?: { n: number; hash: string }): AuditVerdict {
  const verifier = auditVerifier(check, remembered);
  for (const line of lines) verifier.line(line);
  return verifier.end();
}

const five = trail(5);
const nth = (n: number): AuditEntry => must(five[n - 1], "one of five");
const head = (n: number): { n: number; hash: string } => ({ n, hash: nth(n).hash });

test("a trail as it was written is sound, from its first to its last time", () => {
  expect(verdict(exported(five))).toEqual({
    ok: true,
    records: 5,
    from: "2026-11-23T08:00:01.000Z",
    to: "2026-11-23T08:00:05.000Z",
    head: head(5),
    key,
  });
  expect(verdict(exported([]))).toEqual({ ok: true, records: 0, head: EMPTY_TRAIL, key });
});

test("a head that was written down earlier is found in a longer trail", () => {
  expect(verdict(exported(five), head(3)).ok).toBe(true);
});

describe("shows the first break of a trail", () => {
  const lines = exported(five);
  const changed = (n: number, from: string, to: string): string[] =>
    lines.map((line, at) => (at === n ? line.replace(from, to) : line));
  /** An entry rewritten by somebody who can compute hashes. */
  const rewritten = (n: number, more: Partial<AuditFact>): string[] => {
    const before = n === 1 ? EMPTY_TRAIL : head(n - 1);
    return lines.map((line, at) => (at === n ? canonical(chained(fact(n, more), before, sha256)) : line));
  };
  const others = trail(5, { who: "u2" });
  const strangers = trail(5, { tenant: "elsewhere" });

  const table: readonly (readonly [string, readonly string[], number, string])[] = [
    ["a letter changed in the third", changed(3, '"who":"u1"', '"who":"u2"'), 3, "altered"],
    ["a hash changed", changed(2, nth(2).hash, "f".repeat(64)), 2, "altered"],
    ["a blank slipped in", changed(4, '"n":4', '"n": 4'), 4, "badLine"],
    ["a second key of one name", changed(4, '"who":"u1"', '"who":"u9","who":"u1"'), 4, "badLine"],
    ["a field of its own", changed(4, '"who":"u1"', '"who":"u1","x":1'), 4, "badLine"],
    [
      "a line cut in the middle",
      lines.map((line, at) => (at === 5 ? line.slice(0, 80) : line)),
      5,
      "badLine",
    ],
    ["an entry rewritten, hash and all", rewritten(2, { who: "u2" }), 3, "brokenLink"],
    ["the last one rewritten, hash and all", rewritten(5, { who: "u2" }), 5, "brokenLink"],
    ["one removed", lines.filter((_, at) => at !== 2), 2, "outOfOrder"],
    ["the first removed", lines.filter((_, at) => at !== 1), 1, "outOfOrder"],
    ["two changed about", [0, 1, 3, 2, 4, 5].map((at) => must(lines[at], "six lines")), 2, "outOfOrder"],
    ["one twice", [0, 1, 2, 2, 3, 4, 5].map((at) => must(lines[at], "six lines")), 3, "outOfOrder"],
    ["the end cut off", lines.slice(0, 4), 4, "truncated"],
    ["everything but the header cut off", lines.slice(0, 1), 1, "truncated"],
    ["one added behind the head", exported(five, nth(4)), 5, "tooLong"],
    ["another hospital's trail", exported(strangers), 1, "otherTenant"],
    ["the head in the header moved back", changed(0, '"n":5', '"n":4').slice(0, 5), 0, "badSignature"],
    ["a signature of nothing", changed(0, '"signature":"', '"signature":"AA'), 0, "badSignature"],
    ["no header", lines.slice(1), 0, "badHeader"],
    ["nothing at all", [], 0, "badHeader"],
    ["text of something else", ["PK"], 0, "badHeader"],
  ];
  test.each(table)("%s", (_name, broken, at, kind) => {
    expect(verdict(broken)).toEqual({ ok: false, at, kind });
  });

  test("every byte of an entry counts", () => {
    const line = must(lines[3], "the third entry");
    for (let at = 0; at < line.length; at += 1) {
      const flipped = line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1);
      const found = verdict(lines.map((old, index) => (index === 3 ? flipped : old)));
      expect([at, found.ok]).toEqual([at, false]);
    }
  });

  test("a whole trail made anew is told by the head that somebody wrote down", () => {
    expect(verdict(exported(others)).ok).toBe(true);
    expect(verdict(exported(others), head(3))).toEqual({ ok: false, at: 3, kind: "notTheRememberedTrail" });
    expect(verdict(exported(trail(2)), head(3))).toEqual({ ok: false, at: 2, kind: "notTheRememberedTrail" });
  });
});

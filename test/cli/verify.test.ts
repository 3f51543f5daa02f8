import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chained, EMPTY_TRAIL, type AuditEntry } from "../../shared/audit/entry.ts";
import { auditEntryLine, auditHeaderLine } from "../../shared/audit/file.ts";
import { tempFolder } from "../support/temp-folder.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

interface Run {
  readonly code: number;
  readonly answer: Record<string, unknown> | undefined;
  readonly stderr: string;
}

function verify(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, "verify", ...args], (error, stdout, stderr) => {
      const answer = stdout === "" ? undefined : (JSON.parse(stdout) as Record<string, unknown>);
      resolve({ code: error === null ? 0 : Number(error.code), answer, stderr });
    });
  });
}

function trail(): { readonly lines: string[]; readonly entries: AuditEntry[] } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const entries: AuditEntry[] = [];
  for (const at of ["2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z", "2026-11-03T00:00:00.000Z"]) {
    const fact = {
      tenant: "office",
      at,
      who: "u1",
      desk: "d1",
      what: "signIn",
      target: "",
      outcome: "done",
      detail: {},
    };
    entries.push(chained(fact, entries.at(-1) ?? EMPTY_TRAIL, sha256));
  }
  const { n, hash } = entries.at(-1) ?? EMPTY_TRAIL;
  const header = auditHeaderLine(
    { tenant: "office", exportedAt: "2026-11-04T00:00:00.000Z", head: { n, hash }, key },
    (text) => sign(null, Buffer.from(text), privateKey).toString("base64"),
  );
  return { lines: [header, ...entries.map(auditEntryLine)], entries };
}

function file(content: string): string {
  const path = join(tempFolder(), "审计记录.jsonl");
  writeFileSync(path, content);
  return path;
}

describe("verify", () => {
  test("an audit trail as it was exported is sound", async () => {
    const run = await verify(file(`${trail().lines.join("\n")}\n`));
    expect(run).toMatchObject({
      code: 0,
      answer: { ok: true, records: 3, from: "2026-11-01T00:00:00.000Z", to: "2026-11-03T00:00:00.000Z" },
    });
  });

  test("a flipped byte is named by the entry in which it lies", async () => {
    const run = await verify(file(trail().lines.join("\n").replace('"n":2', '"n":3')));
    expect(run).toMatchObject({ code: 1, answer: { ok: false, at: 2, kind: "altered" } });
  });

  test("a trail that was made anew does not hold the head that was written down", async () => {
    const known = trail().entries[1];
    const path = file(trail().lines.join("\n").replaceAll("u1", "u1"));
    expect(await verify(path, "--head", `2:${known?.hash ?? ""}`)).toMatchObject({ code: 0 });
    const run = await verify(path, "--head", `2:${"0".repeat(64)}`);
    expect(run).toMatchObject({ code: 1, answer: { ok: false, at: 2, kind: "notTheRememberedTrail" } });
  });

  test.each([
    ["an empty file", "", "unknownFormat"],
    ["a workbook", "PK\u0003\u0004", "unknownFormat"],
    ["one endless line", "x".repeat(3_000_000), "unknownFormat"],
  ])("%s is refused", async (_name, content, kind) => {
    expect(await verify(file(content))).toMatchObject({ code: 1, answer: { failure: { kind } } });
  });

  test("a file that is not there is refused, and no file is wrong usage", async () => {
    expect(await verify("/nowhere/at-all")).toMatchObject({
      code: 1,
      answer: { failure: { kind: "notFound" } },
    });
    for (const args of [[], ["a", "b"], ["a", "--head", "x"], ["--what"]])
      expect(await verify(...args)).toMatchObject({ code: 2, answer: undefined });
  });
});

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { utf8 } from "../../shared/archive/bytes.ts";
import { drawRecoveryKey } from "../../shared/archive/keys.ts";
import { archiveOf, changesPart, PASSPHRASE } from "../support/archive.ts";
import { changesOf } from "../support/changes.ts";
import { tempFolder } from "../support/temp-folder.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

interface Run {
  readonly code: number | null;
  readonly answer: Record<string, unknown> | undefined;
}

function verify(args: readonly string[], input = ""): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, "verify", ...args], { stdio: ["pipe", "pipe", "ignore"] });
    let stdout = "";
    child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
    child.on("close", (code) =>
      resolve({ code, answer: stdout === "" ? undefined : (JSON.parse(stdout) as Record<string, unknown>) }),
    );
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function kept(name: string, content: Uint8Array | string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

const contents = [{ blob: utf8("扫描件") }, changesPart(changesOf("DESK01", 1, 12))];

test("an archive is opened with a passphrase from a file or from standard input, and its figures are told", async () => {
  const file = kept("守约归档.age", await archiveOf(contents));
  const secret = kept("passphrase.txt", `${PASSPHRASE}\n`);
  const { code, answer } = await verify([file, "--passphrase-file", secret]);
  expect(code).toBe(0);
  expect(answer).toMatchObject({
    ok: true,
    records: 12,
    from: new Date(1_760_000_000_001).toISOString(),
    to: new Date(1_760_000_000_012).toISOString(),
    what: "archive",
    attachments: 1,
    missing: 0,
  });
  expect(await verify([file], `${PASSPHRASE}\n`)).toEqual({ code, answer });
});

test("an archive is opened with the recovery key, too", async () => {
  const { key, recipient } = await drawRecoveryKey();
  const locks = { passphrase: PASSPHRASE, workFactor: 4, recovery: { recipient, number: "HF-1" } };
  const file = kept("守约归档.age", await archiveOf(contents, { locks }));
  const { answer } = await verify([file, "--recovery-key-file", kept("key.txt", key)]);
  expect(answer).toMatchObject({ ok: true, records: 12 });
});

test("a wrong passphrase and a changed byte are told by their kind, with exit code 1", async () => {
  const bytes = await archiveOf(contents);
  const file = kept("守约归档.age", bytes);
  expect(await verify([file], "something else\n")).toEqual({
    code: 1,
    answer: { ok: false, at: 0, kind: "wrongKey" },
  });
  const flipped = bytes.slice();
  flipped[bytes.length - 50] = (flipped[bytes.length - 50] ?? 0) ^ 1;
  const { code, answer } = await verify([kept("changed.age", flipped)], `${PASSPHRASE}\n`);
  expect(code).toBe(1);
  expect(answer).toMatchObject({ ok: false, kind: "damaged" });
});

test("two secrets at once are wrong usage", async () => {
  const file = kept("守约归档.age", await archiveOf(contents));
  expect((await verify([file, "--passphrase-file", "a", "--recovery-key-file", "b"])).code).toBe(2);
});

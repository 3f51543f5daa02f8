import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { changesOf } from "../support/changes.ts";
import { postgresFolder, startCluster, type Cluster } from "../support/postgres.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const scan = Buffer.from("签字的回执扫描件");
const scanName = createHash("sha256").update(scan).digest("hex");

async function push(address: string, desk: string, from: number, to: number): Promise<void> {
  const answer = await fetch(`${address}api/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ changes: changesOf(desk, from, to) }),
  });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
}

async function attach(address: string): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  await fetch(`${address}api/blobs/${scanName}`, { method: "PUT", headers, body: scan });
}

/** Everything the service hands out, and its name. */
async function held(address: string): Promise<{ readonly epoch: string; readonly ids: readonly string[] }> {
  const hello = (await (await fetch(`${address}api/hello`)).json()) as { epoch: string };
  const pulled = (await (await fetch(`${address}api/pull?after=0&limit=5000`)).json()) as {
    changes: { id: string }[];
  };
  return { epoch: hello.epoch, ids: pulled.changes.map(({ id }) => id) };
}

/** Without waiting in this process: a service of the test may be asked meanwhile. */
async function run(...flags: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [main, ...flags]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  }
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, said };
}

test("a backup of a running service comes back whole on an empty machine, under a new name", async () => {
  const [data, copies, elsewhere] = [tempFolder(), tempFolder(), tempFolder()];
  const service = await startService({ data });
  onTestFinished(async () => service.stop());
  await push(service.address, "AAAAAA", 1, 1200);
  await attach(service.address);
  const file = join(copies, "shouyue.backup");
  const [made] = await Promise.all([
    run("backup", "--to", file, "--data", data),
    push(service.address, "BBBBBB", 1, 50),
  ]);
  expect([made.code, made.said]).toEqual([0, expect.stringContaining("1 copied")]);
  const before = await held(service.address);

  expect((await run("restore", "--from", file, "--data", elsewhere)).code).toBe(0);
  const restored = await startService({ data: elsewhere });
  onTestFinished(async () => restored.stop());
  const after = await held(restored.address);
  expect(after.epoch).not.toBe(before.epoch);
  expect(after.ids).toEqual(before.ids.slice(0, after.ids.length));
  expect(after.ids.length).toBeGreaterThanOrEqual(1200);
  const got = await fetch(`${restored.address}api/blobs/${scanName}`);
  expect(Buffer.from(await got.arrayBuffer()).equals(scan)).toBe(true);
});

test("a service that runs is not restored over, and a damaged backup changes nothing", async () => {
  const [data, copies] = [tempFolder(), tempFolder()];
  const service = await startService({ data });
  await push(service.address, "AAAAAA", 1, 300);
  const file = join(copies, "shouyue.backup");
  expect((await run("backup", "--to", file, "--data", data)).code).toBe(0);
  expect((await run("restore", "--from", file, "--data", data)).code).toBe(3);
  await service.stop();
  const whole = readFileSync(file);
  for (const at of [20, whole.length >> 1, whole.length - 30]) {
    const bad = Buffer.from(whole);
    bad[at] = (bad[at] ?? 0) ^ 1;
    writeFileSync(file, bad);
    const refused = await run("restore", "--from", file, "--data", data);
    expect([refused.code, refused.said]).toEqual([5, expect.stringContaining("nothing was changed")]);
  }
  writeFileSync(file, whole.subarray(0, whole.length - 10));
  expect((await run("restore", "--from", file, "--data", data)).code).toBe(5);
  const again = await startService({ data });
  onTestFinished(async () => again.stop());
  expect((await held(again.address)).ids).toHaveLength(300);
});

test("a backup says which attachments are missing, and is made all the same", async () => {
  const [data, copies] = [tempFolder(), tempFolder()];
  const service = await startService({ data });
  onTestFinished(async () => service.stop());
  await attach(service.address);
  rmSync(join(data, "blobs", "office", scanName.slice(0, 2), scanName));
  const made = await run("backup", "--to", join(copies, "x.backup"), "--data", data);
  expect([made.code, made.said]).toEqual([5, expect.stringContaining(scanName)]);
  expect(readdirSync(copies)).toContain("x.backup");
});

describe.skipIf(postgresFolder === undefined)("with PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(async () => cluster.remove());

  test("an office moves from the file to PostgreSQL and back by its backup", async () => {
    const [data, shared, back, copies] = [tempFolder(), tempFolder(), tempFolder(), tempFolder()];
    const database = await cluster.url("moved");
    const first = await startService({ data });
    await push(first.address, "AAAAAA", 1, 700);
    await attach(first.address);
    const { ids } = await held(first.address);
    const one = join(copies, "one.backup");
    expect((await run("backup", "--to", one, "--data", data)).code).toBe(0);
    await first.stop();

    const into = await run("restore", "--from", one, "--data", shared, "--database", database);
    expect([into.code, into.said]).toEqual([0, expect.stringContaining("1 copied")]);
    const second = await startService({ data: shared, database });
    expect((await held(second.address)).ids).toEqual(ids);
    await push(second.address, "AAAAAA", 701, 710);
    const over = await run("restore", "--from", one, "--data", shared, "--database", database);
    expect([over.code, over.said]).toEqual([5, expect.stringContaining("stop them all first")]);
    const two = join(copies, "two.backup");
    expect((await run("backup", "--to", two, "--data", shared, "--database", database)).code).toBe(0);
    await second.stop();

    expect((await run("restore", "--from", two, "--data", back)).code).toBe(0);
    const third = await startService({ data: back });
    onTestFinished(async () => third.stop());
    expect((await held(third.address)).ids).toHaveLength(710);
  });

  test("a service that finds no PostgreSQL says so plainly", () => {
    const away = spawnSync(
      process.execPath,
      [main, "--data", tempFolder(), "--database", "postgres://nobody@127.0.0.1:1/none"],
      { encoding: "utf8" },
    );
    expect(away.status).toBe(5);
    expect(away.stderr).toContain("PostgreSQL cannot be reached");
    expect(away.stderr).not.toMatch(/\n\s+at /);
  });
});

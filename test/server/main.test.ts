import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { changesOf } from "../support/changes.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

async function push(address: string, from: number, to: number): Promise<unknown> {
  const answer = await fetch(`${address}api/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ changes: changesOf("AAAAAA", from, to) }),
  });
  return answer.json();
}

describe("the service as a program", () => {
  test("keeps what it acknowledged when it is killed, and goes on at the same address", async () => {
    const data = tempFolder();
    const first = await startService({ data });
    expect(await push(first.address, 1, 500)).toMatchObject({ mark: 500 });
    await first.kill();
    const port = Number(new URL(first.address).port);
    const second = await startService({ data, port });
    onTestFinished(async () => second.stop());
    const hello = (await (await fetch(`${second.address}api/hello`)).json()) as { marks: unknown };
    expect(hello.marks).toEqual({ AAAAAA: 500 });
  });

  test("makes a backup of the day, and leaves a clean file when it is stopped", async () => {
    const data = tempFolder();
    const service = await startService({ data });
    await push(service.address, 1, 5);
    await service.stop();
    expect(existsSync(join(data, "shouyue.sqlite-wal"))).toBe(false);
    expect(readdirSync(join(data, "backups"))).toHaveLength(1);
  });

  test("says plainly when its folder or its port is taken, and where the other one is", async () => {
    const service = await startService();
    onTestFinished(async () => service.stop());
    const port = new URL(service.address).port;
    const run = (...flags: string[]): { status: number | null; stderr: string } =>
      spawnSync(process.execPath, [main, ...flags], { encoding: "utf8" });
    const sameFolder = run("--data", service.data);
    expect(sameFolder.status).toBe(3);
    expect(sameFolder.stderr).toContain(service.address);
    const samePort = run("--data", tempFolder(), "--port", port);
    expect(samePort.status).toBe(4);
    expect(samePort.stderr).toContain(port);
    const badFlag = run("--prot", port);
    expect(badFlag.status).toBe(2);
    for (const { stderr } of [sameFolder, samePort, badFlag]) expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("init prints a code that sets the office up, and the service is shut to others from then on", async () => {
    const data = tempFolder();
    const init = spawnSync(process.execPath, [main, "init", "--data", data], { encoding: "utf8" });
    const code = /\b(\w{4}-){3}\w{4}\b/.exec(init.stdout)?.[0] ?? "";
    expect([init.status, code]).toEqual([0, expect.stringMatching(/./)]);
    const service = await startService({ data });
    onTestFinished(async () => service.stop());
    const officers = [{ login: "admin-li", name: "李" }];
    const done = await fetch(`${service.address}api/people/set-up`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, deskName: "一号机", officers }),
    });
    expect([done.status, await done.json()]).toMatchObject([200, { officers: [{ login: "admin-li" }] }]);
    expect((await fetch(`${service.address}api/hello`)).status).toBe(401);
  });
});

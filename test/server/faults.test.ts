import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { changesOf } from "../support/changes.ts";
import { killWhileWriting } from "../support/kill-service.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

const KILLS = Number(process.env["KILLS"] ?? 24);

test(
  `no acknowledged change is lost or doubled in ${KILLS} kills of the service at any moment of writing`,
  { timeout: 60_000 + KILLS * 15_000 },
  async () => {
    const data = tempFolder();
    const outcome = await killWhileWriting(chancesOf(11), KILLS, async () => startService({ data }));
    expect(outcome).toMatchObject({ kills: KILLS, lost: 0, doubled: 0 });
    expect(outcome.acknowledged).toBeGreaterThan(KILLS);
  },
);

test("a byte that flipped on the disk is told, and never handed out as what somebody wrote", async () => {
  const data = tempFolder();
  const first = await startService({ data });
  const payload = { changes: changesOf("AAAAAA", 1, 40) };
  await fetch(`${first.address}api/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  await first.stop();
  const file = join(data, "shouyue.sqlite");
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from("门诊收费无法登录 17")) + Buffer.byteLength("门诊收费无法登录 ");
  bytes[at] = "9".charCodeAt(0);
  writeFileSync(file, bytes);
  const second = await startService({ data });
  onTestFinished(async () => second.stop());
  const answer = await fetch(`${second.address}api/pull?after=0`);
  expect([answer.status, await answer.json()]).toEqual([500, { failure: { kind: "damaged" } }]);
  expect((await fetch(`${second.address}api/pull?after=0&limit=16`)).status).toBe(200);
});

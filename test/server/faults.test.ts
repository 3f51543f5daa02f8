import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { changesOf } from "../support/changes.ts";
import { startService, type RunningService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

const KILLS = Number(process.env["KILLS"] ?? 20);

/** Pushes until the service is gone; gives the last number that was acknowledged. */
async function pushUntilGone({ address }: RunningService, from: number, size: number): Promise<number> {
  for (let at = from; ; at += size) {
    try {
      const answer = await fetch(`${address}api/push`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ changes: changesOf("AAAAAA", at + 1, at + size) }),
      });
      const { mark } = (await answer.json()) as { mark?: number };
      if (mark !== at + size) throw new Error(`push was answered ${answer.status}`);
    } catch {
      return at;
    }
  }
}

async function pullAll(address: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor = 0;
  for (let more = true; more;) {
    const answer = await fetch(`${address}api/pull?after=${cursor}&limit=5000`);
    const page = (await answer.json()) as { changes: { id: string }[]; cursor: number; more: boolean };
    ids.push(...page.changes.map(({ id }) => id));
    ({ cursor, more } = page);
  }
  return ids;
}

test(
  `no acknowledged change is lost in ${KILLS} kills at any moment of writing`,
  { timeout: 60_000 + KILLS * 15_000 },
  async () => {
    const data = tempFolder();
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const service = await startService({ data });
      const size = [1, 7, 100][kill % 3] ?? 1;
      const writing = pushUntilGone(service, acknowledged, size);
      // Spread over the first writes, the checkpoints and what lies between; the moment itself is chance.
      const atMs = 5 + ((kill * 37) % 200);
      await new Promise((done) => setTimeout(done, atMs));
      await service.kill();
      acknowledged = await writing;
    }
    const last = await startService({ data });
    onTestFinished(async () => last.stop());
    const ids = await pullAll(last.address);
    expect(acknowledged).toBeGreaterThan(0);
    // What was written and not answered may be there too; what is there is without a gap and there once.
    expect(ids.length).toBeGreaterThanOrEqual(acknowledged);
    expect(ids).toEqual(changesOf("AAAAAA", 1, ids.length).map(({ id }) => id));
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
  for (const path of ["api/pull?after=0", "api/snapshot"]) {
    const answer = await fetch(`${second.address}${path}`);
    expect([answer.status, await answer.json()]).toEqual([500, { failure: { kind: "damaged" } }]);
  }
  expect((await fetch(`${second.address}api/pull?after=0&limit=16`)).status).toBe(200);
});

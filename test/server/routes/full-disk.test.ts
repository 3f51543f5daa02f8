import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildApp } from "../../../server/app.ts";
import { blobsIn } from "../../../server/store/blobs.ts";
import { changesOf } from "../../support/changes.ts";
import { openFile } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a full disk is told as that, keeps nothing by halves, and is no trouble once there is room", async () => {
  const folder = tempFolder();
  const { store, database } = openFile(join(folder, "shouyue.sqlite"));
  const lines: string[] = [];
  const app = buildApp({
    store,
    database,
    blobs: blobsIn(join(folder, "blobs")),
    window: undefined,
    log: (line) => lines.push(line),
  });
  onTestFinished(async () => app.close());
  const push = async (from: number, to: number): Promise<readonly [number, unknown]> => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/push",
      headers: { host: "127.0.0.1:4180", "content-type": "application/json" },
      payload: { changes: changesOf("AAAAAA", from, to) },
    });
    return [answer.statusCode, answer.json()];
  };
  expect((await push(1, 10))[0]).toBe(200);
  const [now] = await database.whole.all("PRAGMA page_count");
  await database.whole.all(`PRAGMA max_page_count = ${Number(now?.["page_count"]) + 2}`);
  expect(await push(11, 500)).toEqual([507, { failure: { kind: "diskFull" } }]);
  expect(await store.marks("office")).toEqual({ AAAAAA: 10 });
  await database.whole.all("PRAGMA max_page_count = 1000000");
  expect((await push(11, 500))[0]).toBe(200);
  expect(await store.newest("office")).toBe(500);
  expect(lines.join()).not.toContain("门诊");
});

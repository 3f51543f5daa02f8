import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dailyBackups } from "../../../server/store/backups.ts";
import { appendAll } from "../../support/append-all.ts";
import { changesOf } from "../../support/changes.ts";
import { openFile } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("each day has its copy, made anew when there is more to keep, and the newest seven are kept", async () => {
  const folder = tempFolder();
  const { store, copyTo } = openFile(join(folder, "shouyue.sqlite"));
  const backups = join(folder, "backups");
  const backUp = dailyBackups(async () => store.newest("office"), copyTo, backups);
  for (let day = 1; day <= 9; day += 1) expect(await backUp(`2026-11-0${day}`)).toBe(true);
  expect(await backUp("2026-11-09")).toBe(false);
  await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 3));
  expect(await backUp("2026-11-09")).toBe(true);
  expect(readdirSync(backups).sort()).toEqual(
    [3, 4, 5, 6, 7, 8, 9].map((day) => `shouyue-2026-11-0${day}.sqlite`),
  );
  const copy = openFile(join(backups, "shouyue-2026-11-09.sqlite")).store;
  expect(await copy.marks("office")).toEqual({ AAAAAA: 3 });
});

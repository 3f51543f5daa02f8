import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dailyBackups } from "../../../server/store/backups.ts";
import { changesOf } from "../../support/changes.ts";
import { openStore } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("each day has its copy, made anew when there is more to keep, and the newest seven are kept", async () => {
  const folder = tempFolder();
  const store = openStore(join(folder, "shouyue.sqlite"));
  const backups = join(folder, "backups");
  const backUp = dailyBackups(store, backups);
  for (let day = 1; day <= 9; day += 1) expect(await backUp(`2026-11-0${day}`)).toBe(true);
  expect(await backUp("2026-11-09")).toBe(false);
  await store.append("AAAAAA", () => ({ changes: changesOf("AAAAAA", 1, 3) }));
  expect(await backUp("2026-11-09")).toBe(true);
  expect(readdirSync(backups).sort()).toEqual(
    [3, 4, 5, 6, 7, 8, 9].map((day) => `shouyue-2026-11-0${day}.sqlite`),
  );
  expect(await openStore(join(backups, "shouyue-2026-11-09.sqlite")).marks()).toEqual({ AAAAAA: 3 });
});

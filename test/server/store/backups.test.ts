import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUpDaily } from "../../../server/store/backups.ts";
import { openStore } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a copy is made once a day, and the newest seven are kept", async () => {
  const folder = tempFolder();
  const store = openStore(join(folder, "shouyue.sqlite"));
  const backups = join(folder, "backups");
  for (let day = 1; day <= 9; day += 1)
    expect(await backUpDaily(store, backups, `2026-11-0${day}`)).toBe(true);
  expect(await backUpDaily(store, backups, "2026-11-09")).toBe(false);
  expect(readdirSync(backups).sort()).toEqual(
    [3, 4, 5, 6, 7, 8, 9].map((day) => `shouyue-2026-11-0${day}.sqlite`),
  );
});

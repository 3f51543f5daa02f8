import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rememberedBounds } from "../../../electron/windows/bounds.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
const inside = { x: 100, y: 50, width: 1000, height: 600, maximized: false };

async function remembered(text: string): Promise<unknown> {
  const file = join(tempFolder(), "window.json");
  writeFileSync(file, text);
  return rememberedBounds(file, screens);
}

test("the window opens where it last was", async () => {
  expect(await remembered(JSON.stringify(inside))).toEqual(inside);
});

test.each([
  ["on a second screen that is no longer there", { ...inside, x: 3000 }],
  ["below the edge", { ...inside, y: 720 }],
  ["with its title bar above the screen", { ...inside, y: -200 }],
  ["smaller than can be used", { ...inside, width: 10 }],
])("a window last seen %s opens in its usual place", async (_where, bounds) => {
  expect(await remembered(JSON.stringify(bounds))).toBeUndefined();
});

test("a damaged or missing memory costs only the memory", async () => {
  expect(await remembered("{")).toBeUndefined();
  expect(await rememberedBounds(join(tempFolder(), "none"), screens)).toBeUndefined();
});

import { expect, test } from "vitest";
import { defaultFolder, readConfig } from "../../server/config.ts";

test("without flags the data goes to the user's own folder of each system", () => {
  expect(defaultFolder("linux", { HOME: "/home/w" })).toBe("/home/w/.local/share/Shouyue");
  expect(defaultFolder("linux", { HOME: "/home/w", XDG_DATA_HOME: "/d" })).toBe("/d/Shouyue");
  expect(defaultFolder("darwin", { HOME: "/Users/w" })).toBe("/Users/w/Library/Application Support/Shouyue");
  expect(defaultFolder("win32", { APPDATA: "/Roaming" })).toBe("/Roaming/Shouyue");
});

test("a flag that is not known, or a port that is none, is explained", () => {
  for (const argv of [["--prot", "1"], ["--port", "x"], ["--port", "70000"], ["--port"], ["file"]]) {
    expect(readConfig(argv, {}).ok).toBe(false);
  }
  expect(readConfig(["--port", "4181"], { HOME: "/h" })).toMatchObject({ ok: true, value: { port: 4181 } });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBinary, whyUnfit } from "../../build/electron-binary.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("a machine without a screen, and root, get a plain reason instead of a download", () => {
  expect(whyUnfit("linux", {}, 1000)?.en).toContain("no screen");
  expect(whyUnfit("linux", { DISPLAY: ":0" }, 0)?.zh).toContain("root");
  expect(whyUnfit("linux", { WAYLAND_DISPLAY: "wayland-0" }, 1000)).toBeUndefined();
  expect(whyUnfit("win32", {}, undefined)).toBeUndefined();
  expect(whyUnfit("darwin", {}, 501)).toBeUndefined();
});

test("Electron is found where its own installer puts it, and not when the install was cut off", () => {
  const folder = tempFolder();
  expect(findBinary(folder, {})).toBeUndefined();
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "path.txt"), "electron");
  expect(findBinary(folder, {})).toBeUndefined();
  writeFileSync(join(folder, "dist", "electron"), "");
  expect(findBinary(folder, {})).toBe(join(folder, "dist", "electron"));
});

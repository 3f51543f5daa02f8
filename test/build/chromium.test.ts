import { expect, test } from "vitest";
import { findChromium, type Machine } from "../../build/chromium.ts";

function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    env: {},
    exists: (file) => files.includes(file),
    playwrightOwn: async () => Promise.resolve("/cache/chromium/chrome"),
    ...more,
  };
}

test("the Chromium that CHROMIUM_PATH names comes first, and a wrong name is not passed over", async () => {
  const named = { env: { CHROMIUM_PATH: "/opt/chromium" } };
  expect(await findChromium(machine(["/opt/chromium", "/usr/bin/chromium"], named))).toBe("/opt/chromium");
  expect(await findChromium(machine(["/usr/bin/chromium"], named))).toBeUndefined();
});

test("the system's comes before Playwright's own", async () => {
  const both = ["/usr/bin/google-chrome", "/cache/chromium/chrome"];
  expect(await findChromium(machine(both))).toBe("/usr/bin/google-chrome");
  expect(await findChromium(machine(["/cache/chromium/chrome"]))).toBe("/cache/chromium/chrome");
  expect(await findChromium(machine([]))).toBeUndefined();
});

test("Chrome is found where macOS keeps programs", async () => {
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  expect(await findChromium(machine([chrome], { platform: "darwin" }))).toBe(chrome);
});

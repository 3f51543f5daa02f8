import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./test/support/browser.ts";

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results/e2e",
  // Two cores: one for the browser, one for the service.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // Nothing is timed here: on a loaded machine a right answer may come late.
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    // Not China: whatever reads the machine's own clock zone shows as a wrong time in every test.
    timezoneId: "America/New_York",
    launchOptions: chromiumOptions(),
    trace: "retain-on-failure",
  },
});

import { chromium, type Browser, type LaunchOptions } from "@playwright/test";

/** How every test starts Chromium. `CHROMIUM_PATH` is set by build/e2e.ts and build/check.ts. */
export function chromiumOptions(): LaunchOptions {
  const path = process.env["CHROMIUM_PATH"];
  return {
    ...(path === undefined || path === "" ? {} : { executablePath: path }),
    args: [
      "--disable-background-networking",
      "--disable-gpu",
      // Chromium's sandbox refuses root, as which build machines like to run.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}

/** For tests that need a browser of their own. Close it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions());
}

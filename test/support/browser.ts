import { chromium, type Browser, type LaunchOptions } from "@playwright/test";
import { findChromium } from "../../build/chromium.ts";

/** How every test starts Chromium. `CHROMIUM_PATH` is set by build/e2e.ts and build/check.ts. */
export function chromiumOptions(path = process.env["CHROMIUM_PATH"]): LaunchOptions {
  return {
    ...(path === undefined || path === "" ? {} : { executablePath: path }),
    // In a locale without UTF-8 Chromium calls every download with a Chinese name "download".
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    args: [
      "--disable-background-networking",
      "--disable-gpu",
      // Chromium's sandbox refuses root, as which build machines like to run.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}

/** For tests that need a browser of their own, also when they are run without the check. Close it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions(await findChromium()));
}

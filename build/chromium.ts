import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inRoot, ROOT } from "./root.ts";

const INSTALL_MS = 120_000;
const PACKAGES_MS = 300_000;

export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  /** Where Playwright keeps its own Chromium, installed or not. */
  readonly playwrightOwn: () => Promise<string | undefined>;
}

/**
 * A Chromium that the tests can drive: the one that CHROMIUM_PATH names, the system's, or Playwright's own.
 * Undefined when none is installed; a CHROMIUM_PATH that does not exist is not silently passed over.
 */
export async function findChromium(machine: Machine = thisMachine()): Promise<string | undefined> {
  const named = machine.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return machine.exists(named) ? named : undefined;
  const system = systemPlaces(machine).find((file) => machine.exists(file));
  if (system !== undefined) return system;
  const own = await machine.playwrightOwn();
  return own !== undefined && machine.exists(own) ? own : undefined;
}

/** Finds a Chromium or gets one; undefined after saying plainly what to do. */
export async function getChromium(): Promise<string | undefined> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (isNamed()) {
    console.error(`CHROMIUM_PATH 指向的文件不存在 CHROMIUM_PATH names a file that does not exist.`);
    return undefined;
  }
  console.log("没有找到 Chromium，正在获取… No Chromium found; getting one…");
  for (const attempt of [installPlaywrights, installPackage]) {
    if (!attempt()) continue;
    const got = await findChromium();
    if (got !== undefined) return got;
  }
  console.error(
    "无法取得 Chromium。请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明其路径，然后重试。\n" +
      "No Chromium could be had. Install Chromium or Chrome, or name its path in CHROMIUM_PATH, then try again.",
  );
  return undefined;
}

function isNamed(): boolean {
  const named = process.env["CHROMIUM_PATH"];
  return named !== undefined && named !== "";
}

function systemPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
  }
  if (platform === "win32") {
    const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Google", "Chrome", "Application", "chrome.exe"),
        join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
      ]);
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names.map((name) => `/usr/bin/${name}`);
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrightOwn: async () => {
      const { chromium } = await import("@playwright/test");
      return chromium.executablePath();
    },
  };
}

function installPlaywrights(): boolean {
  return run(
    process.execPath,
    [inRoot("node_modules/@playwright/test/cli.js"), "install", "chromium"],
    INSTALL_MS,
  );
}

/** Only where it may be done without asking: as root, on a system with apt. */
function installPackage(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  run("apt-get", ["update"], PACKAGES_MS);
  return run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], PACKAGES_MS);
}

function run(command: string, args: readonly string[], timeout: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = spawnSync(command, args, { cwd: ROOT, stdio: "ignore", timeout, env });
  return done.status === 0;
}

if (import.meta.main) {
  const found = await getChromium();
  if (found === undefined) process.exitCode = 1;
  else console.log(found);
}

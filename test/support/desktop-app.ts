import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The executable that takes Electron's place: see the comment in it. */
const standIn = fileURLToPath(new URL("./electron-stand-in/electron.ts", import.meta.url));
const trialPage = fileURLToPath(new URL("./electron-stand-in/page", import.meta.url));

export interface DesktopHost {
  readonly name: "stand-in" | "electron";
  readonly executable: string;
}

export const STAND_IN: DesktopHost = { name: "stand-in", executable: standIn };

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where the program is laid out, as Electron's command line names it. */
  readonly folder: string;
  /** The program's data folder. */
  readonly data: string;
  close(): Promise<void>;
}

export interface DesktopWishes {
  /** What the window shows: the trial page, or the built product. */
  readonly window?: "trial" | "product";
  /** Changes the built main bundle, to see that the tests notice. */
  readonly breakMain?: (source: string) => string;
  /** An existing data folder; a fresh one that goes with the app when left out. */
  readonly data?: string;
}

/** Starts the built desktop program in a folder of its own, on the stand-in or on the real thing. */
export async function launchDesktop(host: DesktopHost, wishes: DesktopWishes = {}): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-app-"));
  const data = wishes.data ?? join(folder, "data");
  layOut(folder, wishes);
  try {
    const app = await _electron.launch({
      executablePath: host.executable,
      args: [folder, "--data", data],
      cwd: folder,
      env: hostEnv(),
      timeout: 30_000,
    });
    const page = await app.firstWindow({ timeout: 20_000 });
    await page.waitForURL(/^(app:\/\/main|https:\/\/main\.app\.invalid)\//);
    await page.waitForLoadState("load");
    const close = async (): Promise<void> => {
      await app.close();
      cleanUp(folder);
    };
    return { app, page, folder, data, close };
  } catch (error) {
    cleanUp(folder);
    throw error;
  }
}

/**
 * Starts the program without anybody driving it and waits for its end: for one that is expected not to come up,
 * where a driver that has just begun to speak with it would fail too, and at any moment.
 */
export async function runDesktop(
  host: DesktopHost,
  wishes: DesktopWishes = {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-app-"));
  layOut(folder, wishes);
  try {
    const child = spawn(host.executable, [folder, "--data", wishes.data ?? join(folder, "data")], {
      cwd: folder,
      env: hostEnv(),
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 60_000,
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, said };
  } finally {
    cleanUp(folder);
  }
}

/** The program as it is installed: package.json, dist/electron, dist/renderer. */
function layOut(folder: string, { window = "trial", breakMain }: DesktopWishes): void {
  mkdirSync(join(folder, "dist"), { recursive: true });
  const { name, version, main } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version, main }));
  cpSync(join(root, "dist/electron"), join(folder, "dist/electron"), { recursive: true });
  cpSync(window === "trial" ? trialPage : join(root, "dist/renderer"), join(folder, "dist/renderer"), {
    recursive: true,
  });
  if (breakMain === undefined) return;
  const file = join(folder, "dist/electron/main.cjs");
  const source = readFileSync(file, "utf8");
  const broken = breakMain(source);
  if (broken === source) throw new Error("the breakage did not find what it breaks");
  writeFileSync(file, broken);
}

/** This one's surroundings, with this one's Node first in the path: the stand-in is started by its name. */
function hostEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  return { ...Object.fromEntries(pairs), PATH: path };
}

function cleanUp(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Whether the window has been built: the product cannot be opened without it. */
export function isProductBuilt(): boolean {
  return existsSync(join(root, "dist/renderer/index.html"));
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, ok, type Result } from "../shared/lib/result.ts";
import { inRoot, ROOT } from "./root.ts";

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const HEAD_MS = 3_000;
const FETCH_MS = 17_000;
const REMEMBERED_MS = 12 * 3_600_000;

/**
 * The path of Electron's binary, fetched if that can be done within 20 s, or why there is none. A failed fetch is
 * remembered for half a day, so that the next start does not wait again; `again` tries all the same.
 * Never `require("electron")`: from version 42 on that downloads.
 */
export async function electronBinary(again: boolean): Promise<Result<string, Sentence>> {
  const unfit = whyUnfit(process.platform, process.env, process.getuid?.());
  if (unfit !== undefined) return fail(unfit);
  const present = findBinary();
  if (present !== undefined) return ok(present);
  if (isSet(process.env["ELECTRON_SKIP_BINARY_DOWNLOAD"])) {
    return fail({
      zh: "未安装 Electron，且 ELECTRON_SKIP_BINARY_DOWNLOAD 禁止下载",
      en: "Electron is not installed and ELECTRON_SKIP_BINARY_DOWNLOAD forbids the download",
    });
  }
  if (!again && failedLately()) {
    return fail({
      zh: "未安装 Electron，不久前下载失败（加 --electron 可重试）",
      en: "Electron is not installed and could not be fetched a while ago (--electron tries again)",
    });
  }
  if (!(await isReachable())) {
    return fail({
      zh: "未安装 Electron，下载地址连不上",
      en: "Electron is not installed and its download site cannot be reached",
    });
  }
  console.log("正在下载 Electron（最多 20 秒）… Fetching Electron (20 s at most)…");
  const run = spawnSync(process.execPath, [join(packageFolder(), "install.js")], {
    cwd: ROOT,
    stdio: "ignore",
    timeout: FETCH_MS,
  });
  const fetched = run.status === 0 ? findBinary() : undefined;
  if (fetched !== undefined) return ok(fetched);
  return remembered({ zh: "Electron 未能在 20 秒内下载完", en: "Electron could not be fetched within 20 s" });
}

/** What no binary could help: Electron needs a screen, and refuses to run as root. */
export function whyUnfit(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  userId: number | undefined,
): Sentence | undefined {
  if (platform !== "linux") return undefined;
  if (!isSet(env["DISPLAY"]) && !isSet(env["WAYLAND_DISPLAY"])) {
    return { zh: "本机没有图形界面", en: "this machine has no screen" };
  }
  if (userId === 0) return { zh: "Electron 不能以 root 身份运行", en: "Electron refuses to run as root" };
  return undefined;
}

/** Where Electron's own install.js puts it, or where ELECTRON_OVERRIDE_DIST_PATH says. */
export function findBinary(folder = packageFolder(), env = process.env): string | undefined {
  const override = env["ELECTRON_OVERRIDE_DIST_PATH"];
  try {
    const name = override === undefined ? readFileSync(join(folder, "path.txt"), "utf8") : binaryName();
    const file = join(override ?? join(folder, "dist"), name);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function binaryName(): string {
  if (process.platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return process.platform === "win32" ? "electron.exe" : "electron";
}

function packageFolder(): string {
  return inRoot("node_modules/electron");
}

/** One HEAD request to the place that Electron's own downloader would use, mirrors and all. */
async function isReachable(): Promise<boolean> {
  try {
    const url = await downloadUrl();
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(HEAD_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function downloadUrl(): Promise<string> {
  // Its address rule is not among its exports, and repeating it here would drift.
  const file = inRoot("node_modules/@electron/get/dist/artifact-utils.js");
  const rule = (await import(pathToFileURL(file).href)) as {
    getArtifactRemoteURL(details: object): Promise<string>;
  };
  const { version } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as {
    version: string;
  };
  return rule.getArtifactRemoteURL({
    version: `v${version}`,
    artifactName: "electron",
    platform: process.platform,
    arch: process.arch,
  });
}

const memory = inRoot("node_modules/.cache/shouyue/electron-fetch-failed");

function failedLately(): boolean {
  try {
    return Date.now() - Number(readFileSync(memory, "utf8")) < REMEMBERED_MS;
  } catch {
    return false;
  }
}

function remembered(why: Sentence): Result<string, Sentence> {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, String(Date.now()));
  return fail(why);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

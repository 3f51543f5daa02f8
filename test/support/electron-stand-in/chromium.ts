import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

export interface Chromium {
  readonly process: ChildProcess;
  readonly address: string;
}

/** Starts Chromium without a window; its data is in `profile`, so that it outlives the program as Electron's does. */
export async function startChromium(profile: string): Promise<Chromium> {
  const named = process.env["CHROMIUM_PATH"];
  const path = named === undefined || named === "" ? "/usr/bin/chromium" : named;
  const child = spawn(path, [...FLAGS, ...rootFlags(), `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LANGUAGE: "zh_CN" },
  });
  const lines = createInterface({ input: child.stderr });
  const address = await new Promise<string>((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`Chromium ended with ${code ?? "a signal"}`)));
    lines.on("line", (line) => {
      const match = /^DevTools listening on (ws:\S+)$/.exec(line);
      if (match?.[1] !== undefined) done(match[1]);
    });
  });
  process.on("exit", () => child.kill("SIGKILL"));
  return { process: child, address };
}

const FLAGS = [
  "--headless=new",
  "--remote-debugging-port=0",
  "--no-startup-window",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  // A window that is refused must be refused by the product, not by a browser that blocks pop-ups.
  "--disable-popup-blocking",
  "--password-store=basic",
  "--lang=zh-CN",
  "--accept-lang=zh-CN",
];

/** Chromium's sandbox refuses root, as which build machines like to run. */
function rootFlags(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

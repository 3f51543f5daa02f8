import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../shared/lib/result.ts";

export interface StartFlags {
  /** `auto`: the desktop window where it can be had, else the browser edition. */
  readonly edition: "auto" | "browser" | "electron";
  readonly port: number | undefined;
  readonly open: boolean;
  readonly data: string | undefined;
}

export const START_USAGE = `npm start -- [--browser | --electron] [--port N] [--no-open] [--data DIR]
  --browser    浏览器版 the browser edition
  --electron   桌面窗口 the desktop window
  --port N     浏览器版的端口 the browser edition's port
  --no-open    不自动打开浏览器 print the address, open nothing
  --data DIR   数据文件夹 where the data is kept`;

/** A flag that is unknown or contradicts another is a sentence for whoever typed it. */
export function readStartFlags(argv: readonly string[]): Result<StartFlags, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        browser: { type: "boolean" },
        electron: { type: "boolean" },
        port: { type: "string" },
        "no-open": { type: "boolean" },
        data: { type: "string" },
      },
    }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : "bad flags");
  }
  const { browser = false, electron = false, data } = values;
  if (browser && electron) return fail("--browser and --electron exclude each other");
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port ?? "") && port >= 1 && port <= 65535)) {
    return fail(`--port takes a number from 1 to 65535, not "${values.port ?? ""}"`);
  }
  if (data === "") return fail("--data takes a folder");
  const edition = browser ? "browser" : electron ? "electron" : "auto";
  return ok({ edition, port, open: values["no-open"] !== true, data });
}

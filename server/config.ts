import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../shared/lib/result.ts";

export interface Config {
  /** Undefined: the one used last, else the usual one, else the next free. */
  readonly port: number | undefined;
  /** Where the log, attachments and backups are. */
  readonly data: string;
  readonly window: string | undefined;
}

export const USAGE = "usage: node server/main.ts [--port N] [--data DIR] [--window DIR]";

/** `argv` without the program; a bad flag is a sentence for whoever typed it. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: { port: { type: "string" }, data: { type: "string" }, window: { type: "string" } },
    }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : "bad flags");
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    return fail(`--port takes a number from 0 to 65535, not "${values.port ?? ""}"`);
  }
  return ok({
    port,
    data: resolve(values.data ?? defaultFolder(process.platform, env)),
    window: values.window === undefined ? undefined : resolve(values.window),
  });
}

/** The user's own data folder, as each platform has it. */
export function defaultFolder(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  const home = env["HOME"] ?? homedir();
  if (platform === "win32") return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Shouyue");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Shouyue");
  return join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "Shouyue");
}

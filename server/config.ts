import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../shared/lib/result.ts";

const COMMANDS = ["serve", "init", "backup", "restore"] as const;
type Command = (typeof COMMANDS)[number];

export interface Config {
  readonly command: Command;
  /** Where it listens: loopback unless told otherwise. */
  readonly host: string;
  /** Undefined: the one used last, else the usual one, else the next free. */
  readonly port: number | undefined;
  /** Where the log (unless PostgreSQL has it), attachments and backups are. */
  readonly data: string;
  /** `postgres://…`; undefined keeps the log in a file in `data`. */
  readonly database: string | undefined;
  readonly window: string | undefined;
  /** The addresses under which browsers call it, `https://shouyue.hospital.local`. */
  readonly origins: readonly string[];
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** Changes older than this that every desk has are folded away; undefined keeps all. */
  readonly retentionDays: number | undefined;
  /** Whose code `init` prints. */
  readonly tenant: string;
  /** The file that `backup` writes or `restore` reads. */
  readonly file: string | undefined;
}

export const USAGE = `usage: node server/main.ts [serve] [--port N] [--data DIR] [--window DIR] [--database postgres://…]
         [--host ADDRESS --origin https://NAME --tls-cert FILE --tls-key FILE] [--insecure-lab] [--retention-days N]
       node server/main.ts init [--tenant NAME] [--data DIR] [--database …]
       node server/main.ts backup --to FILE [--data DIR] [--database …]
       node server/main.ts restore --from FILE [--data DIR] [--database …]`;

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
/** A desk may be away on leave: what is younger is never folded away. */
const FEWEST_DAYS = 35;

const TEXT = { type: "string" } as const;
const OPTIONS = {
  host: TEXT,
  port: TEXT,
  data: TEXT,
  window: TEXT,
  database: TEXT,
  tenant: TEXT,
  to: TEXT,
  from: TEXT,
  origin: { type: "string", multiple: true },
  "tls-cert": TEXT,
  "tls-key": TEXT,
  "retention-days": TEXT,
  "insecure-lab": { type: "boolean" },
} as const;

/** `argv` without the program; a bad flag is a sentence for whoever typed it. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return fail(error instanceof Error ? error.message : "bad flags");
  }
  const { values, positionals } = parsed;
  const [word = "serve", ...rest] = positionals;
  const command = COMMANDS.find((known) => known === word);
  if (command === undefined || rest.length > 0) return fail(`no such command: ${positionals.join(" ")}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    return fail(`--port takes a number from 0 to 65535, not "${values.port ?? ""}"`);
  }
  const days = values["retention-days"] === undefined ? undefined : Number(values["retention-days"]);
  if (days !== undefined && !(Number.isInteger(days) && days >= FEWEST_DAYS)) {
    return fail(`--retention-days takes ${FEWEST_DAYS} or more`);
  }
  const database = values.database ?? env["SHOUYUE_DATABASE"];
  if (database !== undefined && !isPostgres(database)) return fail("--database takes a postgres:// address");
  const { "tls-cert": cert, "tls-key": key } = values;
  if ((cert === undefined) !== (key === undefined)) return fail("--tls-cert and --tls-key go together");
  const tls =
    cert === undefined || key === undefined ? undefined : { cert: resolve(cert), key: resolve(key) };
  const origins = values.origin ?? [];
  const odd = origins.find((origin) => !isOrigin(origin));
  if (odd !== undefined) return fail(`--origin takes https://NAME or http://NAME, not "${odd}"`);
  const host = values.host ?? LOOPBACK[0] ?? "";
  if (!LOOPBACK.includes(host)) {
    if (tls === undefined && values["insecure-lab"] !== true) {
      return fail(
        "beyond this machine it speaks TLS only: give --tls-cert and --tls-key (or --insecure-lab to try it out)",
      );
    }
    if (origins.length === 0)
      return fail("beyond this machine it needs --origin, the address that browsers call");
  }
  const file = { serve: undefined, init: undefined, backup: values.to, restore: values.from }[command];
  if (command === "backup" && file === undefined) return fail("backup needs --to FILE");
  if (command === "restore" && file === undefined) return fail("restore needs --from FILE");
  const tenant = values.tenant ?? "office";
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(tenant)) {
    return fail("--tenant takes up to 32 small letters, digits and hyphens");
  }
  return ok({
    command,
    host,
    port,
    data: resolve(values.data ?? defaultFolder(process.platform, env)),
    database,
    window: values.window === undefined ? undefined : resolve(values.window),
    origins,
    tls,
    retentionDays: days,
    tenant,
    file: file === undefined ? undefined : resolve(file),
  });
}

function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address) && URL.canParse(address);
}

function isOrigin(address: string): boolean {
  return URL.canParse(address) && /^https?:/.test(address) && new URL(address).origin === address;
}

/** The user's own data folder, as each platform has it. */
export function defaultFolder(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  const home = env["HOME"] ?? homedir();
  if (platform === "win32") return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Shouyue");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Shouyue");
  return join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "Shouyue");
}

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/** The folder of PostgreSQL's programs; undefined where it is not installed. */
export const postgresFolder: string | undefined = findPostgres();

if (postgresFolder === undefined) {
  const line =
    "POSTGRESQL NOT TESTED: initdb and postgres were not found. Install PostgreSQL, or name PG_BIN.";
  if (process.env["REQUIRE_POSTGRES"] !== undefined) throw new Error(line);
  console.warn(`\n${"!".repeat(line.length)}\n${line}\n${"!".repeat(line.length)}\n`);
}

export interface Cluster {
  /** The address of a database of this name, made when it is not there. Its owner is no superuser. */
  url(name: string): Promise<string>;
  /** Stops as a reboot would: connections are cut, nothing committed is lost. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes it. */
  remove(): Promise<void>;
}

/** A PostgreSQL of our own in a temporary folder, reached by a socket in it; nobody else's is touched. */
export async function startCluster(options: { readonly durable?: boolean } = {}): Promise<Cluster> {
  if (postgresFolder === undefined) throw new Error("there is no PostgreSQL here");
  const program = (name: string): string => join(postgresFolder, name);
  const folder = mkdtempSync(join(tmpdir(), "shouyue-pg-"));
  const who = ordinaryUser();
  if (who !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, "data");
  const made = spawnSync(
    program("initdb"),
    ["-D", data, "-U", "root_of_test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...who, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);

  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = {
      listen_addresses: "",
      unix_socket_directories: folder,
      fsync: options.durable === true ? "on" : "off",
      shared_buffers: "16MB",
      max_connections: "60",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const started = spawn(program("postgres"), ["-D", data, ...flags], {
      ...who,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child = started;
    let said = "";
    await new Promise<void>((done, failed) => {
      started.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString("utf8");
        if (said.includes("ready to accept connections")) done();
      });
      started.once("exit", () => failed(new Error(`postgres: ${said}`)));
    });
    started.stderr.resume();
  };
  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise<void>((done) => running.once("exit", () => done()));
    running.kill("SIGQUIT");
    await ended;
  };
  process.once("exit", () => child?.kill("SIGQUIT"));
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ host: folder, user: "root_of_test", database: "postgres" });
    await client.connect();
    await client.query(sql).finally(async () => client.end());
  };
  await start();
  await admin("CREATE ROLE service LOGIN CREATEROLE");
  const names = new Map<string, Promise<void>>();
  return {
    url: async (name) => {
      const known = names.get(name) ?? admin(`CREATE DATABASE ${name} OWNER service`);
      names.set(name, known);
      await known;
      return `postgres://service@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    stop,
    start,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the user its package made, or else nobody. */
function ordinaryUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

function findPostgres(): string | undefined {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env["PG_BIN"],
    ...versions.map((version) => join(packaged, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find(
    (folder) =>
      folder !== undefined && existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

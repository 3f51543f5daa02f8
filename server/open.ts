import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../shared/lib/result.ts";
import type { Config } from "./config.ts";
import { lastAddress } from "./store/address.ts";
import type { PostgresFailure } from "./store/postgres-failure.ts";
import { openPostgres, type PostgresUse } from "./store/postgres.ts";
import type { Database } from "./store/sql.ts";
import { openSqlite, type OpenFailure } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

/** Wrong usage; the data folder is taken; the port is taken; the data cannot be opened. build/start.ts reads them. */
export const EXIT = { usage: 2, inUse: 3, portTaken: 4, cannotOpen: 5 } as const;

/** What a person is told when it cannot go on, and what the program ends with. */
export interface Stop {
  readonly code: number;
  readonly sentence: string;
}

interface Opened {
  readonly store: Store;
  readonly database: Database;
  /** A copy as a file of its own; PostgreSQL has none. */
  readonly copyTo: ((file: string) => Promise<void>) | undefined;
}

/** The database that the flags name: a file in the data folder, or PostgreSQL. */
export async function openDatabase(
  { data, database }: Config,
  log: (line: string) => void,
  use: PostgresUse = "serve",
): Promise<Result<Opened, Stop>> {
  mkdirSync(data, { recursive: true });
  if (database === undefined) {
    const opened = openSqlite(join(data, "shouyue.sqlite"), randomUUID);
    if (opened.ok) return opened;
    const code = opened.failure.kind === "inUse" ? EXIT.inUse : EXIT.cannotOpen;
    return fail({ code, sentence: ofFile(opened.failure, data) });
  }
  const opened = await openPostgres(database, randomUUID, log, use);
  if (opened.ok) return ok({ ...opened.value, copyTo: undefined });
  return fail({ code: EXIT.cannotOpen, sentence: ofPostgres(opened.failure) });
}

/** The database for a moment, while the service may be running on it. */
export async function openBeside(
  config: Config,
  log: (line: string) => void,
): Promise<Result<Database, Stop>> {
  if (config.database !== undefined) {
    const opened = await openDatabase(config, log, "beside");
    if (!opened.ok) return opened;
    const { store, database } = opened.value;
    return ok({ ...database, close: async () => store.close() });
  }
  mkdirSync(config.data, { recursive: true });
  const opened = openSqlite(join(config.data, "shouyue.sqlite"), randomUUID, "beside");
  if (opened.ok) return ok(opened.value.database);
  return fail({ code: EXIT.cannotOpen, sentence: ofFile(opened.failure, config.data) });
}

function ofFile(failure: OpenFailure, data: string): string {
  switch (failure.kind) {
    case "inUse": {
      const other = lastAddress(data);
      const where = other === undefined ? "" : ` http://127.0.0.1:${other.port}/`;
      return `守约已在使用这个数据文件夹${where}。Shouyue already runs on this data folder${where}: ${data}`;
    }
    case "newer":
      return `数据来自更新的版本（${failure.version}），请升级本程序。The data is from a newer version (${failure.version}); update this program: ${data}`;
    case "damaged":
      return `数据文件损坏，打不开，请从 backups 文件夹恢复。The data is damaged and cannot be opened; restore it from the backups folder: ${data} (${failure.detail})`;
  }
}

function ofPostgres(failure: PostgresFailure): string {
  switch (failure.kind) {
    case "away":
      return `连不上 PostgreSQL。PostgreSQL cannot be reached: ${failure.detail}`;
    case "newer":
      return `数据来自更新的版本（${failure.version}），请升级本程序。The data is from a newer version (${failure.version}); update this program.`;
    case "inUse":
      return "服务还在运行，请先停下所有服务。Services are running on this database; stop them all first.";
    case "noDeskRole":
      return "请数据库管理员执行一次 Ask the database's administrator to run once: CREATE ROLE shouyue_desk NOLOGIN; GRANT shouyue_desk TO (the login of this service);";
  }
}

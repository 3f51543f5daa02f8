import { backup, DatabaseSync, type StatementSync } from "node:sqlite";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { migrations } from "../migrations/list.ts";
import { storeOn } from "./log.ts";
import { noticesHere } from "./notices.ts";
import type { Database, Row, Sql, Value } from "./sql.ts";
import type { Store } from "./store.ts";
import { oneAtATime } from "./turns.ts";

export interface OpenedSqlite {
  readonly store: Store;
  readonly database: Database;
  /** Writes a whole copy that opens as a log of its own epoch, while changes are accepted. */
  readonly copyTo: (file: string) => Promise<void>;
}

export type OpenFailure =
  /** Another process has the file. */
  | { readonly kind: "inUse" }
  /** Written by a newer version of the product. */
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "damaged"; readonly detail: string };

/**
 * The log in one SQLite file (created when missing), held by this service alone until `close`; other processes may
 * read it meanwhile. `freshEpoch` draws the name of a log that has none: a new one, or a copy that was put back.
 * `beside` opens it for a moment though a service has it.
 */
export function openSqlite(
  file: string,
  freshEpoch: () => string,
  use: "serve" | "beside" = "serve",
): Result<OpenedSqlite, OpenFailure> {
  const opened: DatabaseSync[] = [];
  const open = (path: string): DatabaseSync => {
    const database = new DatabaseSync(path);
    opened.push(database);
    return database;
  };
  const close = (): void => {
    for (const database of opened) if (database.isOpen) database.close();
  };
  try {
    const isAlone = file === ":memory:" || holdAlone(open(`${file}.lock`));
    if (!isAlone && use === "serve") {
      close();
      return fail({ kind: "inUse" });
    }
    const database = open(file);
    makeDurable(database, file);
    // Whoever has the file has brought it up to date.
    const version = isAlone ? migrate(database) : undefined;
    if (version !== undefined) {
      close();
      return fail({ kind: "newer", version });
    }
    const whole = sqlOn(database);
    const seam: Database = {
      engine: "sqlite",
      of: () => whole,
      whole,
      view: async (work) => viewOn(file, work),
      close: async () => {
        await Promise.resolve();
        close();
      },
    };
    return ok({
      store: storeOn(seam, epochOf(database, freshEpoch), noticesHere()),
      database: seam,
      copyTo: async (target) => {
        // In small steps, with changes accepted in between.
        await backup(database, target, { rate: 500 });
        forgetEpoch(target);
      },
    });
  } catch (error) {
    close();
    return fail(openFailure(error));
  }
}

/** The operating system's own lock on a file beside, gone with the process however it ends. */
function holdAlone(lock: DatabaseSync): boolean {
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;");
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** Durability is asserted on every open: reopening a WAL file has silently lost the setting elsewhere. */
function makeDurable(database: DatabaseSync, file: string): void {
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  database.exec("BEGIN IMMEDIATE; COMMIT;");
  const full = number(database, "PRAGMA synchronous", "synchronous");
  const journal = database.prepare("PRAGMA journal_mode").get()?.["journal_mode"];
  if (file !== ":memory:" && (full !== 2 || journal !== "wal")) {
    throw new Error(`not durable: ${String(journal)}, ${full}`);
  }
}

/** Brings the file up to date; the file's version when it is one we do not know. */
function migrate(database: DatabaseSync): number | undefined {
  const version = number(database, "PRAGMA user_version", "user_version");
  if (version > migrations.length) return version;
  for (const [index, { sqlite }] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${sqlite} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  return undefined;
}

function epochOf(database: DatabaseSync, freshEpoch: () => string): string {
  const known = database.prepare("SELECT value FROM meta WHERE key = 'epoch'").get()?.["value"];
  if (typeof known === "string") return known;
  const epoch = freshEpoch();
  database.prepare("INSERT INTO meta (key, value) VALUES ('epoch', ?)").run(epoch);
  return epoch;
}

/** A copy that is put back must not pass for the log it was taken from (sync I1: desks push again). */
function forgetEpoch(file: string): void {
  const copy = new DatabaseSync(file);
  copy.exec("DELETE FROM meta WHERE key = 'epoch'");
  copy.close();
}

/** One connection. Whoever is outside a transaction waits until it has ended: nobody reads half of one. */
function sqlOn(database: DatabaseSync): Sql {
  const inTurn = oneAtATime();
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const inside: Sql = {
    all: async (sql, params = []) => Promise.resolve(statement(sql).all(...params) as Row[]),
    run: async (sql, params = []) => {
      statement(sql).run(...params);
      return Promise.resolve();
    },
    insert: async ({ table, columns, rest = "" }, rows) => {
      const places = columns.map(() => "?").join(", ");
      const one = statement(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places}) ${rest}`);
      for (const row of rows) one.run(...(row as Value[]));
      return Promise.resolve();
    },
    transaction: async (work) => work(inside),
  };
  const transaction: Sql["transaction"] = async (work) =>
    inTurn(async () => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = await work(inside);
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });
  return {
    all: async (sql, params) => inTurn(async () => inside.all(sql, params)),
    run: async (sql, params) => inTurn(async () => inside.run(sql, params)),
    insert: async (into, rows) => transaction(async (sql) => sql.insert(into, rows)),
    transaction,
  };
}

/** On a connection of its own: in a log of writes ahead, its transaction sees what was so when it began. */
async function viewOn<T>(file: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec("BEGIN");
    return await work(sqlOn(database));
  } finally {
    database.close();
  }
}

function number(database: DatabaseSync, sql: string, column: string): number {
  return Number(database.prepare(sql).get()?.[column]);
}

function openFailure(error: unknown): OpenFailure {
  const detail = error instanceof Error ? error.message : "unknown";
  return isBusy(error) ? { kind: "inUse" } : { kind: "damaged", detail };
}

/** SQLITE_BUSY is 5; its extended codes keep that in their low byte. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}

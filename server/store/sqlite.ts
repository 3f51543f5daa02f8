import { backup, DatabaseSync } from "node:sqlite";
import { must } from "../../shared/lib/must.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { migrations } from "../migrations/list.ts";
import type { Store } from "./store.ts";

/** One office a file for now; every key starts with it, so that a shared database changes no query. */
const TENANT = "office";

export type OpenFailure =
  /** Another process has the file. */
  | { readonly kind: "inUse" }
  /** Written by a newer version of the product. */
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "damaged"; readonly detail: string };

/**
 * The log in one SQLite file (created when missing), held by this process alone until `close`.
 * `freshEpoch` draws the name of a log that has none: a new one, or a copy that was put back.
 */
export function openSqlite(file: string, freshEpoch: () => string): Result<Store, OpenFailure> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    takeFile(database);
    const version = migrate(database);
    if (version !== undefined) {
      database.close();
      return fail({ kind: "newer", version });
    }
    return ok(storeOn(database, epochOf(database, freshEpoch)));
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return fail(openFailure(error));
  }
}

/** Durability is asserted on every open: reopening a WAL file has silently lost the setting elsewhere. */
function takeFile(database: DatabaseSync): void {
  // Exclusive before the first read: the operating system's own lock, gone with the process however it ends.
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  database.exec("BEGIN IMMEDIATE; COMMIT;");
  const full = number(database, "PRAGMA synchronous", "synchronous");
  const journal = database.prepare("PRAGMA journal_mode").get()?.["journal_mode"];
  if (full !== 2 || journal !== "wal") throw new Error(`not durable: ${String(journal)}, ${full}`);
}

/** Brings the file up to date; the file's version when it is one we do not know. */
function migrate(database: DatabaseSync): number | undefined {
  const version = number(database, "PRAGMA user_version", "user_version");
  if (version > migrations.length) return version;
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT;`);
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

/**
 * Everything runs in one go between two awaits, so that no reader stands inside a writer's transaction.
 * With one writer, sequences become visible in their order: a reader by cursor misses nothing.
 */
function storeOn(database: DatabaseSync, epoch: string): Store {
  const newest = database.prepare("SELECT coalesce(max(seq), 0) AS n FROM changes");
  const markOf = database.prepare("SELECT mark AS n FROM desks WHERE tenant = ? AND desk = ?");
  const marks = database.prepare("SELECT desk, mark FROM desks WHERE tenant = ?");
  const insert = database.prepare(
    `INSERT INTO changes (tenant, desk, desk_seq, stamp, type, record_id, batch_id, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setMark = database.prepare(
    `INSERT INTO desks (tenant, desk, mark) VALUES (?, ?, ?)
     ON CONFLICT (tenant, desk) DO UPDATE SET mark = excluded.mark`,
  );
  const page = database.prepare(
    "SELECT seq, body FROM changes WHERE seq > ? AND tenant = ? ORDER BY seq LIMIT ?",
  );
  const newestNow = (): number => Number(newest.get()?.["n"]);

  return {
    epoch,
    newest: async () => Promise.resolve(newestNow()),
    marks: async () => {
      await Promise.resolve();
      return Object.fromEntries(
        marks.all(TENANT).map((row): [string, number] => [String(row["desk"]), Number(row["mark"])]),
      );
    },
    append: async (desk, judge) => {
      await Promise.resolve();
      return transaction(database, () => {
        const mark = Number(markOf.get(TENANT, desk)?.["n"] ?? 0);
        const judged = judge(mark);
        if ("refused" in judged) return judged;
        for (const change of judged.changes) {
          const { deskSeq, stamp, type, recordId, batchId } = change;
          insert.run(TENANT, desk, deskSeq, stamp, type, recordId, batchId ?? null, JSON.stringify(change));
        }
        const last = judged.changes.at(-1)?.deskSeq ?? mark;
        if (last > mark) setMark.run(TENANT, desk, last);
        return { mark: last, appended: judged.changes.length, newest: newestNow() };
      });
    },
    since: async (after, limit) => {
      await Promise.resolve();
      const rows = page.all(after, TENANT, limit + 1);
      const texts = rows.slice(0, limit).map((row) => String(row["body"]));
      return {
        texts,
        cursor: texts.length === 0 ? after : Number(must(rows[texts.length - 1], "counted")["seq"]),
        more: rows.length > limit,
      };
    },
    copyTo: async (target) => {
      // In small steps, with changes accepted in between.
      await backup(database, target, { rate: 500 });
      forgetEpoch(target);
    },
    close: async () => {
      await Promise.resolve();
      database.close();
    },
  };
}

/** A copy that is put back must not pass for the log it was taken from (sync I1: desks push again). */
function forgetEpoch(file: string): void {
  const copy = new DatabaseSync(file);
  copy.exec("DELETE FROM meta WHERE key = 'epoch'");
  copy.close();
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function number(database: DatabaseSync, sql: string, column: string): number {
  return Number(database.prepare(sql).get()?.[column]);
}

function openFailure(error: unknown): OpenFailure {
  const detail = error instanceof Error ? error.message : "unknown";
  // SQLITE_BUSY is 5; its extended codes keep that in their low byte.
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  return code === 5 ? { kind: "inUse" } : { kind: "damaged", detail };
}

import { userInfo } from "node:os";
import pg from "pg";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { storeOn } from "./log.ts";
import type { PostgresFailure } from "./postgres-failure.ts";
import { migratePostgres } from "./postgres-migrate.ts";
import { noticesBetween } from "./postgres-notices.ts";
import type { Database, Row, Sql, Value } from "./sql.ts";
import type { Store } from "./store.ts";

export interface OpenedPostgres {
  readonly store: Store;
  readonly database: Database;
}

/** `alone`: what is there is about to be replaced, and no service may be using it. `beside`: one may. */
export type PostgresUse = "serve" | "beside" | "alone";

const SERVICE = "shouyue";

/**
 * The log in a PostgreSQL database that any number of services share. Tables are made and brought up to date under
 * a lock, by whichever service comes first. `log` takes one line for a person when the connection is lost.
 */
export async function openPostgres(
  url: string,
  freshEpoch: () => string,
  log: (line: string) => void,
  use: PostgresUse = "serve",
): Promise<Result<OpenedPostgres, PostgresFailure>> {
  // Sequences and instants are far below 2^53: as numbers on both engines.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const options: pg.PoolConfig = {
    connectionString: url,
    application_name: use === "serve" ? SERVICE : `${SERVICE}-${use}`,
    user: userOf(url),
    max: 10,
    connectionTimeoutMillis: 5000,
    // A commit is on the disk when it is acknowledged, whatever the server's own setting says.
    options:
      "-c synchronous_commit=on -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
    types,
  };
  const pool = new pg.Pool(options);
  // While a client is lent out, a cut connection is told by its query; without a listener it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => log(`PostgreSQL 连接中断 connection lost: ${error.message}`));
  try {
    const failure = await migratePostgres(options);
    if (failure !== undefined) {
      await pool.end();
      return fail(failure);
    }
    const database = databaseOn(pool);
    if (use === "alone" && (await isServed(database))) {
      await pool.end();
      return fail({ kind: "inUse" });
    }
    const notices = await noticesBetween(options, database, log);
    return ok({ store: storeOn(database, await epochOf(database, freshEpoch), notices), database });
  } catch (error) {
    await pool.end();
    return fail({ kind: "away", detail: error instanceof Error ? error.message : "unknown" });
  }
}

/** Our own, where the address names none: the driver would ask an environment variable that Windows lacks. */
function userOf(url: string): string | undefined {
  const named = new URL(url);
  const inQuery = named.searchParams.get("user");
  return named.username === "" ? (inQuery ?? userInfo().username) : undefined;
}

async function isServed({ whole }: Database): Promise<boolean> {
  const rows = await whole.all(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = ? LIMIT 1",
    [SERVICE],
  );
  return rows.length > 0;
}

async function epochOf(database: Database, freshEpoch: () => string): Promise<string> {
  const { whole } = database;
  await whole.run("INSERT INTO meta (key, value) VALUES ('epoch', ?) ON CONFLICT (key) DO NOTHING", [
    freshEpoch(),
  ]);
  const [row] = await whole.all("SELECT value FROM meta WHERE key = 'epoch'");
  return String(row?.["value"]);
}

function databaseOn(pool: pg.Pool): Database {
  const prepared = new Map<string, { readonly name: string; readonly text: string }>();
  const statement = (sql: string): { readonly name: string; readonly text: string } => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    let n = 0;
    const made = { name: `s${prepared.size}`, text: sql.replace(/\?/g, () => `$${(n += 1)}`) };
    prepared.set(sql, made);
    return made;
  };
  const on = (client: pg.ClientBase): Sql => {
    const inside: Sql = {
      all: async (sql, params = []) => {
        const answer = await client.query<Row>({ ...statement(sql), values: [...params] });
        return answer.rows;
      },
      run: async (sql, params) => {
        await inside.all(sql, params);
      },
      insert: async ({ table, columns, rest = "" }, rows) => {
        if (rows.length === 0) return;
        const names = columns.join(", ");
        await inside.run(
          `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, ?::json) ${rest}`,
          [JSON.stringify(rows.map((row) => objectOf(columns, row)))],
        );
      },
      transaction: async (work) => work(inside),
    };
    return inside;
  };
  const as = (tenant: string | undefined, begin = "BEGIN"): Sql => {
    const transaction: Sql["transaction"] = async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(begin);
        if (tenant !== undefined) {
          await client.query({
            name: "tenant",
            text: "SELECT set_config('role', 'shouyue_desk', true), set_config('app.tenant', $1, true)",
            values: [tenant],
          });
        }
        const result = await work(on(client));
        await client.query("COMMIT");
        return result;
      } catch (error) {
        // A connection that cannot even roll back is thrown away, never handed to the next.
        await client.query("ROLLBACK").catch((cannot: unknown) => {
          broken = cannot instanceof Error ? cannot : new Error("cannot roll back");
        });
        throw error;
      } finally {
        client.release(broken);
      }
    };
    return {
      all: async (sql, params) => transaction(async (inside) => inside.all(sql, params)),
      run: async (sql, params) => transaction(async (inside) => inside.run(sql, params)),
      insert: async (into, rows) => transaction(async (inside) => inside.insert(into, rows)),
      transaction,
    };
  };
  return {
    engine: "postgres",
    of: as,
    whole: as(undefined),
    view: async (work) => as(undefined, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").transaction(work),
    close: async () => pool.end(),
  };
}

function objectOf(columns: readonly string[], row: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
}

import pg from "pg";
import { migrations } from "../migrations/list.ts";
import type { PostgresFailure } from "./postgres-failure.ts";

/** Any number will do as long as every service uses it. */
const LOCK = 738_210_411;
const DUPLICATE_OBJECT = "42710";
const INSUFFICIENT_PRIVILEGE = "42501";

/** Brings the tables up to date, one service at a time, one transaction a step. What stops it, if anything does. */
export async function migratePostgres(options: pg.ClientConfig): Promise<PostgresFailure | undefined> {
  const client = new pg.Client({ ...options, options: "-c synchronous_commit=on" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    // Held by the session: it is gone with it, however that ends.
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    if (!(await makeDeskRole(client))) return { kind: "noDeskRole" };
    await client.query("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)");
    const { rows } = await client.query<{ version: number }>("SELECT version FROM schema_version");
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length) return { kind: "newer", version };
    for (const [index, { postgres }] of migrations.entries()) {
      if (index < version) continue;
      await client.query("BEGIN");
      await client.query(postgres);
      await client.query("DELETE FROM schema_version");
      await client.query("INSERT INTO schema_version VALUES ($1)", [index + 1]);
      await client.query("COMMIT");
    }
    return undefined;
  } finally {
    await client.end();
  }
}

/** The role of row-level security belongs to the whole server: another database's service may have made it. */
async function makeDeskRole(client: pg.Client): Promise<boolean> {
  try {
    const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'shouyue_desk'");
    if (rows.length === 0) {
      await client.query("CREATE ROLE shouyue_desk NOLOGIN").catch((error: unknown) => {
        if (codeOf(error) !== DUPLICATE_OBJECT && codeOf(error) !== "23505") throw error;
      });
    }
    const member = await client.query<{ may: boolean }>(
      "SELECT pg_has_role(current_user, 'shouyue_desk', 'MEMBER') AS may",
    );
    if (member.rows[0]?.may !== true) await client.query("GRANT shouyue_desk TO CURRENT_USER");
    return true;
  } catch (error) {
    if (codeOf(error) === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

import type { Migration } from "./migration.ts";
import { rowsOfTenant } from "./rows-of-tenant.ts";

/** What a table is on each engine: text sorts by its bytes, whole numbers have 64 bits. */
const ENGINES = {
  sqlite: { text: "TEXT", whole: "INTEGER", end: "STRICT, WITHOUT ROWID" },
  postgres: { text: 'TEXT COLLATE "C"', whole: "BIGINT", end: "" },
} as const;

/**
 * Accounts, enrolled desks and the change logs they speak for, one-time codes, sessions, waits after wrong passwords,
 * and the audit trail with its head. Tokens, codes and passwords are kept as hashes only. Instants in milliseconds.
 */
function tables({ text, whole, end }: (typeof ENGINES)["sqlite" | "postgres"]): string {
  return `
  CREATE TABLE offices (
    tenant ${text} PRIMARY KEY, separation TEXT NOT NULL, set_up_at ${whole} NOT NULL,
    private_key TEXT NOT NULL, public_key TEXT NOT NULL
  ) ${end};
  CREATE TABLE accounts (
    tenant ${text} NOT NULL, id ${text} NOT NULL, login TEXT NOT NULL, login_key ${text} NOT NULL, name TEXT NOT NULL,
    roles TEXT NOT NULL, state TEXT NOT NULL, password TEXT NOT NULL, must_change ${whole} NOT NULL,
    initial_until ${whole}, made_at ${whole} NOT NULL,
    PRIMARY KEY (tenant, id), UNIQUE (tenant, login_key)
  ) ${end};
  CREATE TABLE enrolled_desks (
    tenant ${text} NOT NULL, id ${text} NOT NULL, name TEXT NOT NULL, token_hash ${text} NOT NULL UNIQUE,
    enrolled_at ${whole} NOT NULL, revoked_at ${whole},
    PRIMARY KEY (tenant, id)
  ) ${end};
  CREATE TABLE desk_logs (
    tenant ${text} NOT NULL, log ${text} NOT NULL, desk ${text} NOT NULL,
    PRIMARY KEY (tenant, log)
  ) ${end};
  CREATE TABLE codes (
    tenant ${text} NOT NULL, hash ${text} NOT NULL UNIQUE, kind TEXT NOT NULL, made_by TEXT NOT NULL,
    until ${whole} NOT NULL, used_at ${whole},
    PRIMARY KEY (tenant, hash)
  ) ${end};
  CREATE TABLE sessions (
    tenant ${text} NOT NULL, id ${text} NOT NULL, token_hash ${text} NOT NULL UNIQUE, account ${text} NOT NULL,
    desk ${text} NOT NULL, started_at ${whole} NOT NULL, seen_at ${whole} NOT NULL, until ${whole} NOT NULL,
    ended_at ${whole},
    PRIMARY KEY (tenant, id)
  ) ${end};
  CREATE INDEX sessions_of_desk ON sessions (tenant, desk, account);
  CREATE TABLE waits (
    tenant ${text} NOT NULL, key ${text} NOT NULL, fails ${whole} NOT NULL, until ${whole} NOT NULL,
    last_at ${whole} NOT NULL,
    PRIMARY KEY (tenant, key)
  ) ${end};
  CREATE TABLE audit_heads (tenant ${text} PRIMARY KEY, n ${whole} NOT NULL, hash TEXT NOT NULL) ${end};
  CREATE TABLE audit (
    tenant ${text} NOT NULL, n ${whole} NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (tenant, n)
  ) ${end};
  `;
}

const TABLES = [
  "offices",
  "accounts",
  "enrolled_desks",
  "desk_logs",
  "codes",
  "sessions",
  "waits",
  "audit_heads",
];

export const people0003: Migration = {
  sqlite: tables(ENGINES.sqlite),
  // The trail itself is added to and read, by whatever a desk's call runs: never changed, never shortened.
  postgres: `${tables(ENGINES.postgres)}
  ${[...TABLES, "audit"].map(rowsOfTenant).join("\n")}
  REVOKE UPDATE, DELETE ON audit FROM shouyue_desk;
  `,
};

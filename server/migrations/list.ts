import { changes0001 } from "./0001-changes.ts";
import { tenants0002 } from "./0002-tenants.ts";
import { people0003 } from "./0003-people.ts";
import { sums0004 } from "./0004-sums.ts";
import { profiles0005 } from "./0005-profiles.ts";
import { refusalCodes0006 } from "./0006-refusal-codes.ts";
import { compacted0007 } from "./0007-compacted.ts";
import type { Migration } from "./migration.ts";

/** Append-only: a migration that has run anywhere is never edited (test/server/migrations pins their hashes). */
export const migrations: readonly Migration[] = [
  { sqlite: changes0001, postgres: "" },
  tenants0002,
  people0003,
  sums0004,
  profiles0005,
  refusalCodes0006,
  compacted0007,
];

import { changes0001 } from "./0001-changes.ts";

/** Append-only: a migration that has run anywhere is never edited (test/server/migrations pins their hashes). */
export const migrations: readonly string[] = [changes0001];

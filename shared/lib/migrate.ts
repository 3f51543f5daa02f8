import type { Migration } from "./define-record.ts";

/**
 * Data written by an older definition, as today's reads it. A record carries its version and is migrated each
 * time it is read, because a store's own upgrades do not run again after a roll-back. Newer data passes as it is.
 */
export function migrate(
  migrations: readonly Migration[],
  fromVersion: number,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let current = data;
  for (const migration of migrations) {
    if (migration.to > fromVersion) current = migration.up(current);
  }
  return current;
}

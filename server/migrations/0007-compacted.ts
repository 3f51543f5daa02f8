import type { Migration } from "./migration.ts";

/** Up to which sequence the log has been looked through for values that were replaced since. */
export const compacted0007: Migration = {
  sqlite: "ALTER TABLE tenants ADD COLUMN compacted INTEGER NOT NULL DEFAULT 0;",
  postgres: "ALTER TABLE tenants ADD COLUMN compacted BIGINT NOT NULL DEFAULT 0",
};

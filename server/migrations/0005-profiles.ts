import type { Migration } from "./migration.ts";

/** Which rules for passwords an office has, and since when a password is what it is. */
export const profiles0005: Migration = {
  sqlite: `
  ALTER TABLE offices ADD COLUMN profile TEXT NOT NULL DEFAULT 'standard';
  ALTER TABLE accounts ADD COLUMN password_at INTEGER NOT NULL DEFAULT 0;
  UPDATE accounts SET password_at = made_at;
  `,
  postgres: `
  ALTER TABLE offices ADD COLUMN profile TEXT NOT NULL DEFAULT 'standard';
  ALTER TABLE accounts ADD COLUMN password_at BIGINT NOT NULL DEFAULT 0;
  UPDATE accounts SET password_at = made_at;
  `,
};

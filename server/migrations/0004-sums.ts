import type { Migration } from "./migration.ts";

/** CRC-32 of each body, so that a byte that flipped on the disk is told and not handed out. Older rows have none. */
export const sums0004: Migration = {
  sqlite: `
  ALTER TABLE changes ADD COLUMN sum INTEGER;
  ALTER TABLE records ADD COLUMN sum INTEGER;
  `,
  postgres: `
  ALTER TABLE changes ADD COLUMN sum BIGINT;
  ALTER TABLE records ADD COLUMN sum BIGINT;
  `,
};

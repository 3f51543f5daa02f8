import type { Migration } from "./migration.ts";

/** Why a change was refused: a desk that never got the answer asks again. Of older refusals nobody knows. */
export const refusalCodes0006: Migration = {
  sqlite: "ALTER TABLE refusals ADD COLUMN code TEXT NOT NULL DEFAULT '';",
  postgres: "ALTER TABLE refusals ADD COLUMN code TEXT NOT NULL DEFAULT ''",
};

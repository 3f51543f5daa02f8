import type { RecordType } from "../../../shared/records/index.ts";

/** The registers an office keeps, in the order of the menu. Parts (clauses, modules) are reached from their owner too. */
export const REGISTERS = [
  "vendor",
  "system",
  "contract",
  "clause",
  "calendar",
  "visit",
  "backupPlan",
  "backupCheck",
  "person",
  "importBatch",
] as const satisfies readonly RecordType[];

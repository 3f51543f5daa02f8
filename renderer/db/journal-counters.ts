import type { Change } from "../../shared/sync/change.ts";

/** `desk-` and a counter in base 36, as `recordId` makes it. */
const RECORD = /^([0-9A-Z]{6})-([0-9a-z]{9,})$/;
/** As `paperNumber` makes it, wherever it stands in a record. */
const NUMBER = /^(\S{1,60}-\d{4})-([0-9A-HJKMNP-TV-Z]{6})-(\d{4,9})$/;

/**
 * Raises counters to what a desk's own changes show to have been given out: ids and paper numbers. The journal's own
 * book of them is exact; this holds where an entry of it was lost.
 */
export function raiseCounters(counters: Map<string, number>, desk: string, changes: readonly Change[]): void {
  const raise = (key: string, value: number): void => {
    counters.set(key, Math.max(counters.get(key) ?? 0, value));
  };
  for (const { recordId, batchId, patch } of changes) {
    for (const id of [recordId, batchId ?? ""]) {
      const [, owner, counter = ""] = RECORD.exec(id) ?? [];
      if (owner === desk) raise("idCounter", Number.parseInt(counter, 36));
    }
    for (const value of Object.values(patch)) {
      if (typeof value !== "string") continue;
      const [, prefix = "", owner, counter = ""] = NUMBER.exec(value) ?? [];
      if (owner === desk) raise(`number:${prefix}`, Number(counter));
    }
  }
}

import type { Instant } from "../../../shared/lib/instants.ts";

/**
 * People tell times to the minute: "10:05" is not before what was recorded at 10:05:32. A time in the same minute as
 * `floor` and before it becomes `floor`; any other stays.
 */
export function notBeforeInItsMinute(at: Instant, floor: Instant | undefined): Instant {
  if (floor === undefined || at >= floor) return at;
  return at.slice(0, MINUTE_LETTERS) === floor.slice(0, MINUTE_LETTERS) ? floor : at;
}

/** `2026-11-22T05:10` of a stored instant. */
const MINUTE_LETTERS = 16;

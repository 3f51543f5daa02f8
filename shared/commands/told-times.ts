import { epochMs, type Instant } from "../lib/instants.ts";

/** Clocks of two machines and a wristwatch disagree a little; more than this is a slip of the pen. */
const AHEAD_MS = 5 * 60_000;

/** What is wrong with a time that somebody told us as the past; undefined when nothing is. */
export function toldTimeFailure(at: Instant, now: Instant): "notATime" | "inTheFuture" | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at))) {
    return "notATime";
  }
  return epochMs(at) > epochMs(now) + AHEAD_MS ? "inTheFuture" : undefined;
}

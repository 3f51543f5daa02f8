import type { AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";
import { mayRing, type QuietHours } from "../../../shared/rules/alerts/quiet-hours.ts";

export interface Ring {
  readonly ring: readonly AnsweredAlert[];
  /** What this desk has been shown, without what is no alert any more. */
  readonly remembered: readonly string[];
}

/** Which alerts this desk has not been shown yet and may be now; what quiet hours hold back rings after them. */
export function toRing(
  alerts: readonly AnsweredAlert[],
  rung: readonly string[],
  nowMs: number,
  quiet: QuietHours | undefined,
): Ring {
  const known = new Set(rung);
  const ring = alerts.filter((one) => !known.has(one.ringKey) && mayRing(one, nowMs, quiet));
  const now = new Set(alerts.map(({ ringKey }) => ringKey));
  const remembered = [...rung.filter((key) => now.has(key)), ...ring.map(({ ringKey }) => ringKey)];
  return { ring, remembered };
}

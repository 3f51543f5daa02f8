import { epochMs } from "../../lib/instants.ts";
import type { PauseStretch } from "../incidents/pauses.ts";

/**
 * Milliseconds on the wall in which an incident stood in a pause that either side holds, overlaps once, up to the cap of
 * each; what lasts is counted until now. Undefined where there was none.
 */
export function pausedTime(pauses: readonly PauseStretch[], nowMs: number): number | undefined {
  if (pauses.length === 0) return undefined;
  const spans = pauses
    .map(({ from, to, capAt }) => {
      const until = Math.min(
        to === undefined ? nowMs : epochMs(to),
        capAt === undefined ? Infinity : epochMs(capAt),
      );
      return { fromMs: epochMs(from), toMs: until };
    })
    .sort((a, b) => a.fromMs - b.fromMs);
  let [sum, counted] = [0, -Infinity];
  for (const { fromMs, toMs } of spans) {
    sum += Math.max(0, toMs - Math.max(fromMs, counted));
    counted = Math.max(counted, toMs);
  }
  return sum;
}

import { fail, ok, type Result } from "../../lib/result.ts";

/** A pause of a clock, end excluded, epoch milliseconds; `toMs: null` has not ended. */
export interface Pause {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Sorted pauses that do not touch; one that has not ended reaches to `Infinity`. */
export type MergedPauses = readonly { readonly fromMs: number; readonly toMs: number }[];

export type ClockFailure =
  | { readonly kind: "badInstant"; readonly detail: string }
  | { readonly kind: "badTarget"; readonly detail: string }
  | { readonly kind: "pauseEndsBeforeStart"; readonly detail: string }
  | { readonly kind: "stopBeforeStart"; readonly detail: string };

/** Overlapping pauses count once (clocks R5). Costs n log n in the number of pauses. */
export function mergePauses(pauses: readonly Pause[]): Result<MergedPauses, ClockFailure> {
  if (pauses.length === 0) return NO_PAUSES;
  const sorted: { fromMs: number; toMs: number }[] = [];
  let place = 0;
  for (const pause of pauses) {
    place++;
    const toMs = pause.toMs ?? Infinity;
    if (!isInstant(pause.fromMs) || (pause.toMs !== null && !isInstant(toMs))) {
      return fail({ kind: "badInstant", detail: `pause ${place}` });
    }
    if (toMs < pause.fromMs) return fail({ kind: "pauseEndsBeforeStart", detail: `pause ${place}` });
    if (toMs > pause.fromMs) sorted.push({ fromMs: pause.fromMs, toMs });
  }
  if (sorted.length > 1) sorted.sort((a, b) => a.fromMs - b.fromMs);
  let kept = 0;
  for (const pause of sorted) {
    const last = sorted[kept - 1];
    if (last !== undefined && pause.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, pause.toMs);
    else sorted[kept++] = pause;
  }
  sorted.length = kept;
  return ok(sorted);
}

const NO_PAUSES = ok([]);

/** The end of the year 9999: the last instant that has a place in a date of four digits. */
export const LAST_INSTANT_MS = Date.UTC(9999, 11, 31, 16) - 1;
const FIRST_INSTANT_MS = Date.UTC(-1, 0, 1);

/** Whole epoch milliseconds within the years that people write. */
export function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST_INSTANT_MS && ms <= LAST_INSTANT_MS;
}

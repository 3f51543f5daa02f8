import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { PAUSE_MODES, type PauseMode } from "../../../../shared/rules/clauses/pause-modes.ts";

export const MODES = Object.keys(PAUSE_MODES) as readonly PauseMode[];

/** A clock as it stands with the pauses of one reading. A contested one stays so: pauses decide no times. */
export function clockUnder(clock: ClauseClock, mode: PauseMode): ClauseClock {
  if (mode === "hospital" || clock.state === "contested" || clock.basis === undefined) return clock;
  return { ...clock, ...clock.underMode(mode) };
}

/** Whether the three readings of the pauses differ for a clock: where they do not, there is nothing to choose. */
export function readingsDiffer(clock: ClauseClock): boolean {
  if (clock.basis === undefined) return false;
  const told = MODES.map((mode) => {
    const { state, dueAt, elapsedMs } = clock.underMode(mode);
    return `${state} ${dueAt ?? ""} ${elapsedMs}`;
  });
  return new Set(told).size > 1;
}

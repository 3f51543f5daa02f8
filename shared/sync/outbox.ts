import type { Change } from "./change.ts";
import { fold, type Folded } from "./fold.ts";

/**
 * One record on a desk: what the service has confirmed, and the desk's own changes that it has not seen come back. What
 * people see is the one with the other folded in. All functions here are pure.
 */
export interface Kept {
  /** A fold of confirmed changes alone; undefined while the service knows nothing of the record. */
  readonly base: Folded | undefined;
  /** Own changes in their order. One leaves when it comes back, when it is refused, or with a snapshot that has it. */
  readonly pending: readonly Change[];
}

export const NOTHING_KEPT: Kept = { base: undefined, pending: [] };

/** The record as it is shown: undefined where nothing is known of it. */
export function shownOf({ base, pending }: Kept): Folded | undefined {
  return pending.reduce<Folded | undefined>((record, change) => fold(record, change), base);
}

/** After an own change that nobody else has seen yet. */
export function edited(kept: Kept, change: Change): Kept {
  return { ...kept, pending: [...kept.pending, change] };
}

/**
 * After a change that the service has accepted: somebody's, or an own one on its way back, which may carry another
 * stamp than it left with. Its stamp there is what counts everywhere.
 */
export function confirmed(kept: Kept, change: Change): Kept {
  return { base: fold(kept.base, change), pending: kept.pending.filter(({ id }) => id !== change.id) };
}

/** After own changes that will never come back: refused, or held in a snapshot that replaced the base. */
export function settled(kept: Kept, isSettled: (change: Change) => boolean): Kept {
  return { ...kept, pending: kept.pending.filter((change) => !isSettled(change)) };
}

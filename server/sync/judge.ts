import { changeId, type Change } from "../../shared/sync/change.ts";
import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";

export type Refusal =
  /** The service has nothing between `mark` and the first change: the desk goes on from `mark`. */
  | { readonly kind: "gap"; readonly mark: number }
  /** A push speaks for one desk, and its changes name themselves after it. */
  | { readonly kind: "notOneDesk" }
  | { readonly kind: "badChange"; readonly id: string }
  /** Not its author's to make. */
  | { readonly kind: "notAllowed"; readonly id: string; readonly code: string };

/**
 * What of a push is new above the desk's high-water mark, in order. Pure.
 * What the service already holds is skipped (sync I4); a gap is refused by naming the mark.
 */
export function judgePush(
  changes: readonly Change[],
  mark: number,
): { readonly changes: readonly Change[] } | { readonly refused: Refusal } {
  const desk = changes[0]?.desk;
  const fresh: Change[] = [];
  let next = mark + 1;
  for (const change of changes) {
    if (change.desk !== desk) return { refused: { kind: "notOneDesk" } };
    if (!namesItself(change)) return { refused: { kind: "badChange", id: change.id } };
    if (change.deskSeq < next) continue;
    if (change.deskSeq > next) return { refused: { kind: "gap", mark } };
    fresh.push(change);
    next += 1;
  }
  return { changes: fresh };
}

/** The id and the stamp are the desk's own: nobody writes in another desk's name by accident. */
function namesItself(change: Change): boolean {
  if (change.id !== changeId(change.desk, change.deskSeq)) return false;
  if (!change.stamp.endsWith(`-${change.desk}`)) return false;
  try {
    timeOfStamp(change.stamp);
    return true;
  } catch {
    return false;
  }
}

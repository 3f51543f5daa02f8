import type { Instant } from "../../lib/instants.ts";
import type { Stored } from "../../records/index.ts";
import { incidentState } from "./state.ts";
import { heldTimeline, type Line } from "./timeline.ts";

export interface EarlyLeave {
  readonly at: Instant;
  readonly by: string | undefined;
  /** The clause that says they stay. */
  readonly clause: Stored<"clause">;
}

/**
 * Each time the vendor's staff left while the fault stood, where a clause that holds says that they stay until it is
 * solved (checklist W04, W21). A pause does not send them home: it only stops the clock.
 */
export function earlyLeaves(
  events: readonly Line[],
  clauses: readonly Stored<"clause">[],
): readonly EarlyLeave[] {
  const clause = clauses.find(({ data }) => data.staysUntilSolved === true);
  if (clause === undefined) return [];
  const held = heldTimeline(events);
  return held.flatMap(({ kind, at, by }) => {
    if (kind !== "left") return [];
    const { status } = incidentState(
      {},
      held.filter((line) => line.at <= at),
    );
    return status === "resolved" || status === "closed" ? [] : [{ at, by, clause }];
  });
}

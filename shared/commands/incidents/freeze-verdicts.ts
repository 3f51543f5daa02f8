import type { Instant } from "../../lib/instants.ts";
import { must } from "../../lib/must.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Stored, Verdict } from "../../records/index.ts";
import type { ClauseClock } from "../../rules/clauses/clause-clock.ts";
import type { IncidentState } from "../../rules/incidents/state.ts";
import type { Line } from "../../rules/incidents/timeline.ts";
import { differences } from "../../rules/verdicts/differences.ts";
import { frozenVerdict, type VerdictDigests } from "../../rules/verdicts/frozen.ts";
import { create, type Edit } from "../edit.ts";

/** The clocks of one incident, to be held as they are now. */
export interface FreezeContext {
  readonly now: Instant;
  readonly incidentId: string;
  /** As many as there are clocks. */
  readonly ids: readonly string[];
  readonly by: string;
  readonly state: IncidentState;
  readonly events: readonly Line[];
  readonly clocks: readonly ClauseClock[];
  /** By clause id; SHA-256 of `verdictTexts`. */
  readonly digests: ReadonlyMap<string, VerdictDigests>;
}

/** Freezes every clock that started (clocks R10), when a case is closed. */
export function freezeVerdicts(cause: Verdict["cause"], context: FreezeContext, reason = ""): Edit[] {
  const { now, incidentId, ids, by, state, events, clocks, digests } = context;
  return clocks.flatMap((clock, i) => {
    const own = must(digests.get(clock.clauseId), "every clock was digested");
    const frozen = frozenVerdict(clock, state, events, own);
    if (frozen === undefined) return [];
    const data: Verdict = { incidentId, ...frozen, frozenAt: now, cause };
    if (by.trim() !== "") data.by = by.trim();
    if (reason.trim() !== "") data.reason = reason.trim();
    return [create("verdict", must(ids[i], "an id for every clock"), data)];
  });
}

export type ReEvaluateFailure =
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "deciderMissing" }
  | { readonly kind: "nothingChanged" };

/**
 * A second verdict beside the first, on purpose and with a reason, of those clauses whose result would be another now.
 * The first stays for ever (clocks R10). `differences` is its preview.
 */
export function reEvaluate(
  reason: string,
  verdicts: readonly Stored<"verdict">[],
  context: FreezeContext,
): Result<Edit[], ReEvaluateFailure> {
  if (reason.trim() === "") return fail({ kind: "reasonMissing" });
  if (context.by.trim() === "") return fail({ kind: "deciderMissing" });
  const changed = new Set(differences(verdicts, context.clocks).map(({ clauseId }) => clauseId));
  const clocks = context.clocks.filter(({ clauseId }) => changed.has(clauseId));
  if (clocks.length === 0) return fail({ kind: "nothingChanged" });
  return ok(freezeVerdicts("reEvaluated", { ...context, clocks }, reason));
}

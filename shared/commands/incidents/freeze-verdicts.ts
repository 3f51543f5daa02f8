import type { Instant } from "../../lib/instants.ts";
import { must } from "../../lib/must.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Stored, Verdict } from "../../records/index.ts";
import type { ClauseClock } from "../../rules/clauses/clause-clock.ts";
import type { IncidentState } from "../../rules/incidents/state.ts";
import type { Line } from "../../rules/incidents/timeline.ts";
import { differences, latestVerdicts } from "../../rules/verdicts/differences.ts";
import { frozenVerdict, type VerdictDigests } from "../../rules/verdicts/frozen.ts";
import { create, type Edit } from "../edit.ts";

/** The clocks of one incident, to be held as they are now. */
export interface FreezeContext {
  readonly now: Instant;
  readonly incidentId: string;
  /** As many as there are clocks; to evaluate again, and as there are verdicts. */
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
 * The first stays for ever (clocks R10). A clause that holds for this incident no more, because a new version of it does,
 * gets a verdict that says so. `differences` is its preview.
 */
export function reEvaluate(
  reason: string,
  verdicts: readonly Stored<"verdict">[],
  context: FreezeContext,
): Result<Edit[], ReEvaluateFailure> {
  if (reason.trim() === "") return fail({ kind: "reasonMissing" });
  if (context.by.trim() === "") return fail({ kind: "deciderMissing" });
  const found = differences(verdicts, context.clocks);
  if (found.length === 0) return fail({ kind: "nothingChanged" });
  const changed = new Set(found.map(({ clauseId }) => clauseId));
  const clocks = context.clocks.filter(({ clauseId }) => changed.has(clauseId));
  const latest = latestVerdicts(verdicts);
  const gone = found.flatMap(({ clauseId, after }) =>
    after === undefined ? [must(latest.get(clauseId), "it was frozen").data] : [],
  );
  const ids = context.ids.slice(clocks.length);
  return ok([
    ...freezeVerdicts("reEvaluated", { ...context, clocks }, reason),
    ...gone.map((data, i) =>
      create("verdict", must(ids[i], "an id for every verdict"), withdrawn(data, reason, context)),
    ),
  ]);
}

/** What was counted once stays in the first verdict. */
function withdrawn(
  { dueAt: _dueAt, detail: _detail, ...data }: Verdict,
  reason: string,
  { now, by }: FreezeContext,
): Verdict {
  const none = "unknown";
  return {
    ...data,
    ...{ verdict: none, verdictBoth: none, verdictHospital: none, verdictAll: none },
    ...{ elapsedMs: 0, overrunMs: 0, provisional: false },
    ...{ frozenAt: now, cause: "reEvaluated", by: by.trim(), reason: reason.trim() },
  };
}

import { epochMs, type Instant } from "../../lib/instants.ts";
import type { Stored, Verdict } from "../../records/index.ts";
import type { ClauseClock } from "../clauses/clause-clock.ts";
import { codeOf } from "./verdict-code.ts";

/** The newest verdict of each clause, by clause id: an older one is history, not the result. */
export function latestVerdicts(
  verdicts: readonly Stored<"verdict">[],
): ReadonlyMap<string, Stored<"verdict">> {
  const latest = new Map<string, Stored<"verdict">>();
  for (const verdict of verdicts) {
    const known = latest.get(verdict.data.clauseId);
    if (known === undefined || known.data.frozenAt <= verdict.data.frozenAt) {
      latest.set(verdict.data.clauseId, verdict);
    }
  }
  return latest;
}

export interface Difference {
  readonly clauseId: string;
  readonly clauseName: string;
  readonly before: Pick<Verdict, "verdict" | "dueAt" | "overrunMs"> | undefined;
  readonly after: Pick<Verdict, "verdict" | "dueAt" | "overrunMs"> | undefined;
}

/** What a re-evaluation would change, clause by clause; empty when nothing (clocks R10: preview before acting). */
export function differences(
  verdicts: readonly Stored<"verdict">[],
  clocks: readonly ClauseClock[],
): readonly Difference[] {
  const frozen = latestVerdicts(verdicts);
  const found: Difference[] = [];
  for (const clock of clocks) {
    if (clock.startAt === undefined) continue;
    const before = frozen.get(clock.clauseId)?.data;
    const after = {
      verdict: codeOf(clock),
      overrunMs: clock.overrunMs,
      ...(clock.dueAt === undefined ? {} : { dueAt: clock.dueAt }),
    };
    const isSame =
      before?.verdict === after.verdict &&
      before.overrunMs === after.overrunMs &&
      sameMoment(before.dueAt, clock.dueAt);
    if (!isSame) found.push({ clauseId: clock.clauseId, clauseName: clock.clause.name, before, after });
  }
  const live = new Set(clocks.map(({ clauseId }) => clauseId));
  for (const { data } of frozen.values()) {
    if (live.has(data.clauseId) || isWithdrawn(data)) continue;
    found.push({ clauseId: data.clauseId, clauseName: data.clauseName, before: data, after: undefined });
  }
  return found;
}

/** The clause holds no more for this incident, as a new version of it does, and somebody evaluated that. */
export function isWithdrawn({
  cause,
  verdict,
  dueAt,
}: Pick<Verdict, "cause" | "verdict" | "dueAt">): boolean {
  return cause === "reEvaluated" && verdict === "unknown" && dueAt === undefined;
}

function sameMoment(a: Instant | undefined, b: Instant | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && epochMs(a) === epochMs(b));
}

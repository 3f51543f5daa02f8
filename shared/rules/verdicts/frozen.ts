import type { Verdict } from "../../records/index.ts";
import type { ClauseClock } from "../clauses/clause-clock.ts";
import type { PauseMode } from "../clauses/pause-modes.ts";
import type { IncidentState } from "../incidents/state.ts";
import type { Line } from "../incidents/timeline.ts";
import { detailOf } from "./detail.ts";
import { codeOf } from "./verdict-code.ts";

/** SHA-256 of what a verdict was counted with, in hex. */
export interface VerdictDigests {
  readonly clauseDigest: string;
  readonly calendarDigest: string;
  readonly eventsDigest: string;
}

/** The texts to digest, the same for the same facts in whatever order they were read. */
export function verdictTexts(
  clock: ClauseClock,
  events: readonly Line[],
): Readonly<Record<keyof VerdictDigests, string>> {
  const lines = events.map((line) => canonical(line)).sort();
  return {
    clauseDigest: canonical(clock.clause),
    calendarDigest: canonical(clock.basis?.calendar ?? null),
    eventsDigest: lines.join("\n"),
  };
}

/**
 * A clock as it stands, to be frozen (clocks R10): the wording, the result in all three readings of the pauses and, in
 * `detail`, every stretch that counted or did not. Undefined for a clock that never started: there is nothing to hold.
 */
export function frozenVerdict(
  clock: ClauseClock,
  state: IncidentState,
  events: readonly Line[],
  digests: VerdictDigests,
): Omit<Verdict, "incidentId" | "frozenAt" | "cause"> | undefined {
  if (clock.startAt === undefined) return undefined;
  const { clause } = clock;
  const codes = readings((mode) => codeOf(clock.state === "contested" ? clock : clock.underMode(mode)));
  return {
    clauseId: clock.clauseId,
    clauseName: clause.name,
    ...(clause.number === undefined ? {} : { clauseNumber: clause.number }),
    ...(clause.wording === undefined ? {} : { wording: clause.wording }),
    startAt: clock.startAt,
    ...(clock.stopAt === undefined ? {} : { stopAt: clock.stopAt }),
    ...(clock.dueAt === undefined ? {} : { dueAt: clock.dueAt }),
    verdict: codeOf(clock),
    verdictBoth: codes.both,
    verdictHospital: codes.hospital,
    verdictAll: codes.all,
    elapsedMs: clock.elapsedMs,
    overrunMs: clock.overrunMs,
    provisional: clock.provisional,
    ...digests,
    detail: JSON.stringify(detailOf(clock, state, events)),
  };
}

function readings<V>(of: (mode: PauseMode) => V): Record<PauseMode, V> {
  return { both: of("both"), hospital: of("hospital"), all: of("all") };
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

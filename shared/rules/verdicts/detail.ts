import { z } from "zod";
import type { Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { ClauseClock } from "../clauses/clause-clock.ts";
import { mayPause, PAUSE_MODES, type PauseMode } from "../clauses/pause-modes.ts";
import { targetText } from "../clauses/target-text.ts";
import type { IncidentState } from "../incidents/state.ts";
import { heldTimeline, type Line } from "../incidents/timeline.ts";
import { codeOf } from "./verdict-code.ts";

const zStep = z.object({
  kind: z.string(),
  at: z.string(),
  recordedAt: z.string().optional(),
  by: z.string().optional(),
  channel: z.string().optional(),
  proof: z.string().optional(),
});

/** What `detail` of a verdict holds, as JSON. */
export const zVerdictDetail = z.object({
  targetText: z.string(),
  start: zStep,
  stop: zStep.nullable(),
  segments: z.array(
    z.object({
      fromMs: z.number(),
      toMs: z.number(),
      kind: z.enum(["counted", "paused", "closed", "holiday"]),
    }),
  ),
  /** True when the stretches go on beyond those kept. */
  more: z.boolean(),
  pauses: z.array(
    z.object({
      from: z.string(),
      to: z.string().nullable(),
      reason: z.string().optional(),
      askedBy: z.string().optional(),
      agreement: z.string(),
      agreedBy: z.string().optional(),
      proof: z.string().optional(),
      capAt: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  modes: z.record(
    z.enum(Object.keys(PAUSE_MODES) as [PauseMode, ...PauseMode[]]),
    z.object({ elapsedMs: z.number(), overrunMs: z.number(), verdict: z.string() }),
  ),
});

export type VerdictDetail = z.infer<typeof zVerdictDetail>;

/** Ten years of a 5×8 clock are ten thousand stretches: what a paper can use is kept. */
const MOST_STRETCHES = 1000;

/** How a clock came to what it is. */
export function detailOf(clock: ClauseClock, state: IncidentState, events: readonly Line[]): VerdictDetail {
  const segments: VerdictDetail["segments"] = [];
  let more = false;
  for (const { fromMs, toMs, kind } of clock.segments()) {
    if (segments.length === MOST_STRETCHES) {
      more = true;
      break;
    }
    segments.push({ fromMs, toMs, kind });
  }
  const { clause, startAt, stopAt, stoppedBy } = clock;
  return {
    targetText: targetText(clause),
    start: step(clause.startEvent, startAt ?? "", events),
    stop: stopAt === undefined ? null : step(stoppedBy ?? clause.stopEvent, stopAt, events),
    segments,
    more,
    // A clause that is never paused has no pauses to argue about.
    pauses: !mayPause(clause)
      ? []
      : state.pauses.map((pause) => ({
          from: pause.from,
          to: pause.to ?? null,
          agreement: pause.agreement,
          ...defined({
            reason: pause.reason,
            askedBy: pause.askedBy,
            agreedBy: pause.agreedBy,
            proof: pause.proof,
            capAt: pause.capAt,
            note: pause.note,
          }),
        })),
    modes: {
      both: readingOf(clock, "both"),
      hospital: readingOf(clock, "hospital"),
      all: readingOf(clock, "all"),
    },
  };
}

function step(kind: EventKind, at: Instant, events: readonly Line[]): VerdictDetail["start"] {
  const line = heldTimeline(events).find((one) => one.kind === kind && one.at === at);
  const { recordedAt, by, channel, proof } = line ?? {};
  return { kind, at, ...defined({ recordedAt, by, channel, proof }) };
}

function readingOf(clock: ClauseClock, mode: PauseMode): VerdictDetail["modes"][PauseMode] {
  const result = clock.underMode(mode);
  return { elapsedMs: result.elapsedMs, overrunMs: result.overrunMs, verdict: codeOf(result) };
}

function defined<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

import { epochMs } from "../../lib/instants.ts";
import type { Choices } from "../../lib/fields.ts";
import type { Agreement } from "../../records/pause-terms.ts";
import type { Clause } from "../../records/index.ts";
import type { Pause } from "../clocks/pauses.ts";
import type { PauseStretch } from "../incidents/pauses.ts";
import type { IncidentState } from "../incidents/state.ts";

/** Whose pauses are deducted: a dispute about a pause is three figures, not an argument (beyond.md item 2). */
export const PAUSE_MODES = {
  both: { zh: "按双方认定", en: "As both agree" },
  hospital: { zh: "仅按医院认定", en: "As the hospital holds" },
  all: { zh: "全部扣除暂停", en: "All pauses deducted" },
} as const satisfies Choices;

export type PauseMode = keyof typeof PAUSE_MODES;

const DEDUCTED: Readonly<Record<PauseMode, readonly Agreement[]>> = {
  both: ["both"],
  hospital: ["both", "hospital"],
  all: ["both", "hospital", "vendor"],
};

/**
 * The pauses of a clause's clock: as its profile allows them (clocks R5; unsaid, responses are never paused and the
 * rest are) and as `mode` holds them, and always the time between a solution and its reopening (R7). A pause ends at
 * its cap, resumed or not.
 */
export function pausesUnder(
  clause: Pick<Clause, "metric" | "pauses">,
  state: Pick<IncidentState, "pauses" | "solvedGaps">,
  mode: PauseMode,
  nowMs: number,
): Pause[] {
  const gaps = state.solvedGaps.map(({ from, to }) => ({
    fromMs: epochMs(from),
    toMs: to === undefined ? null : epochMs(to),
  }));
  if (!mayPause(clause)) return gaps;
  const held = state.pauses.filter(({ agreement }) => DEDUCTED[mode].includes(agreement));
  return [...gaps, ...held.map((pause) => stretch(pause, nowMs))];
}

export function mayPause(clause: Pick<Clause, "metric" | "pauses">): boolean {
  const isResponse = clause.metric === "response" || clause.metric === "reply";
  return clause.pauses === undefined ? !isResponse : clause.pauses === "agreed";
}

function stretch({ from, to, capAt }: PauseStretch, nowMs: number): Pause {
  const fromMs = epochMs(from);
  const capMs = capAt === undefined ? Infinity : Math.max(fromMs, epochMs(capAt));
  if (to !== undefined) return { fromMs, toMs: Math.min(epochMs(to), capMs) };
  return { fromMs, toMs: capMs <= nowMs ? capMs : null };
}

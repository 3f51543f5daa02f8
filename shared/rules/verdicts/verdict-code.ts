import type { VerdictCode } from "../../records/verdicts.ts";
import type { ModeResult } from "../clauses/clause-clock.ts";

/** What a clock comes to, as a verdict says it. */
export function codeOf({ state }: Pick<ModeResult, "state">): VerdictCode {
  if (state === "contested") return "range";
  if (state === "met" || state === "breached" || state === "unknown") return state;
  return "running";
}

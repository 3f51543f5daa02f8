import type { Clause } from "../../records/index.ts";
import type { Line } from "../incidents/timeline.ts";
import type { Happening } from "./stops.ts";

/**
 * Whether a stop carries the evidence that its clause asks for (clocks R6): a signature is the sign-off with a name, a
 * fax or call note the channel of that line with a name or proof, a badge any proof written on it. A clause that asks
 * for nothing is always content.
 */
export function hasEvidence(
  { evidence }: Pick<Clause, "evidence">,
  stop: Happening,
  events: readonly Line[],
): boolean {
  if (evidence === undefined || evidence === "none") return true;
  const lines = events.filter(({ kind, at }) => kind === stop.kind && at === stop.at);
  const isProven = lines.some(({ proof }) => proof !== undefined);
  switch (evidence) {
    case "any":
    case "badge":
      return isProven;
    case "signature":
      return (
        isProven ||
        events.some(({ kind, by, at }) => kind === "signedOff" && by !== undefined && at >= stop.at)
      );
    case "fax":
      return isProven || lines.some(({ channel }) => channel === "fax");
    case "callNote":
      return isProven || lines.some(({ channel, by }) => channel === "phone" && by !== undefined);
  }
}

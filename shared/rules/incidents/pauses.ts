import type { Instant } from "../../lib/instants.ts";
import type { Agreement } from "../../records/pause-terms.ts";
import type { IncidentEvent } from "../../records/index.ts";
import type { Line } from "./timeline.ts";

/** A pause as it stands in the two-sided ledger. `to` is undefined while it lasts. */
export interface PauseStretch {
  readonly from: Instant;
  readonly to: Instant | undefined;
  /** Unsaid: the hospital recorded it, so it holds it. */
  readonly agreement: Agreement;
  readonly reason: IncidentEvent["pauseReason"];
  readonly askedBy: IncidentEvent["askedBy"];
  readonly agreedBy: string | undefined;
  readonly proof: string | undefined;
  readonly note: string | undefined;
  /** It does not count beyond this instant, even when nobody resumed. */
  readonly capAt: Instant | undefined;
}

/**
 * The pauses of a timeline in order (clocks R5). A resumption names its pause by `aboutAt`, else ends all that are
 * open; a solution ends all. `pauseAgreed` says later how a pause is held. One told twice is one; two desks' pauses
 * that overlap stay two, and the clock counts their time once.
 */
export function pausesIn(ordered: readonly Line[]): readonly PauseStretch[] {
  const pauses: PauseStretch[] = [];
  let isSolved = false;
  const end = (at: Instant, which: (pause: PauseStretch) => boolean): void => {
    for (const [i, pause] of pauses.entries()) {
      if (pause.to === undefined && which(pause)) pauses[i] = { ...pause, to: at };
    }
  };
  for (const line of ordered) {
    switch (line.kind) {
      case "paused":
        if (!isSolved && !pauses.some(({ from }) => from === line.at)) pauses.push(pauseOf(line));
        break;
      case "resumed":
        end(line.at, ({ from }) => line.aboutAt === undefined || from === line.aboutAt);
        break;
      case "resolved":
      case "signedOff":
        end(line.at, () => true);
        isSolved = true;
        break;
      case "refused":
      case "reopened":
        isSolved = false;
        break;
      case "pauseAgreed":
        agree(pauses, line);
        break;
      default:
        break;
    }
  }
  return pauses;
}

function pauseOf(line: Line): PauseStretch {
  return {
    from: line.at,
    to: undefined,
    agreement: line.agreement ?? "hospital",
    reason: line.pauseReason,
    askedBy: line.askedBy,
    agreedBy: line.agreedBy,
    proof: line.proof,
    note: line.note,
    capAt: line.capAt,
  };
}

function agree(pauses: PauseStretch[], line: Line): void {
  for (const [i, pause] of pauses.entries()) {
    if (pause.from !== line.aboutAt) continue;
    pauses[i] = {
      ...pause,
      agreement: line.agreement ?? pause.agreement,
      agreedBy: line.agreedBy ?? pause.agreedBy,
      proof: line.proof ?? pause.proof,
      capAt: line.capAt ?? pause.capAt,
    };
  }
}

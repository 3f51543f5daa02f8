import { dayNumber } from "../../lib/dates.ts";
import { dateOf, epochMs, instant, startOfDay } from "../../lib/instants.ts";
import type { Clause, Incident, Stored } from "../../records/index.ts";
import type { Line } from "../incidents/timeline.ts";
import { clauseClocks, isImported } from "./clause-clocks.ts";
import type { ClauseClock, ModeResult } from "./clause-clock.ts";
import type { ClauseBook } from "./clause-book.ts";

/** What one clause came to for one incident. `undecided`: nobody can tell from what was written down. `open`: not over. */
export type Outcome = "met" | "breached" | "undecided" | "open";

type Book = Pick<ClauseBook, "calendars" | "notices">;

/**
 * What a clause came to (beyond.md item 11, clocks R15). Where an old ledger knows only days (grade B), both ends of the
 * day are tried: what is late at its best is late, what is in time at its worst is in time, and the rest is undecided,
 * as is what the ledger only tells about (grade C) and a time that nobody adjudicated.
 */
export function outcomeOf(
  incident: Incident,
  events: readonly Line[],
  clause: Stored<"clause">,
  book: Book,
  nowMs: number,
): Outcome {
  const ask = (lines: readonly Line[]): ClauseClock | undefined =>
    clauseClocks(incident, lines, [clause], book, nowMs)[0];
  const clock = ask(events);
  if (clock?.problem?.kind !== "dateOnly") return outcomeIn(clock?.state, isImported(incident));
  const best = outcomeIn(ask(asOfDays(events, clause.data, "shortest"))?.state, true);
  const worst = outcomeIn(ask(asOfDays(events, clause.data, "longest"))?.state, true);
  return best === worst ? best : "undecided";
}

/** What a clock in this state came to; one of an old ledger is never still open. */
export function outcomeIn(state: ModeResult["state"] | undefined, imported: boolean): Outcome {
  switch (state) {
    case "met":
    case "breached":
      return state;
    case "contested":
    case "unknown":
      return "undecided";
    default:
      return imported ? "undecided" : "open";
  }
}

/** The timeline with each day told as one moment of it: the start late and the stop early, or the other way round. */
function asOfDays(
  events: readonly Line[],
  { startEvent }: Clause,
  how: "shortest" | "longest",
): readonly Line[] {
  const moved = events.map(({ dateOnly, ...line }): Line => {
    if (dateOnly !== true) return line;
    const isLate = (line.kind === startEvent) === (how === "shortest");
    const day = dayNumber(dateOf(epochMs(line.at)));
    return { ...line, at: instant(isLate ? startOfDay(day + 1) - 1 : startOfDay(day)) };
  });
  if (how === "longest") return moved;
  // Both on one day: at its best no time passed between them.
  const startAt = moved.find(({ kind }) => kind === startEvent)?.at ?? "";
  return moved.map((line, i) =>
    events[i]?.dateOnly === true && line.at < startAt && dayOf(line.at) === dayOf(startAt)
      ? { ...line, at: startAt }
      : line,
  );
}

function dayOf(at: string): string {
  return dateOf(epochMs(at));
}

/** How often promises were kept: a range, for what nobody can tell may have gone either way. */
export interface Compliance {
  /** How many outcomes the range rests on; what is open is not among them. */
  readonly sample: number;
  readonly met: number;
  readonly breached: number;
  readonly undecided: number;
  /** Per mille, were all undecided late or all in time. Undefined without a sample: no score is invented. */
  readonly leastPermille: number | undefined;
  readonly mostPermille: number | undefined;
}

/** The range of compliance over outcomes (beyond.md items 11 and 14). Rounded away from false precision: down and up. */
export function complianceOf(outcomes: readonly Outcome[]): Compliance {
  const count = (which: Outcome): number => outcomes.filter((outcome) => outcome === which).length;
  return complianceIn({ met: count("met"), breached: count("breached"), undecided: count("undecided") });
}

/** The same of outcomes that were counted before. */
export function complianceIn(counts: Pick<Compliance, "met" | "breached" | "undecided">): Compliance {
  const { met, breached, undecided } = counts;
  const sample = met + breached + undecided;
  return {
    ...{ sample, met, breached, undecided },
    leastPermille: sample === 0 ? undefined : Math.floor((met * 1000) / sample),
    mostPermille: sample === 0 ? undefined : Math.ceil(((met + undecided) * 1000) / sample),
  };
}

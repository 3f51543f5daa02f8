import type { CalendarDate } from "../../lib/dates.ts";
import { epochMsOfWall } from "../../lib/instants.ts";
import { must } from "../../lib/must.ts";
import type { Clause, Stored } from "../../records/index.ts";
import { compile } from "../calendar/compile.ts";
import { dueAt } from "../clocks/due.ts";
import type { ClauseBook } from "./clause-book.ts";
import { measureOf } from "./measure.ts";

/** Clauses of one contract that promise one thing differently (beyond.md item 9; checklist T03/T04, T08–T10). */
export interface Contradiction {
  readonly contractId: string;
  readonly metric: Clause["metric"];
  /** The stricter first. Two at least. */
  readonly clauses: readonly Stored<"clause">[];
  /** The one that is applied until somebody rules: it falls due first. */
  readonly stricter: Stored<"clause">;
  /** What somebody decided, and so the clause that holds. */
  readonly ruling: Stored<"ruling"> | undefined;
}

/**
 * The contradictions in a contract's clauses that are in force on or after `today`. Two clauses contradict each other
 * when one incident can fall under both and they promise one metric, of one party, in two ways: with another target,
 * unit, coverage or start. Metrics that name no step of their own (报告, 通知, 其他) must run between the same events.
 */
export function contradictionsIn(
  contractId: string,
  book: Pick<ClauseBook, "clauses" | "rulings" | "calendars" | "notices">,
  today: CalendarDate,
): readonly Contradiction[] {
  const current = book.clauses.filter(
    ({ data }) => data.contractId === contractId && (data.effectiveTo ?? today) >= today,
  );
  return groupsOf(current).map((group) => {
    const clauses = group
      .map((clause) => ({ clause, pace: paceOf(clause.data, book) }))
      .sort((a, b) => a.pace - b.pace)
      .map(({ clause }) => clause);
    const ids = new Set(clauses.map(({ id }) => id));
    const ruling = book.rulings
      .filter(
        ({ data }) => ids.has(data.rulingClauseId) && data.clauseIds.filter((id) => ids.has(id)).length > 1,
      )
      .sort((a, b) => (a.data.decidedDate < b.data.decidedDate ? 1 : -1))[0];
    const stricter = must(clauses[0], "a group holds two clauses at least");
    return { contractId, metric: stricter.data.metric, clauses, stricter, ruling };
  });
}

type Group = Stored<"clause">[];

/** Clauses that contradict, together with all that contradict one of them. */
function groupsOf(clauses: readonly Stored<"clause">[]): Group[] {
  const groups: Group[] = [];
  for (const clause of clauses) {
    const [first, ...others] = groups.filter((group) =>
      group.some((one) => contradict(one.data, clause.data)),
    );
    if (first === undefined) {
      groups.push([clause]);
      continue;
    }
    first.push(clause, ...others.flat());
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.filter((group) => group.length > 1);
}

function contradict(a: Clause, b: Clause): boolean {
  const isOneStep = STEPPED.has(a.metric) || (a.startEvent === b.startEvent && a.stopEvent === b.stopEvent);
  if (a.metric !== b.metric || (a.party ?? "vendor") !== (b.party ?? "vendor") || !isOneStep) return false;
  if (!meet(a.severities, b.severities) || !meet(a.regions, b.regions) || !meet(a.phases, b.phases))
    return false;
  if (
    (a.effectiveTo ?? "9999") < (b.effectiveFrom ?? "0") ||
    (b.effectiveTo ?? "9999") < (a.effectiveFrom ?? "0")
  ) {
    return false;
  }
  return (
    a.startEvent !== b.startEvent ||
    a.target !== b.target ||
    a.unit !== b.unit ||
    a.coverage !== b.coverage ||
    a.calendarId !== b.calendarId
  );
}

const STEPPED: ReadonlySet<Clause["metric"]> = new Set([
  "response",
  "reply",
  "plan",
  "arrival",
  "resolution",
  "loaner",
  "replacement",
] as const);

/** Whether two conditions can hold at once; an empty one always does. */
function meet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.includes(one));
}

/** Hours over which paces are compared: starts spread over an ordinary week, by day and by night. */
const STARTS = Array.from({ length: 56 }, (_, i) =>
  epochMsOfWall({
    year: 2026,
    month: 6,
    day: 1 + Math.floor(i / 8),
    hour: (i % 8) * 3,
    minute: 0,
    second: 0,
  }),
);

/** Milliseconds on the wall until the clause falls due, on average: four working hours may be slower than a day. */
function paceOf(clause: Clause, book: Pick<ClauseBook, "calendars" | "notices">): number {
  let sum = 0;
  for (const startMs of STARTS) {
    const measure = measureOf(clause, book, startMs);
    if (!measure.ok) return Infinity;
    const due = dueAt(compile(measure.value.calendar), startMs, measure.value.targetMinutes, []);
    if (!due.ok || due.value.dueMs === null) return Infinity;
    sum += due.value.dueMs - startMs;
  }
  return sum / STARTS.length;
}

import { addDays, daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import type { ContractTerm } from "../clauses/terms.ts";
import { changesOf, type ChangeFinding } from "./changes.ts";
import { isPeriodic, periodsEnding, within, type Period } from "./periods.ts";
import { settlements, type Due } from "./settlements.ts";
import { standing } from "./standing-entries.ts";

type OccurrenceState = "fulfilled" | "fulfilledLate" | "waived" | "upcoming" | "dueSoon" | "overdue";

/** One time that an obligation falls due. */
export interface Occurrence {
  readonly obligationId: string;
  /** The last day on which it is in time; also what an entry names it by. */
  readonly dueDate: CalendarDate;
  /** What it is owed for; undefined for what is due once. */
  readonly period: Period | undefined;
  readonly state: OccurrenceState;
  /** Days until it is due; 0 on the day itself, negative after. */
  readonly daysLeft: number;
  /** `overdue`: the first day on which silence was a breach. */
  readonly overdueSince: CalendarDate | undefined;
  /** What settled it. */
  readonly entry: Stored<"obligationEntry"> | undefined;
}

export interface ObligationStates {
  /** The earliest due first; up to a year ahead. Empty for what has no date and for `onChange`. */
  readonly occurrences: readonly Occurrence[];
  /** `onChange`: every change that took place or is announced, the earliest first. */
  readonly changes: readonly ChangeFinding[];
  /** Entries that hold and settle nothing: a second report for one month, or what has no date. */
  readonly unmatched: readonly Stored<"obligationEntry">[];
}

/** Days before the due date from which an occurrence is due soon. */
export const SOON_DAYS: Readonly<Record<Stored<"obligation">["data"]["recurrence"], number>> = {
  once: 7,
  monthly: 7,
  quarterly: 14,
  halfYearly: 30,
  yearly: 30,
  onChange: 7,
};

/** What is further ahead than this is not listed. */
const AHEAD_DAYS = 366;

/**
 * What an obligation asked for so far and soon, and what became of it. Silence is a breach: what no entry settles is
 * overdue from the day after it was due (checklist T15, T16; beyond.md item 5).
 *
 * - Recurring ones are owed for natural months, quarters, half-years and years, `dueDays` (0) days after the period
 *   ends. A period counts if its **last day** lies in one of the contract's terms and within `fromDate`–`untilDate`:
 *   what is owed for a period falls due at its end. So a year from any day owes twelve months, four quarters, one year;
 *   the month in which a contract ends before the month does is not owed.
 * - `once` is due on `dueDate`, terms or not; without one it has no occurrences.
 * - Which entry settles which occurrence: see `settlements`. Entries of days after `today` do not count yet.
 *
 * Dates are `YYYY-MM-DD`; malformed ones throw `RangeError`.
 */
export function obligationStates(
  obligation: Stored<"obligation">,
  entries: readonly Stored<"obligationEntry">[],
  contractTerms: readonly ContractTerm[],
  today: CalendarDate,
): ObligationStates {
  const { id, data } = obligation;
  const held = standing(entries.filter((entry) => entry.data.obligationId === id));
  const changes = data.recurrence === "onChange" ? changesOf(data, held, contractTerms, today) : [];
  const dues = duesOf(data, contractTerms, today);
  const { byDue, unmatched } = settlements(
    dues,
    held.filter((entry) => entry.data.day <= today),
  );
  const occurrences = dues.map(({ dueDate, period }): Occurrence => {
    const entry = byDue.get(dueDate);
    const daysLeft = daysBetween(today, dueDate);
    const state = stateOf(entry, dueDate, daysLeft, SOON_DAYS[data.recurrence]);
    const overdueSince = state === "overdue" ? addDays(dueDate, 1) : undefined;
    return { obligationId: id, dueDate, period, state, daysLeft, overdueSince, entry };
  });
  return { occurrences, changes, unmatched };
}

function duesOf(
  { recurrence, dueDate, dueDays, fromDate, untilDate }: Stored<"obligation">["data"],
  contractTerms: readonly ContractTerm[],
  today: CalendarDate,
): readonly Due[] {
  if (recurrence === "once") return dueDate === undefined ? [] : [{ dueDate, period: undefined }];
  if (!isPeriodic(recurrence)) return [];
  const horizon = addDays(today, AHEAD_DAYS);
  const byEnd = new Map<CalendarDate, Due>();
  for (const term of contractTerms) {
    const from = later(term.startDate, fromDate);
    const to = earlier(earlier(term.endDate, untilDate), horizon);
    for (const period of periodsEnding(recurrence, from, to)) {
      // Terms may overlap.
      byEnd.set(period.endDate, { dueDate: addDays(period.endDate, within(dueDays, -31)), period });
    }
  }
  return [...byEnd.values()].sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

function stateOf(
  entry: Stored<"obligationEntry"> | undefined,
  dueDate: CalendarDate,
  daysLeft: number,
  soonDays: number,
): OccurrenceState {
  if (entry?.data.kind === "waived") return "waived";
  if (entry !== undefined) return entry.data.day <= dueDate ? "fulfilled" : "fulfilledLate";
  if (daysLeft < 0) return "overdue";
  return daysLeft <= soonDays ? "dueSoon" : "upcoming";
}

function later(a: CalendarDate, b: CalendarDate | undefined): CalendarDate {
  return b === undefined || a > b ? a : b;
}

function earlier(a: CalendarDate, b: CalendarDate | undefined): CalendarDate {
  return b === undefined || a < b ? a : b;
}

import { addDays, daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Obligation, Stored } from "../../records/index.ts";
import type { ContractTerm } from "../clauses/terms.ts";
import { lastDayAfter } from "../entitlements/spans.ts";
import { monthsBefore, within } from "./periods.ts";

/** What was wrong with a change. */
export type ChangeViolation =
  | { readonly kind: "noNotice"; readonly noticeBy: CalendarDate }
  | { readonly kind: "shortNotice"; readonly noticeBy: CalendarDate; readonly daysShort: number }
  /** This was the `count`-th in its contract year, `most` were allowed. */
  | {
      readonly kind: "tooMany";
      readonly count: number;
      readonly most: number;
      readonly yearStart: CalendarDate;
    }
  | { readonly kind: "consentMissing" | "consentRefused" };

/** A change that was to be announced, and how it stands. */
export interface ChangeFinding {
  readonly entry: Stored<"obligationEntry">;
  /** The last day on which notice is in time; undefined where none is asked for. */
  readonly noticeBy: CalendarDate | undefined;
  /** `announced`: still ahead. `outside`: no term is in force that day, nothing was promised for it. */
  readonly state: "announced" | "kept" | "violated" | "waived" | "outside";
  /** Also of one that was waived. Empty otherwise unless `violated`, or `announced` too late. */
  readonly violations: readonly ChangeViolation[];
}

/**
 * Every change of an `onChange` obligation against what was promised (checklist C11, C18, T17). `held` are entries that
 * hold, by day.
 *
 * - Notice is in time up to `noticeDays` calendar days, and `noticeMonths` calendar months, before the change: three
 *   days before the 10th is the 7th.
 * - `mostPerYear` counts in contract years, from the start of the term in force; further changes are too many. What two
 *   desks wrote down for one day is one change.
 * - Consent is missed from the day of the change on.
 * - A `waived` entry about a change (`aboutId`) forgives it.
 */
export function changesOf(
  obligation: Obligation,
  held: readonly Stored<"obligationEntry">[],
  contractTerms: readonly ContractTerm[],
  today: CalendarDate,
): readonly ChangeFinding[] {
  const waived = new Set(held.flatMap(({ data }) => (data.kind === "waived" ? [data.aboutId] : [])));
  const perYear = new Map<CalendarDate, Set<CalendarDate>>();
  return held
    .filter(({ data }) => data.kind === "changed")
    .map((entry): ChangeFinding => {
      const noticeBy = noticeByOf(obligation, entry.data.day);
      const yearStart = yearOf(obligation, contractTerms, entry.data.day);
      if (yearStart === undefined) return { entry, noticeBy, state: "outside", violations: [] };
      const days = perYear.get(yearStart) ?? new Set();
      perYear.set(yearStart, days.add(entry.data.day));
      const count = days.size;
      const most = obligation.mostPerYear;
      const violations = [
        ...noticeViolations(entry, noticeBy, today),
        ...(most !== undefined && count > most ? [{ kind: "tooMany", count, most, yearStart } as const] : []),
        ...consentViolations(obligation, entry, today),
      ];
      const isAhead = entry.data.day > today;
      const state = waived.has(entry.id)
        ? "waived"
        : violations.length > 0
          ? "violated"
          : isAhead
            ? "announced"
            : "kept";
      return { entry, noticeBy, state, violations };
    });
}

function noticeByOf({ noticeDays, noticeMonths }: Obligation, day: CalendarDate): CalendarDate | undefined {
  if (noticeDays === undefined && noticeMonths === undefined) return undefined;
  const byMonths = monthsBefore(day, within(noticeMonths, 0, 120));
  const byDays = addDays(day, -within(noticeDays, 0));
  return byMonths < byDays ? byMonths : byDays;
}

function noticeViolations(
  { data: { noticedDate } }: Stored<"obligationEntry">,
  noticeBy: CalendarDate | undefined,
  today: CalendarDate,
): readonly ChangeViolation[] {
  if (noticeBy === undefined) return [];
  if (noticedDate === undefined) return today > noticeBy ? [{ kind: "noNotice", noticeBy }] : [];
  if (noticedDate <= noticeBy) return [];
  return [{ kind: "shortNotice", noticeBy, daysShort: daysBetween(noticeBy, noticedDate) }];
}

function consentViolations(
  { needsConsent }: Obligation,
  { data: { consent, day } }: Stored<"obligationEntry">,
  today: CalendarDate,
): readonly ChangeViolation[] {
  if (needsConsent !== true || consent === "given" || day > today) return [];
  return [{ kind: consent === "refused" ? "consentRefused" : "consentMissing" }];
}

/** The first day of the contract year that a day lies in; undefined where nothing is in force. */
function yearOf(
  { fromDate, untilDate }: Obligation,
  contractTerms: readonly ContractTerm[],
  day: CalendarDate,
): CalendarDate | undefined {
  if ((fromDate !== undefined && day < fromDate) || (untilDate !== undefined && day > untilDate))
    return undefined;
  const term = contractTerms.findLast(({ startDate, endDate }) => startDate <= day && day <= endDate);
  if (term === undefined) return undefined;
  let years = Number(day.slice(0, 4)) - Number(term.startDate.slice(0, 4));
  // A year from 29 February lasts through 28 February, as its term does.
  const yearStart = (): CalendarDate =>
    years === 0 ? term.startDate : addDays(lastDayAfter(term.startDate, years * 12), 1);
  if (yearStart() > day) years -= 1;
  return yearStart();
}

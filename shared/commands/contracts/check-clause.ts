import type { EventKind } from "../../records/event-kinds.ts";
import type { ClauseTerms } from "./template.ts";

/** A clause as somebody is writing it: anything may still be missing. */
export type ClauseDraft = { readonly [K in keyof ClauseTerms]?: ClauseTerms[K] | undefined };

/** Why a clause cannot be kept. `field` is where the form marks it. */
export type ClauseFailure =
  | {
      readonly kind: "missing";
      readonly field: "name" | "metric" | "startEvent" | "stopEvent" | "target" | "unit" | "coverage";
    }
  /** A remark or a decision, or a mark of a pause: no milestone to count from or to. */
  | { readonly kind: "notAMilestone"; readonly field: "startEvent" | "stopEvent" }
  | { readonly kind: "stopIsStart"; readonly field: "stopEvent" }
  /** Such as from the solution to the report. */
  | { readonly kind: "stopBeforeStart"; readonly field: "stopEvent" }
  | { readonly kind: "negative" | "notWhole"; readonly field: "target" }
  /** Over a hundred years, the most a promise is taken for. */
  | { readonly kind: "overHundredYears"; readonly field: "target" }
  | { readonly kind: "tooLong"; readonly field: "name" | "number" | "page" };

/** What is kept as it was written, and means more or less than one may think. */
export type ClauseWarning =
  /** A target of 0: due at the first covered instant after the start. */
  | { readonly kind: "dueAtOnce" }
  /** Longer than ten years: counted all the same. */
  | { readonly kind: "overTenYears" }
  /** Working hours and working days are counted in the calendar, whatever the coverage says. */
  | { readonly kind: "coverageIgnored" }
  /** Calendar days run through day and night, and 7×24 knows no calendar: the one named is not used. */
  | { readonly kind: "calendarIgnored" }
  /** A response that may be paused: unsaid it never is (clocks R5). */
  | { readonly kind: "pausedResponse" };

export interface ClauseCheck {
  readonly failures: readonly ClauseFailure[];
  readonly warnings: readonly ClauseWarning[];
}

/**
 * What is wrong with a clause, and what it means that may surprise. Every failure is told, not only the first.
 * A target of ten years is good, one of 0 falls due at once.
 */
export function checkClause(clause: ClauseDraft): ClauseCheck {
  return { failures: failuresOf(clause), warnings: warningsOf(clause) };
}

const REQUIRED = ["name", "metric", "startEvent", "stopEvent", "target", "unit", "coverage"] as const;
const LINE_LIMIT = 500;

function failuresOf(clause: ClauseDraft): ClauseFailure[] {
  const failures: ClauseFailure[] = [];
  for (const field of REQUIRED) {
    const value = clause[field];
    if (value === undefined || (typeof value === "string" && value.trim() === "")) {
      failures.push({ kind: "missing", field });
    }
  }
  for (const field of ["name", "number", "page"] as const) {
    if ((clause[field] ?? "").length > LINE_LIMIT) failures.push({ kind: "tooLong", field });
  }
  failures.push(...eventFailures(clause), ...targetFailures(clause));
  return failures;
}

/** Lines of a timeline that mark no step of the work. */
const REMARKS: readonly EventKind[] = [
  "note",
  "paused",
  "resumed",
  "pauseAgreed",
  "adjudicated",
  "recomputed",
];

/** In this order; what stands outside it may come before or after anything. */
const ORDER: readonly EventKind[] = [
  "reported",
  "acknowledged",
  "replied",
  "planSubmitted",
  "planConfirmed",
  "arrived",
  "workedAround",
  "resolved",
  "signedOff",
];

function eventFailures({ startEvent, stopEvent }: ClauseDraft): ClauseFailure[] {
  const failures: ClauseFailure[] = [];
  if (startEvent !== undefined && REMARKS.includes(startEvent)) {
    failures.push({ kind: "notAMilestone", field: "startEvent" });
  }
  if (stopEvent === undefined) return failures;
  if (REMARKS.includes(stopEvent)) failures.push({ kind: "notAMilestone", field: "stopEvent" });
  else if (stopEvent === startEvent) failures.push({ kind: "stopIsStart", field: "stopEvent" });
  else if (startEvent !== undefined && isBefore(stopEvent, startEvent)) {
    failures.push({ kind: "stopBeforeStart", field: "stopEvent" });
  }
  return failures;
}

function isBefore(first: EventKind, second: EventKind): boolean {
  // Nothing happens to an incident before it is reported.
  if (first === "reported") return true;
  const at = ORDER.indexOf(first);
  return at >= 0 && at < ORDER.indexOf(second);
}

const HOURS_OF = {
  minute: 1 / 60,
  hour: 1,
  workingHour: 1,
  workingDay: 24,
  calendarDay: 24,
  day24h: 24,
} as const satisfies Record<NonNullable<ClauseDraft["unit"]>, number>;
const TEN_YEARS = 87_660;

function targetFailures({ target, unit }: ClauseDraft): ClauseFailure[] {
  if (target === undefined) return [];
  if (!Number.isInteger(target)) return [{ kind: "notWhole", field: "target" }];
  if (target < 0) return [{ kind: "negative", field: "target" }];
  const hours = target * HOURS_OF[unit ?? "minute"];
  return hours > 10 * TEN_YEARS ? [{ kind: "overHundredYears", field: "target" }] : [];
}

function warningsOf({ target, unit, coverage, calendarId, metric, pauses }: ClauseDraft): ClauseWarning[] {
  const warnings: ClauseWarning[] = [];
  if (target === 0) warnings.push({ kind: "dueAtOnce" });
  if (target !== undefined && unit !== undefined && target * HOURS_OF[unit] > TEN_YEARS) {
    warnings.push({ kind: "overTenYears" });
  }
  const isWorking = unit === "workingHour" || unit === "workingDay";
  if (isWorking && coverage === "always") warnings.push({ kind: "coverageIgnored" });
  const inCalendar = isWorking || coverage === "calendar";
  if (unit === "calendarDay" ? coverage === "calendar" : !inCalendar && calendarId !== undefined) {
    warnings.push({ kind: "calendarIgnored" });
  }
  if ((metric === "response" || metric === "reply") && pauses === "agreed") {
    warnings.push({ kind: "pausedResponse" });
  }
  return warnings;
}

import { addDays, type CalendarDate } from "../../lib/dates.ts";
import type { Entitlement, Stored } from "../../records/index.ts";
import type { ContractTerm } from "../clauses/terms.ts";
import { monthsAfter } from "../obligations/periods.ts";

/** Days in which something holds, first and last included; without a last day it never ends. */
export interface Span {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate | undefined;
}

/** What an entitlement waits for before it begins. */
type NotStarted =
  /** Not every module it depends on is accepted, or installed; `moduleIds` says which are missing. */
  | { readonly why: "acceptanceUnsigned" | "notInstalled"; readonly moduleIds: readonly string[] }
  /** Nobody wrote down the day, or which modules it depends on. */
  | { readonly why: "noDate" | "noModule" };

/** When an entitlement holds. Spans do not overlap, the earliest first. */
type Spans =
  | { readonly kind: "spans"; readonly spans: readonly Span[] }
  | ({ readonly kind: "notStarted" } & NotStarted);

/** Whether an entitlement holds on a day. */
export type Right =
  | ({ readonly kind: "notStarted" } & NotStarted)
  /** Begins later, for the first time or after a gap between terms. */
  | ({ readonly kind: "ahead" } & Span)
  | ({ readonly kind: "running" } & Span)
  | { readonly kind: "ended"; readonly endDate: CalendarDate }
  /** On no day: no term is left, or they all end before it begins. */
  | { readonly kind: "never" };

/** Whether an entitlement holds on a day, since when and until when, or what it waits for: see `spansOf`. */
export function rightOn(
  entitlement: Entitlement,
  contractTerms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  day: CalendarDate,
): Right {
  const found = spansOf(entitlement, contractTerms, modules);
  if (found.kind === "notStarted") return found;
  const span = found.spans.find(({ endDate }) => endDate === undefined || day <= endDate);
  if (span !== undefined) return { kind: span.startDate <= day ? "running" : "ahead", ...span };
  const endDate = found.spans.at(-1)?.endDate;
  return endDate === undefined ? { kind: "never" } : { kind: "ended", endDate };
}

/**
 * The days in which an entitlement holds (checklist C01, C06, C08–C10).
 *
 * - **With the terms** (`startsFrom` term, no `months`, not for life): in each term. An extension that follows without
 *   a gap belongs to the term it lengthens; a renewal is a span of its own, and cuts short a term that it overlaps.
 * - **Dated** (`months`, or `lifelong`): one span from its first day for so many months, whatever the terms do after;
 *   for life it has no last day. Twelve months from 2026-01-01 end 2026-12-31; a month without the day ends them with it.
 * - From acceptance, installation or a date without `months`: from that day on, in the terms.
 *
 * Acceptance and installation: `startDate` where somebody wrote it down for this entitlement, else the day of its
 * module; without one, the **last** of all modules given, which are those the contract covers (`coveredModules`): one
 * that is missing holds it up.
 */
export function spansOf(
  entitlement: Entitlement,
  contractTerms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
): Spans {
  const { startsFrom, months, lifelong } = entitlement;
  const inTerms = spansOfTerms(contractTerms);
  if (startsFrom === "term" && months === undefined && lifelong !== true)
    return { kind: "spans", spans: inTerms };
  const start = startsFrom === "term" ? inTerms[0]?.startDate : startOf(entitlement, modules);
  if (start === undefined) return { kind: "notStarted", why: "noDate" };
  if (typeof start !== "string") return { kind: "notStarted", ...start };
  if (lifelong === true) return { kind: "spans", spans: [{ startDate: start, endDate: undefined }] };
  if (months !== undefined) {
    const endDate = lastDayAfter(start, months);
    return { kind: "spans", spans: endDate < start ? [] : [{ startDate: start, endDate }] };
  }
  const spans = inTerms.flatMap((span) =>
    span.endDate !== undefined && span.endDate < start
      ? []
      : [span.startDate < start ? { ...span, startDate: start } : span],
  );
  return { kind: "spans", spans };
}

/** The modules that a contract covers: those it names, else all of its systems. */
export function coveredModules(
  contract: Stored<"contract">,
  modules: readonly Stored<"module">[],
): readonly Stored<"module">[] {
  const named = contract.data.moduleIds ?? [];
  if (named.length > 0) return modules.filter(({ id }) => named.includes(id));
  const systems = contract.data.systemIds ?? [];
  return modules.filter(({ data }) => systems.includes(data.systemId));
}

/**
 * The last day of so many months that begin on `startDate`: the day before the same day, or the end of a month that
 * does not have it. The next stretch begins the day after, so that stretches of a year fit a year exactly.
 */
export function lastDayAfter(startDate: CalendarDate, months: number): CalendarDate {
  const after = monthsAfter(startDate, months);
  return after.slice(8) === startDate.slice(8) ? addDays(after, -1) : after;
}

function spansOfTerms(contractTerms: readonly ContractTerm[]): readonly Span[] {
  const spans: { startDate: CalendarDate; endDate: CalendarDate }[] = [];
  for (const { kind, startDate, endDate } of contractTerms) {
    if (endDate < startDate) continue;
    const last = spans.at(-1);
    if (last === undefined || startDate > addDays(last.endDate, 1)) spans.push({ startDate, endDate });
    else if (kind === "extension") last.endDate = endDate > last.endDate ? endDate : last.endDate;
    else {
      if (last.endDate >= startDate) last.endDate = addDays(startDate, -1);
      if (last.endDate < last.startDate) spans.pop();
      spans.push({ startDate, endDate });
    }
  }
  return spans;
}

function startOf(
  { startsFrom, moduleId, startDate }: Entitlement,
  modules: readonly Stored<"module">[],
): CalendarDate | NotStarted {
  if (startDate !== undefined) return startDate;
  if (startsFrom === "date") return { why: "noDate" };
  const awaited = moduleId === undefined ? modules : modules.filter(({ id }) => id === moduleId);
  if (awaited.length === 0) return { why: "noModule" };
  const isAcceptance = startsFrom === "acceptance";
  const days = awaited.map(({ data }) => (isAcceptance ? data.acceptedDate : data.installedDate));
  const missing = awaited.filter((_, at) => days[at] === undefined).map(({ id }) => id);
  if (missing.length > 0)
    return { why: isAcceptance ? "acceptanceUnsigned" : "notInstalled", moduleIds: missing };
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? { why: "noDate" }
  );
}

import { daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { RecordData, Stored } from "../../records/index.ts";
import { answerByOf } from "../obligations/letter-state.ts";
import { monthsAfter } from "../obligations/periods.ts";

/** What follows for a module from where its acceptance stands. */
export type Disposition =
  | { readonly kind: "covered"; readonly since: CalendarDate | undefined }
  /** Nobody asks for it yet: half a year in use on `on`; undefined where nobody said since when it is in use. */
  | { readonly kind: "notYet"; readonly on: CalendarDate | undefined }
  /** Half a year in use and nobody wrote down why it is not accepted. */
  | { readonly kind: "causeMissing"; readonly since: CalendarDate }
  /** Ours to accept; the vendor's letter sets the day after which it may stop serving. */
  | {
      readonly kind: "acceptNow";
      readonly by: CalendarDate | undefined;
      readonly daysLeft: number | undefined;
    }
  | { readonly kind: "setAside" | "refund" | "negotiate" };

/** A module in use for so many months without a signed acceptance has to be dealt with. */
const MONTHS_IN_USE = 6;

/**
 * The four dispositions of a module that is used but not accepted (checklist C05): accept within the letter's time,
 * accept what runs and set the rest aside, give back the price of what cannot run, negotiate.
 */
export function dispositionOf(
  { id, data }: Stored<"module">,
  letters: readonly Stored<"letter">[],
  today: CalendarDate,
): Disposition {
  switch (data.acceptance) {
    case "accepted":
      return { kind: "covered", since: data.acceptedDate };
    case "hospitalCause": {
      const by = earliestDeadline(id, letters);
      return { kind: "acceptNow", by, daysLeft: by === undefined ? undefined : daysBetween(today, by) };
    }
    case "partNotLive":
      return { kind: "setAside" };
    case "vendorCause":
      return { kind: "refund" };
    case "disputed":
      return { kind: "negotiate" };
    default:
      return unsaid(data, today);
  }
}

/** Nobody said more than that it is not due yet, if that. */
function unsaid({ acceptedDate, inUseSince }: Module, today: CalendarDate): Disposition {
  if (acceptedDate !== undefined) return { kind: "covered", since: acceptedDate };
  if (inUseSince === undefined) return { kind: "notYet", on: undefined };
  const on = monthsAfter(inUseSince, MONTHS_IN_USE);
  return on > today ? { kind: "notYet", on } : { kind: "causeMissing", since: inUseSince };
}

type Module = RecordData<"module">;

/** Of the letters about this module that nobody answered. */
function earliestDeadline(moduleId: string, letters: readonly Stored<"letter">[]): CalendarDate | undefined {
  return letters
    .filter(
      ({ data }) =>
        data.kind === "acceptance" &&
        data.answeredDate === undefined &&
        (data.moduleIds ?? []).includes(moduleId),
    )
    .flatMap(({ data }) => answerByOf(data) ?? [])
    .sort()[0];
}

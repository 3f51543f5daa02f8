import { daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
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
 * accept what runs and set the rest aside, give back the price of what cannot run, negotiate. `letters` are those of the
 * contract; one that names no module is about all of them.
 *
 * They follow from half a year in use on, the same day counted; before it nothing is asked for, whatever the cause,
 * unless a letter urges. A signed acceptance overrules whatever cause stands beside it. A module of which nobody said since when it is in use is taken by its cause at once: those that
 * could not go live have no such day.
 */
export function dispositionOf(
  { id, data }: Stored<"module">,
  letters: readonly Stored<"letter">[],
  today: CalendarDate,
): Disposition {
  const { acceptance, acceptedDate, inUseSince } = data;
  if (acceptance === "accepted" || acceptedDate !== undefined) {
    return { kind: "covered", since: acceptedDate };
  }
  const by = acceptance === "hospitalCause" ? earliestDeadline(id, letters) : undefined;
  const on = inUseSince === undefined ? undefined : monthsAfter(inUseSince, MONTHS_IN_USE);
  if (on !== undefined && on > today && by === undefined) return { kind: "notYet", on };
  switch (acceptance) {
    case "hospitalCause":
      return { kind: "acceptNow", by, daysLeft: by === undefined ? undefined : daysBetween(today, by) };
    case "partNotLive":
      return { kind: "setAside" };
    case "vendorCause":
      return { kind: "refund" };
    case "disputed":
      return { kind: "negotiate" };
    default:
      return inUseSince === undefined
        ? { kind: "notYet", on: undefined }
        : { kind: "causeMissing", since: inUseSince };
  }
}

/** Of the letters about this module that nobody answered. */
function earliestDeadline(moduleId: string, letters: readonly Stored<"letter">[]): CalendarDate | undefined {
  return letters
    .filter(
      ({ data }) =>
        data.kind === "acceptance" &&
        data.answeredDate === undefined &&
        (data.moduleIds === undefined || data.moduleIds.length === 0 || data.moduleIds.includes(moduleId)),
    )
    .flatMap(({ data }) => answerByOf(data) ?? [])
    .sort()[0];
}

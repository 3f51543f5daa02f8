import { addDays, dayNumber, type CalendarDate } from "../../../shared/lib/dates.ts";
import { instant, startOfDay } from "../../../shared/lib/instants.ts";
import type { IncidentView } from "../../db/desk.ts";
import { firstNot } from "./first-not.ts";

/** Days on Shanghai's wall, both included; undefined is open. */
export interface DateRange {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/**
 * The part of a view, sorted by the time of report, that was reported on these days. Finds both ends by
 * halving: some twenty small questions for any length.
 */
export async function withinDates(
  view: IncidentView,
  descending: boolean,
  { from, to }: DateRange,
): Promise<IncidentView> {
  const floor = from === undefined ? "" : startOf(from);
  const ceiling = to === undefined ? "\uffff" : startOf(addDays(to, 1));
  const isBefore = descending
    ? [(at: string) => at >= ceiling, (at: string) => at >= floor]
    : [(at: string) => at < floor, (at: string) => at < ceiling];
  const [first = 0, end = 0] = await Promise.all(
    isBefore.map((before) => firstNot(view, ({ reportedAt }) => before(reportedAt))),
  );
  return {
    count: Math.max(0, end - first),
    total: view.total,
    rows: (start, stop) => view.rows(first + start, Math.min(first + stop, end)),
  };
}

function startOf(date: CalendarDate): string {
  return instant(startOfDay(dayNumber(date)));
}

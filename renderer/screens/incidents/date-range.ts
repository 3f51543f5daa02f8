import { addDays, dayNumber, type CalendarDate } from "../../../shared/lib/dates.ts";
import { instant, startOfDay } from "../../../shared/lib/instants.ts";
import type { ListRange } from "../../db/desk.ts";

/** Days on Shanghai's wall, both included; undefined is open. */
export interface DateRange {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** The instants of these days, as a list is asked for them. */
export function instantsOf({ from, to }: DateRange): ListRange {
  return {
    from: from === undefined ? undefined : startOf(from),
    to: to === undefined ? undefined : startOf(addDays(to, 1)),
  };
}

function startOf(date: CalendarDate): string {
  return instant(startOfDay(dayNumber(date)));
}

import { dayNumber, type CalendarDate } from "../../lib/dates.ts";
import { instant, startOfDay, type Instant } from "../../lib/instants.ts";

/** The midnight that opens a day: what goes by days begins then. */
export function dayStart(date: CalendarDate): Instant {
  return instant(startOfDay(dayNumber(date)));
}

/** The midnight that ends it: what is due on a day is due by then. */
export function dayEnd(date: CalendarDate): Instant {
  return instant(startOfDay(dayNumber(date) + 1));
}

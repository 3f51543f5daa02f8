import type { CalendarDate } from "../../../lib/dates.ts";

/**
 * What one year's notice of the State Council's General Office says about rest and make-up work.
 * Facts only. A notice can name days in December of the year before (clocks §2 rule 3).
 */
export interface HolidayNotice {
  readonly year: number;
  readonly holidays: readonly {
    readonly name: string;
    /** First and last day off, both included. */
    readonly off: readonly [CalendarDate, CalendarDate];
    /** Days that are worked, mostly weekends given back. */
    readonly work: readonly CalendarDate[];
  }[];
}

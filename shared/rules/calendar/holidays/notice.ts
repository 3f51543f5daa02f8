import type { CalendarDate } from "../../../lib/dates.ts";

/**
 * What one year's notice of the State Council's General Office says about rest and make-up work, as it stood in
 * the end: a later notice that changed it (2015, 2019, 2020) is worked in and named beside it. Facts only.
 * A notice can name days in December of the year before (clocks §2 rule 3).
 */
export interface HolidayNotice {
  readonly year: number;
  /** 文号, as printed at the head of the notice. */
  readonly number: string;
  readonly holidays: readonly Holiday[];
}

export interface Holiday {
  readonly name: string;
  /** First and last day off, both included. */
  readonly off: readonly [CalendarDate, CalendarDate];
  /** Days that are worked, mostly weekends given back. */
  readonly work: readonly CalendarDate[];
}

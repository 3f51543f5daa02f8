import { dateOfDayNumber, dayNumber, type CalendarDate } from "../../lib/dates.ts";
import type { Calendar, OfficialDays, Window } from "./calendar.ts";
import { notice2020 } from "./holidays/2020.ts";
import { notice2021 } from "./holidays/2021.ts";
import { notice2022 } from "./holidays/2022.ts";
import { notice2023 } from "./holidays/2023.ts";
import { notice2024 } from "./holidays/2024.ts";
import { notice2025 } from "./holidays/2025.ts";
import { notice2026 } from "./holidays/2026.ts";
import type { HolidayNotice } from "./holidays/notice.ts";

const NOTICES = [notice2020, notice2021, notice2022, notice2023, notice2024, notice2025, notice2026];

/** The product's own 5×8: Monday to Friday, 08:00–12:00 and 14:00–18:00, with the official holidays it knows. */
export function officialCalendar(): Calendar {
  return FIVE_BY_EIGHT;
}

/** The days off and make-up workdays of every notice the product knows. */
export function officialDays(): OfficialDays {
  return OFFICIAL_DAYS;
}

const OFFICIAL_DAYS = daysOf(NOTICES);

const WORKDAY: readonly Window[] = [
  ["08:00", "12:00"],
  ["14:00", "18:00"],
];

/** One object for ever: what is compiled from it is kept by its identity. */
const FIVE_BY_EIGHT: Calendar = {
  always: false,
  windows: { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY },
  off: [],
  work: {},
  official: OFFICIAL_DAYS,
};

function daysOf(notices: readonly HolidayNotice[]): OfficialDays {
  const off: CalendarDate[] = [];
  const work: Record<CalendarDate, null> = {};
  for (const holiday of notices.flatMap((notice) => notice.holidays)) {
    const last = dayNumber(holiday.off[1]);
    for (let day = dayNumber(holiday.off[0]); day <= last; day++) off.push(dateOfDayNumber(day));
    // A notice does not say whose place a make-up day takes.
    for (const date of holiday.work) work[date] = null;
  }
  return { off, work, years: notices.map((notice) => notice.year) };
}

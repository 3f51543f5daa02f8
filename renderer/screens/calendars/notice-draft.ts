import type { NoticeEntry } from "../../../shared/commands/enter-notice.ts";
import { weekday, type CalendarDate } from "../../../shared/lib/dates.ts";
import type { RecordData, Stored } from "../../../shared/records/index.ts";
import type { Holiday, HolidayNotice } from "../../../shared/rules/calendar/holidays/notice.ts";
import { readNotice, type NoticeFailure } from "../../../shared/rules/calendar/read-notice.ts";

export type NoticeRow = RecordData<"holidayNotice">["holidays"][number];
export type RowKey = "name" | "from" | "to" | "work";
export const ROW_KEYS: readonly RowKey[] = ["name", "from", "to", "work"];

/** What the form begins with: the notice as it was typed, the product's list to correct, or the usual holidays. */
export function firstEntry(
  year: number,
  record: Stored<"holidayNotice"> | undefined,
  published: HolidayNotice | undefined,
): NoticeEntry {
  if (record !== undefined) {
    const { number, holidays, note } = record.data;
    return { year: record.data.year, number, holidays, note: note ?? "" };
  }
  if (published === undefined)
    return { year, number: "", holidays: USUAL.map((name) => ({ name })), note: "" };
  // As the notice itself has it: the year only where it is another.
  const written = (date: CalendarDate): string =>
    date.startsWith(`${year}-`) ? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日` : date;
  const holidays = published.holidays.map(({ name, off, work }) => ({
    name,
    from: written(off[0]),
    to: written(off[1]),
    // A Monday is worked anyway (2020): saying so would be refused.
    work: work
      .filter((date) => ["sat", "sun"].includes(weekday(date)))
      .map(written)
      .join("、"),
  }));
  return { year, number: published.number, holidays, note: "" };
}

/** What one row says by itself, or why it cannot be read yet. */
export type ReadRow =
  { readonly holiday: Holiday } | { readonly failure: NoticeFailure } | { readonly untouched: true };

/** Each row as it is read so far, whatever the others say. */
export function readRows({ year, holidays }: NoticeEntry): ReadRow[] {
  return holidays.map((row, at) => {
    const read = readNotice({ year, number: "-", holidays: [row] });
    if (!read.ok) {
      const { failure } = read;
      // A bad year is said once, and days that nobody began to type are no mistake yet.
      if (!("row" in failure) || failure.kind === "offMissing") return { untouched: true };
      return { failure: { ...failure, row: at } };
    }
    const [holiday] = read.value.holidays;
    return holiday === undefined ? { untouched: true } : { holiday };
  });
}

const USUAL = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

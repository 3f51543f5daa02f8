import { dayNumber, weekday, type CalendarDate } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { RecordData } from "../../records/index.ts";
import type { Holiday, HolidayNotice } from "./holidays/notice.ts";
import { dateFrom, endsOfRange, listedDays, writtenDay, type WrittenDay } from "./written-days.ts";

type NoticeRecord = RecordData<"holidayNotice">;
type Row = NoticeRecord["holidays"][number];

/** `row` counts from 0 in the record's rows; the texts are as they were typed. */
export type NoticeFailure =
  | { readonly kind: "badYear"; readonly year: number }
  | { readonly kind: "numberMissing" | "noHolidays" }
  | { readonly kind: "offMissing"; readonly row: number }
  | { readonly kind: "badDate"; readonly row: number; readonly field: RowField; readonly text: string }
  | { readonly kind: "outsideYear"; readonly row: number; readonly date: CalendarDate }
  | { readonly kind: "offEndsBeforeStart"; readonly row: number }
  | { readonly kind: "offTooLong"; readonly row: number; readonly days: number }
  | { readonly kind: "holidaysOverlap"; readonly row: number; readonly date: CalendarDate }
  | { readonly kind: "workInsideHoliday"; readonly row: number; readonly date: CalendarDate }
  | { readonly kind: "dateBothOffAndWork"; readonly row: number; readonly date: CalendarDate }
  | { readonly kind: "workOnWeekday"; readonly row: number; readonly date: CalendarDate }
  | { readonly kind: "workTwice"; readonly row: number; readonly date: CalendarDate };

type RowField = "from" | "to" | "work";

/** The longest holiday so far had ten days (2020); twice that is a slip of the finger. */
const LONGEST_DAYS = 20;

/**
 * A typed-in notice as dates, or the first thing in it that cannot be (clocks §2 rules 3 and 4).
 *
 * A day may lack its year: it is then the notice's, but December of the year before in a holiday that reaches into
 * January, and January of the year after in one that begins in December. Empty rows are passed over; a row without
 * an end is one day. A make-up day has to be a Saturday or Sunday outside every holiday.
 */
export function readNotice(data: NoticeRecord): Result<HolidayNotice, NoticeFailure> {
  const { year } = data;
  if (!Number.isInteger(year) || year < 1990 || year > 2200) return fail({ kind: "badYear", year });
  if (data.number.trim() === "") return fail({ kind: "numberMissing" });
  const holidays: (Holiday & { readonly row: number })[] = [];
  for (const [row, cells] of data.holidays.entries()) {
    if (isEmpty(cells)) continue;
    const read = readRow(year, row, cells);
    if (!read.ok) return read;
    holidays.push({ ...read.value, row });
  }
  if (holidays.length === 0) return fail({ kind: "noHolidays" });
  const failure = clash(holidays);
  if (failure !== undefined) return fail(failure);
  return ok({
    year,
    number: data.number.trim(),
    holidays: holidays.map(({ name, off, work }) => ({ name, off, work })),
  });
}

function isEmpty({ name, from, to, work }: Row): boolean {
  return [name, from, to, work].every((text) => (text ?? "").trim() === "");
}

function readRow(year: number, row: number, cells: Row): Result<Holiday, NoticeFailure> {
  const bad = (field: RowField, text: string): { readonly ok: false; readonly failure: NoticeFailure } =>
    fail({ kind: "badDate", row, field, text });
  if ((cells.from ?? "").trim() === "") return fail({ kind: "offMissing", row });
  const [fromText, until] = endsOfRange(cells.from ?? "");
  const toText = (cells.to ?? "").trim() === "" ? until : (cells.to ?? "");
  const written = writtenDay(fromText);
  const writtenEnd = writtenDay(toText);
  if (written?.month === undefined) return bad("from", fromText);
  if (writtenEnd === undefined) return bad("to", toText);
  const end = { ...writtenEnd, month: writtenEnd.month ?? written.month };
  const fromYear =
    written.year ?? (written.month === 12 && end.month === 1 && end.year !== year + 1 ? year - 1 : year);
  const from = dateFrom(fromYear, written.month, written.day);
  if (from === undefined) return bad("from", fromText);
  const to = dateFrom(
    end.year ?? (written.month === 12 && end.month === 1 ? fromYear + 1 : fromYear),
    end.month,
    end.day,
  );
  if (to === undefined) return bad("to", toText);

  const work: CalendarDate[] = [];
  let before: WrittenDay | undefined;
  for (const text of listedDays(cells.work ?? "")) {
    const one = writtenDay(text);
    const month = one?.month ?? before?.month;
    if (one === undefined || month === undefined) return bad("work", text);
    before = { ...one, month };
    const date = dateFrom(one.year ?? yearBeside(year, month, from, to), month, one.day);
    if (date === undefined) return bad("work", text);
    work.push(date);
  }

  const outside = [from, to, ...work].find(
    (date) => date < `${year - 1}-12-01` || date > `${year + 1}-01-31`,
  );
  if (outside !== undefined) return fail({ kind: "outsideYear", row, date: outside });
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) return fail({ kind: "offEndsBeforeStart", row });
  if (days > LONGEST_DAYS) return fail({ kind: "offTooLong", row, days });
  return ok({ name: (cells.name ?? "").trim(), off: [from, to], work });
}

/** The year of a make-up day without one: that of the turn of the year at which its holiday lies. */
function yearBeside(year: number, month: number, from: CalendarDate, to: CalendarDate): number {
  if (month === 12 && from < `${year}-01-15`) return year - 1;
  return month === 1 && to > `${year}-12-15` ? year + 1 : year;
}

function clash(holidays: readonly (Holiday & { readonly row: number })[]): NoticeFailure | undefined {
  const worked = new Set<CalendarDate>();
  for (const { row, off, work } of holidays) {
    const over = holidays.find(
      (other) => other.row < row && other.off[0] <= off[1] && off[0] <= other.off[1],
    );
    if (over !== undefined) {
      return { kind: "holidaysOverlap", row, date: off[0] > over.off[0] ? off[0] : over.off[0] };
    }
    for (const date of work) {
      const holiday = holidays.find((other) => other.off[0] <= date && date <= other.off[1]);
      if (holiday?.row === row) return { kind: "workInsideHoliday", row, date };
      if (holiday !== undefined) return { kind: "dateBothOffAndWork", row, date };
      // Working on a working day needs no notice: a figure was misread.
      if (!["sat", "sun"].includes(weekday(date))) return { kind: "workOnWeekday", row, date };
      if (worked.has(date)) return { kind: "workTwice", row, date };
      worked.add(date);
    }
  }
  return undefined;
}

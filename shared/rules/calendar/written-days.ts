import { dateOfDayNumber, dayNumberOf, isRealDate, type CalendarDate } from "../../lib/dates.ts";
import { scanWall } from "../../lib/wall-scan.ts";

/** A day as somebody wrote it; the year, or month and year, left to what stands around it. */
export interface WrittenDay {
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
}

/**
 * One written day: `2027-02-05`, `2027/2/5`, `2027.2.5`, `20270205`, `2027年2月5日`, `2月5日`, `2-5`, `2/5`, `5日`,
 * full-width or not, a weekday beside it or not. Undefined when it is none of these; whether such a day exists
 * is not looked at: see `dateFrom`.
 */
export function writtenDay(text: string): WrittenDay | undefined {
  const clean = cleaned(text).replace(/(?:放假|上班|补休)$/, "");
  const short = /^(?:(\d{1,2})[-/.])?(\d{1,2})[日号]?$/.exec(clean);
  if (short !== null) {
    const [, month, day = ""] = short;
    // A bare figure may be anything; `5日` is a day.
    if (month === undefined) return /\d$/.test(clean) ? undefined : { day: Number(day) };
    return { month: Number(month), day: Number(day) };
  }
  const scan = scanWall(clean);
  if (scan === null || scan.time !== null) return undefined;
  if (scan.day?.form === "ymd") return { year: scan.day.year, month: scan.day.month, day: scan.day.day };
  return scan.day?.form === "monthDay" ? { month: scan.day.month, day: scan.day.day } : undefined;
}

/** The parts of a list of days: `2月14日、2月28日`, with commas, semicolons, 和, or spaces. */
export function listedDays(text: string): string[] {
  return cleaned(text)
    .split(/[\s,;、。]+|[和及与]/)
    .filter((part) => part !== "");
}

/** The two ends of `2027-02-05~2027-02-11` or `2月5日至11日`; the same text twice where there is only one day. */
export function endsOfRange(text: string): readonly [string, string] {
  // A hyphen joins the figures of one date as well: only after 日 does it part two.
  const parts = cleaned(text)
    .replace(/([日号])-/g, "$1~")
    .split(/[~至到]|[‐‒–—―]+/);
  const [from = "", to = from] = parts;
  return parts.length > 2 ? [text, text] : [from, to];
}

/** The date, or undefined when there is no such day. */
export function dateFrom(year: number, month: number, day: number): CalendarDate | undefined {
  return isRealDate(year, month, day) ? dateOfDayNumber(dayNumberOf(year, month, day)) : undefined;
}

const WEEKDAY = /[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?/g;

/** Half-width, no weekdays, no blanks around 年月日 and the signs of a range. */
function cleaned(text: string): string {
  return text
    .normalize("NFKC")
    .replace(WEEKDAY, "")
    .replace(/[〜～∼]/g, "~")
    .replace(/\s*([年月])\s*/g, "$1")
    .replace(/\s+([日号])/g, "$1")
    .replace(/\s*([~至到‐‒–—―])\s*/g, "$1")
    .trim();
}

import { scanUsual } from "./usual-wall.ts";
import { scanTime, type WallTime } from "./wall-time.ts";

/** What stands in a text that speaks of a day, before anybody decides which day that is. */
export type DayScan =
  | { readonly form: "ymd"; readonly year: number; readonly month: number; readonly day: number }
  /** `29/2/2016`: two figures whose order the text does not tell, then a year. */
  | { readonly form: "yearLast"; readonly first: number; readonly second: number; readonly year: number }
  /** `9/7/02`: three short figures. */
  | { readonly form: "short"; readonly first: number; readonly second: number; readonly third: number }
  | { readonly form: "shortYear"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly form: "monthDay"; readonly month: number; readonly day: number }
  | { readonly form: "relative"; readonly days: number };

export interface WallScan {
  readonly day: DayScan | null;
  readonly time: WallTime | null;
  /** The text carries its own offset: milliseconds since 1970, and the wall figures mean nothing. */
  readonly epochMs?: number;
}

const NUMERIC = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ,]*(.*))?$/s;
const CHINESE = /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号]?\s*(.*)$/s;
const MONTH_DAY = /^(\d{1,2})月(\d{1,2})[日号]?\s*(.*)$/s;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[ T]*(\d{2}:?\d{2}(?::?\d{2})?))?$/;
const RELATIVE = /^(今天|今日|今|昨天|昨日|昨|前天|前日|明天|明日|后天)\s*(.*)$/s;
const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})$/;
const DAY_MONTH_NAME = /^(\d{1,2})[- ]([a-z]{3,9})\.?,?[- ](\d{4})(?:[ ,]+(.*))?$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,]+(.*))?$/i;
const WEEKDAY = /[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?/g;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS_FROM_TODAY: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };

/**
 * Takes a written day, time of day or both apart: `2026/1/4 8:05`, `20260104 0830`, `二〇二六年一月四日下午3点半`,
 * `昨天 8：30`, `29/2/2016 01:16`, full-width forms. null when the text is none of these. Figures are not yet
 * checked against the calendar: which order they have is the caller's to decide (issue §3).
 */
export function scanWall(text: string): WallScan | null {
  // The usual ledger cell needs no clean-up, and there are hundreds of thousands of them.
  const usual = scanUsual(text);
  if (usual === null) return scanNumeric(text) ?? scanClean(cleaned(text));
  const { time, ...figures } = usual;
  return { day: { form: "ymd", ...figures }, time };
}

function scanClean(text: string): WallScan | null {
  if (text === "" || text.length > 60) return null;
  return (
    scanOffset(text) ??
    scanNumeric(text) ??
    scanChinese(text) ??
    scanRelative(text) ??
    scanNamedMonth(text) ??
    scanTimeOnly(text)
  );
}

function scanNumeric(text: string): WallScan | null {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const day = ymd(compact[1], compact[2], compact[3]);
    return withTime(day, compact[4], true);
  }
  const parts = NUMERIC.exec(text);
  if (parts === null) return null;
  const [, a = "", , b = "", c = "", rest] = parts;
  if (rest !== undefined && rest.length > 30) return null;
  if (a.length === 4 && c.length <= 2) return withTime(ymd(a, b, c), rest, true);
  if (a.length <= 2 && c.length === 4) {
    return withTime({ form: "yearLast", first: Number(a), second: Number(b), year: Number(c) }, rest, true);
  }
  if (a.length <= 2 && c.length <= 2) {
    return withTime({ form: "short", first: Number(a), second: Number(b), third: Number(c) }, rest, true);
  }
  return null;
}

function scanChinese(text: string): WallScan | null {
  const full = CHINESE.exec(text);
  if (full !== null) {
    const [, year = "", month = "", day = "", rest] = full;
    if (year.length === 4) return withTime(ymd(year, month, day), rest);
    return withTime({ form: "shortYear", year: Number(year), month: Number(month), day: Number(day) }, rest);
  }
  const short = MONTH_DAY.exec(text);
  if (short === null) return null;
  return withTime({ form: "monthDay", month: Number(short[1]), day: Number(short[2]) }, short[3]);
}

function scanRelative(text: string): WallScan | null {
  const parts = RELATIVE.exec(text);
  if (parts === null) return null;
  const days = DAYS_FROM_TODAY[(parts[1] ?? "").charAt(0)] ?? 0;
  return withTime({ form: "relative", days }, parts[2]);
}

function scanNamedMonth(text: string): WallScan | null {
  const dayFirst = DAY_MONTH_NAME.exec(text);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  return null;
}

function named(year = "", month = "", day = "", rest?: string): WallScan | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : withTime(ymd(year, String(number), day), rest);
}

function scanOffset(text: string): WallScan | null {
  const parts = WITH_OFFSET.exec(text);
  if (parts === null) return null;
  const epochMs = Date.parse(`${parts[1] ?? ""}T${parts[2] ?? ""}${parts[3] ?? ""}`);
  return Number.isNaN(epochMs) ? null : { day: null, time: null, epochMs };
}

function scanTimeOnly(text: string): WallScan | null {
  const time = scanTime(text, false);
  return time === null ? null : { day: null, time };
}

/** The rest after a day is a time of day, or nothing; anything else makes the whole unreadable. */
function withTime(day: DayScan, rest: string | undefined, bareDigits = false): WallScan | null {
  const text = rest?.trim() ?? "";
  if (text === "") return { day, time: null };
  const time = scanTime(/^[\d:]+$/.test(text) ? text : cleaned(text), bareDigits);
  return time === null ? null : { day, time };
}

function ymd(year = "", month = "", day = ""): DayScan {
  return { form: "ymd", year: Number(year), month: Number(month), day: Number(day) };
}

/** Full-width to half-width, weekdays dropped, Chinese figures made digits where they count days or hours. */
function cleaned(text: string): string {
  const half = text.normalize("NFKC").replace(WEEKDAY, " ").replace(/\s+/g, " ").trim();
  const halves = half
    .replace(/([点时])半/g, "$130分")
    .replace(/一刻/g, "15分")
    .replace(/三刻/g, "45分");
  if (!/[〇零一二两三四五六七八九十廿卅]/.test(halves) || !/[年月日号点时分]/.test(halves)) return halves;
  return halves.replace(/[〇零一二两三四五六七八九十廿卅]+/g, chineseNumber);
}

const DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: "0", 零: "0", 一: "1", 二: "2", 两: "2", 三: "3", 四: "4" },
  ...{ 五: "5", 六: "6", 七: "7", 八: "8", 九: "9" },
};

function chineseNumber(run: string): string {
  const tens = run.replace("廿", "二十").replace("卅", "三十");
  const at = tens.indexOf("十");
  if (at === -1) return tens.replace(/./g, (letter) => DIGITS[letter] ?? "");
  const ten = at === 0 ? 1 : Number(DIGITS[tens.charAt(at - 1)] ?? 0);
  return String(ten * 10 + Number(DIGITS[tens.charAt(at + 1)] ?? 0));
}

import { dayNumber, dateOfDayNumber } from "../lib/dates.ts";
import { dateOf, formatWall, startOfDay } from "../lib/instants.ts";
import { documentDate } from "./chinese-time.ts";
import type { CountedStretch } from "./verdict-detail.ts";

/** Counted time of a day, or of neighbouring days that counted alike. */
export interface CountedDays {
  readonly days: string;
  readonly windows: string;
  readonly countedMs: number;
}

/** A sheet has room for so many; ten years of a 5×8 clock have five hundred weeks. */
const MOST = 18;

/**
 * Counted stretches summed by day on Shanghai's wall, at most 18 lines: neighbouring days with the same hours are one
 * line, and of a long story the beginning and the end are told, with what lies between as one sum. No time is lost:
 * the lines always add up to all that counted.
 */
export function countedDays(segments: readonly CountedStretch[]): readonly CountedDays[] {
  const lines = joinAlike(byDay(segments));
  if (lines.length <= MOST) return lines.map(told);
  const head = lines.slice(0, MOST / 2);
  const tail = lines.slice(1 - MOST / 2);
  const between = lines.slice(MOST / 2, 1 - MOST / 2);
  const first = between[0];
  const last = between.at(-1);
  if (first === undefined || last === undefined) return lines.map(told);
  const countedMs = between.reduce((sum, line) => sum + line.countedMs, 0);
  const dayCount = between.reduce((sum, line) => sum + daysIn(line), 0);
  const sum = { days: daysText(first.first, last.last), windows: `其间 ${dayCount} 天，逐日累计`, countedMs };
  return [...head.map(told), sum, ...tail.map(told)];
}

/** Day numbers, both included; what a day of them counted, and all of them together. */
interface Line {
  readonly first: number;
  readonly last: number;
  readonly windows: string;
  readonly countedMs: number;
}

function byDay(segments: readonly CountedStretch[]): readonly Line[] {
  const lines: Line[] = [];
  for (const { fromMs, toMs, kind } of segments) {
    if (kind !== "counted" || toMs <= fromMs) continue;
    const first = dayNumber(dateOf(fromMs));
    const last = dayNumber(dateOf(toMs - 1));
    if (first === last) addPart(lines, first, fromMs, toMs);
    else {
      addPart(lines, first, fromMs, startOfDay(first + 1));
      if (last - first > 1) {
        const countedMs = startOfDay(last) - startOfDay(first + 1);
        lines.push({ first: first + 1, last: last - 1, windows: ALL_DAY, countedMs });
      }
      addPart(lines, last, startOfDay(last), toMs);
    }
  }
  return lines;
}

const ALL_DAY = "00:00–24:00";

function addPart(lines: Line[], day: number, fromMs: number, toMs: number): void {
  const end = toMs === startOfDay(day + 1) ? "24:00" : formatWall(toMs).slice(11);
  const window = `${formatWall(fromMs).slice(11)}–${end}`;
  const open = lines.at(-1);
  if (open?.first !== day || open.last !== day)
    lines.push({ first: day, last: day, windows: window, countedMs: toMs - fromMs });
  else {
    lines.pop();
    const windows = `${open.windows}、${window}`;
    lines.push({ ...open, windows, countedMs: open.countedMs + toMs - fromMs });
  }
}

function joinAlike(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const open = joined.at(-1);
    if (open?.windows === line.windows && open.last + 1 === line.first) {
      joined.pop();
      joined.push({ ...open, last: line.last, countedMs: open.countedMs + line.countedMs });
    } else joined.push(line);
  }
  return joined;
}

function told(line: Line): CountedDays {
  const each = daysIn(line) === 1 ? "" : `，共 ${daysIn(line)} 天`;
  return {
    days: daysText(line.first, line.last),
    windows: `${shortened(line.windows)}${each}`,
    countedMs: line.countedMs,
  };
}

const daysIn = ({ first, last }: Line): number => last - first + 1;

function daysText(first: number, last: number): string {
  const from = documentDate(dateOfDayNumber(first));
  return first === last ? from : `${from}\n至${documentDate(dateOfDayNumber(last))}`;
}

const WINDOWS = 6;

/** A day in shreds: the sum says enough. */
function shortened(windows: string): string {
  const all = windows.split("、");
  return all.length <= WINDOWS ? windows : `${all.slice(0, WINDOWS).join("、")} 等 ${all.length} 段`;
}

import { addDays } from "../../lib/dates.ts";
import { dateOf, epochMs, instant, instantOfWall, type Instant } from "../../lib/instants.ts";
import { parseWallText, type WallText } from "../../lib/wall-text.ts";
import type { QuickQuestion } from "./types.ts";

export interface TakenTime {
  /** Undefined: the line names no time, and `at` is now. */
  readonly words: string | undefined;
  readonly at: Instant | undefined;
  readonly questions: readonly QuickQuestion[];
}

/** A time is at most a day, a part of the day and an hour: 11月20日 下午 3点. */
const LONGEST = 3;

/** Takes the first time out of the words: `8:30`, `昨天 17:20`, `上午 9点半`, `10分钟前`, `刚刚`. */
export function takeTimes(
  words: readonly string[],
  now: Instant,
): { readonly time: TakenTime; readonly rest: readonly string[] } {
  for (let from = 0; from < words.length; from++) {
    for (let count = Math.min(LONGEST, words.length - from); count > 0; count--) {
      const run = words.slice(from, from + count);
      const time = readTime(run, now);
      if (time === undefined) continue;
      return { time, rest: [...words.slice(0, from), ...words.slice(from + count)] };
    }
  }
  return { time: { words: undefined, at: now, questions: [] }, rest: words };
}

function readTime(run: readonly string[], now: Instant): TakenTime | undefined {
  const words = run.join(" ");
  const said = words.replace(/^(?:大约|大概|约)/, "").replace(/(?:左右|前后|报修|报的|来电|打来|报)$/, "");
  if (run.length === 1) {
    if (/^(?:刚才|刚刚|现在|刚)$/.test(said)) return { words, at: now, questions: [] };
    const ago = agoMs(said);
    if (ago !== undefined) return { words, at: instant(epochMs(now) - ago), questions: [] };
    // 3-5 is as likely a ward or a quantity as 5 March.
    if (/^\d{1,2}[-/]\d{1,2}$/.test(said)) return undefined;
  }
  const today = dateOf(epochMs(now));
  const read = parseWallText(run.length === 1 ? said : joined(said), today);
  return read.ok ? timeOf(words, read.value, today, now) : undefined;
}

/** 上午 8:30 is one time for its reader, and so are 昨天 下午 3点. */
function joined(said: string): string {
  return said.replaceAll(/(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上) /g, "$1");
}

function timeOf(words: string, read: WallText, today: string, now: Instant): TakenTime {
  const { date = today, time } = read;
  if (time === undefined) {
    return { words, at: undefined, questions: [{ kind: "timeOfDayMissing", words }] };
  }
  const on = (day: string): Instant => {
    const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
    return instantOfWall({
      year,
      month,
      day: dayOfMonth,
      hour: time.hour,
      minute: time.minute,
      second: time.second,
    });
  };
  const at = on(date);
  if (epochMs(at) <= epochMs(now) + AHEAD_MS) return { words, at, questions: [] };
  return { words, at, questions: [{ kind: "inTheFuture", words, dayBefore: on(addDays(date, -1)) }] };
}

/** As much as a time that was told may be ahead of this clock (see `toldTimeFailure`). */
const AHEAD_MS = 5 * 60_000;

function agoMs(said: string): number | undefined {
  const half = /^半(?:个)?小时(?:以)?前$/.test(said);
  if (half) return 30 * 60_000;
  const parts = /^(\d{1,3})(?:个)?(分钟|小时|钟头)(?:以)?前$/.exec(said);
  if (parts === null) return undefined;
  return Number(parts[1]) * (parts[2] === "分钟" ? 60_000 : 3_600_000);
}

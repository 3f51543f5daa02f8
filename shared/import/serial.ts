import type { WallCell } from "./types.ts";

const DAY_MS = 86_400_000;

/** What a number format shows of a serial number. */
export interface SerialFormat {
  readonly date: boolean;
  readonly time: boolean;
}

/**
 * The day and time of day that an Excel serial number stands for, or null when it stands for none: below zero,
 * beyond the year 9999, or the 1900-02-29 that Excel counts and no calendar has. In the 1900 system the days
 * before that one are off by one; the 1904 system starts at 0 = 1904-01-01. `day` is null below 1: a time alone.
 */
export function wallOfSerial(serial: number, date1904: boolean, shows: SerialFormat): WallCell | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  let whole = Math.floor(serial);
  // Serials are doubles: what is within half a millisecond of midnight is midnight.
  let ms = Math.round((serial - whole) * DAY_MS);
  if (ms === DAY_MS) {
    whole += 1;
    ms = 0;
  }
  const timed = shows.time || ms > 0;
  if (whole === 0 && !date1904) {
    return shows.date && !timed ? null : { kind: "wall", day: null, ms };
  }
  if (whole === 0 && !shows.date) return { kind: "wall", day: null, ms };
  const day = dayOfSerial(whole, date1904);
  return day === null ? null : { kind: "wall", day, ms: timed ? ms : null };
}

/** Days since 1970-01-01. */
function dayOfSerial(whole: number, date1904: boolean): number | null {
  if (date1904) return whole - 24_107;
  if (whole === 60) return null;
  return whole - (whole < 60 ? 25_568 : 25_569);
}

/** The serial number in the 1900 system, for writing. Days before 1900-03-01 have no agreed number: null. */
export function serialOfWall(day: number, ms: number): number | null {
  const whole = day + 25_569;
  return whole < 61 || whole >= 2_958_466 ? null : whole + ms / DAY_MS;
}

/**
 * What a number format such as `yyyy/mm/dd\ ` or `h:mm` shows. Colours, quoted text and escaped letters say
 * nothing; `[h]` counts hours beyond a day and is a plain number to us.
 */
export function serialFormat(format: string): SerialFormat {
  const bare = (format.split(";")[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?:\$[^\]]*|[a-z]{3,}\d*|color\s*\d+)\]/gi, "");
  if (/\[[hms]+\]/i.test(bare) || /general/i.test(bare)) return { date: false, time: false };
  const time = /[hs]/i.test(bare) || /上午|AM\/PM/.test(bare);
  // `m` counts minutes only beside hours or seconds.
  const date = /[ydegb]/i.test(bare) || (/m/i.test(bare) && !time);
  return { date: date && /[ymdegb]/i.test(bare), time };
}

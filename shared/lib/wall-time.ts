/** A time of day on the wall. `hour` 24 with nothing after it is the midnight that ends the day. */
export interface WallTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

const WORD = "(凌晨|清晨|早晨|早上|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|夜间|半夜|深夜|AM|PM|am|pm)?";
const COLON = new RegExp(
  `^${WORD}\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp])?\\.?[Mm]?\\.?$`,
);
const SPOKEN = new RegExp(`^${WORD}\\s*(\\d{1,2})[点时](?:整|钟)?(?:(\\d{1,2})分?)?(?:(\\d{1,2})秒?)?$`);
const BARE = /^(\d{2})(\d{2})(\d{2})?$/;

/**
 * `8:30`, `8:30:15.250`, `下午3点30分`, `8时`, `3:05 PM`; after a date also `0830`. The caller has already made
 * full-width signs half-width. null when it is no time, or none that a clock shows.
 */
export function scanTime(text: string, bareDigits: boolean): WallTime | null {
  const colon = COLON.exec(text);
  if (colon !== null) {
    const [, word, hour, minute, second, fraction, letter] = colon;
    const meridiem = letter === undefined ? word : `${letter.toLowerCase()}m`;
    if (letter !== undefined && word !== undefined) return null;
    return time(meridiem, hour, minute, second, fraction);
  }
  const spoken = SPOKEN.exec(text);
  if (spoken !== null) return time(spoken[1], spoken[2], spoken[3], spoken[4]);
  const bare = bareDigits ? BARE.exec(text) : null;
  return bare === null ? null : time(undefined, bare[1], bare[2], bare[3]);
}

function time(
  word: string | undefined,
  hourText = "",
  minuteText = "0",
  secondText = "0",
  fraction = "",
): WallTime | null {
  const hour = hourOfDay(word, Number(hourText));
  const minute = Number(minuteText);
  const second = Number(secondText);
  const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
  if (hour === null || minute > 59 || second > 59) return null;
  if (hour === 24 && (minute > 0 || second > 0 || ms > 0)) return null;
  return { hour, minute, second, ms };
}

/** The hour that people mean: 下午3点 is 15, 夜里2点 is 2, 晚上12点 is the midnight that ends the day. */
function hourOfDay(word: string | undefined, hour: number): number | null {
  if (hour > 24) return null;
  switch (word?.toLowerCase()) {
    case undefined:
      return hour;
    case "am":
    case "凌晨":
    case "清晨":
      return hour === 12 ? 0 : morning(hour);
    case "早":
    case "早上":
    case "早晨":
    case "上午":
      return morning(hour);
    case "中午":
      return hour < 10 ? hour + 12 : hour <= 14 ? hour : null;
    case "pm":
      return hour < 12 ? hour + 12 : hour;
    case "下午":
    case "傍晚":
      return hour < 12 ? hour + 12 : hour;
    default:
      return night(word ?? "", hour);
  }
}

const morning = (hour: number): number | null => (hour <= 12 ? hour : null);

function night(word: string, hour: number): number {
  if (hour === 12) return 24;
  const afterMidnight = !word.startsWith("晚") && hour < 6;
  return hour < 12 && !afterMidnight ? hour + 12 : hour;
}

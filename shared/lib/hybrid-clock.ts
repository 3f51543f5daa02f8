/**
 * A hybrid time: wall milliseconds, a counter for what happens within one, and the desk that breaks ties.
 * Kept as text that sorts as it happened: `0195f3c2a1b0-00000003-7K2M9P` (12 hex, 8 hex, desk).
 * The counter has 32 bits: 16 overflowed elsewhere in one import (`sync` specification §3).
 */
export type Stamp = string;

export interface HybridTime {
  readonly ms: number;
  readonly counter: number;
}

export const ZERO_TIME: HybridTime = { ms: 0, counter: 0 };

const MOST_COUNTER = 0xffff_ffff;

/**
 * The next time of this desk: never before its last one, whatever the wall clock says. `room`: how many stamps are
 * wanted from here on. A counter that is at its end, as only somebody who means harm sends it, goes on in the next
 * millisecond: a ninth digit would be no stamp, and the service would refuse all that this desk writes.
 */
export function tick(last: HybridTime, wallMs: number, room = 1): HybridTime {
  if (wallMs > last.ms) return { ms: wallMs, counter: 0 };
  if (last.counter + room > MOST_COUNTER) return { ms: last.ms + 1, counter: 0 };
  return { ms: last.ms, counter: last.counter + 1 };
}

/** The desk's clock after it has seen a stamp of another: what it writes next comes after what it saw. */
export function witness(last: HybridTime, seen: Stamp): HybridTime {
  const other = timeOfStamp(seen);
  const later = other.ms > last.ms || (other.ms === last.ms && other.counter > last.counter);
  return later ? other : last;
}

export function stampOf(time: HybridTime, desk: string): Stamp {
  return `${time.ms.toString(16).padStart(12, "0")}-${time.counter.toString(16).padStart(8, "0")}-${desk}`;
}

/** Throws `RangeError` on text that is not a stamp. */
export function timeOfStamp(stamp: Stamp): HybridTime {
  const parts = /^([0-9a-f]{12})-([0-9a-f]{8})-/.exec(stamp);
  if (parts === null) throw new RangeError(`not a stamp: ${stamp}`);
  return { ms: Number.parseInt(parts[1] ?? "", 16), counter: Number.parseInt(parts[2] ?? "", 16) };
}

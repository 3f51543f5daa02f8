/** From here on a wrong clock is told: times are evidence (clocks R14). */
export const TOLERATED_MS = 2 * 60_000;

/**
 * How far this machine's clock is ahead of the service's, in milliseconds (negative: behind), from the `Date` header
 * of an answer; undefined where it says nothing or the answer took too long to tell. The header has whole seconds and
 * is written about halfway between asking and hearing.
 */
export function clockOffset(date: string | null, askedMs: number, heardMs: number): number | undefined {
  const serviceMs = date === null ? Number.NaN : Date.parse(date);
  const tookMs = heardMs - askedMs;
  if (Number.isNaN(serviceMs) || tookMs < 0 || tookMs > TOLERATED_MS / 2) return undefined;
  return Math.round((askedMs + heardMs) / 2 - (serviceMs + 500));
}

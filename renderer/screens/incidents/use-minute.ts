import { useSyncExternalStore } from "react";
import type { CalendarDate } from "../../../shared/lib/dates.ts";
import { dateOf } from "../../../shared/lib/instants.ts";

const MINUTE_MS = 60_000;

/**
 * The present, epoch milliseconds, renewed at every full minute: only what shows a countdown asks for it,
 * so a minute redraws countdowns and nothing else. One timer for all.
 */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute);
}

/** Today on Shanghai's wall; redraws at midnight only. */
export function useToday(): CalendarDate {
  return useSyncExternalStore(subscribe, () => dateOf(minute));
}

const listeners = new Set<() => void>();
let minute = thisMinute();
let timer: ReturnType<typeof setTimeout> | undefined;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    minute = thisMinute();
    schedule();
    document.addEventListener("visibilitychange", renew);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", renew);
  };
}

/** To the minute, as the wall shows it: what is due at 10:42 has twelve minutes left all through 10:30. */
function thisMinute(): number {
  const now = Date.now();
  return now - (now % MINUTE_MS);
}

function schedule(): void {
  timer = setTimeout(renew, MINUTE_MS - (Date.now() % MINUTE_MS));
}

/** Also when the window comes back from behind others or from sleep. */
function renew(): void {
  clearTimeout(timer);
  minute = thisMinute();
  for (const listener of listeners) listener();
  schedule();
}

import { useSyncExternalStore } from "react";

/**
 * The present, epoch milliseconds, renewed at every full minute: only what shows a countdown asks for it,
 * so a minute redraws countdowns and nothing else. One timer for all.
 */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute);
}

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let minute = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    minute = Date.now();
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

function schedule(): void {
  timer = setTimeout(renew, MINUTE_MS - (Date.now() % MINUTE_MS));
}

/** Also when the window comes back from behind others or from sleep. */
function renew(): void {
  clearTimeout(timer);
  minute = Date.now();
  for (const listener of listeners) listener();
  schedule();
}

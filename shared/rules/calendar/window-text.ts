import type { Window } from "./calendar.ts";

const WINDOW = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

/** Windows in the order written; undefined when any part is not one. Empty text or 休息: closed. */
export function readWindows(text: string): Window[] | undefined {
  const parts = plain(text)
    .replaceAll(/\s*-\s*/g, "-")
    .split(/[\s,;、]+/)
    .filter((part) => part !== "" && !/^(?:休息?|closed|off)$/i.test(part));
  const windows: Window[] = [];
  for (const part of parts) {
    const times = WINDOW.exec(part);
    if (times === null) return undefined;
    const [, fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = times;
    windows.push([`${fromHour.padStart(2, "0")}:${fromMinute}`, `${toHour.padStart(2, "0")}:${toMinute}`]);
  }
  return windows;
}

/** Full-width figures and signs, and every dash, in their plain form. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[‐-―~〜～至到]/g, "-")
    .trim();
}

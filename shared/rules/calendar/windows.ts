import { must } from "../../lib/must.ts";
import type { Window } from "./calendar.ts";

const TIME = /^(\d{2}):([0-5]\d)$/;

/** Minutes since midnight of `HH:MM`, also beyond `24:00`; undefined for other text. */
export function minuteOfDay(text: string): number | undefined {
  const parts = TIME.exec(text);
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/** A checked window in minutes since midnight, end excluded. */
export function minutesOfWindow([from, to]: Window): readonly [number, number] {
  const why = "windows are checked before they are used";
  return [must(minuteOfDay(from), why), must(minuteOfDay(to), why)];
}

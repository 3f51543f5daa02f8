import { wallOf } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { AnsweredAlert } from "./alert.ts";

/** Minutes since midnight on the wall; the end is not quiet any more. `from` after `to` spans midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export type QuietHoursFailure =
  | { readonly kind: "unreadable" }
  | { readonly kind: "noSuchTime"; readonly time: string }
  /** From an hour to the same hour is either always or never. */
  | { readonly kind: "noLength" };

const SHAPE = /^(\d{1,2}:\d{2})(?:-|–|—|~|～|至|到)(\d{1,2}:\d{2})$/;

/** Reads `22:00-07:00` with the dashes and full-width signs people type; undefined for an empty text. */
export function readQuietHours(text: string | undefined): Result<QuietHours | undefined, QuietHoursFailure> {
  const plain = (text ?? "").normalize("NFKC").replace(/\s+/g, "");
  if (plain === "") return ok(undefined);
  const [, from = "", to = ""] = SHAPE.exec(plain) ?? [];
  if (from === "") return fail({ kind: "unreadable" });
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  if (fromMinute === undefined) return fail({ kind: "noSuchTime", time: from });
  if (toMinute === undefined) return fail({ kind: "noSuchTime", time: to });
  return fromMinute === toMinute ? fail({ kind: "noLength" }) : ok({ fromMinute, toMinute });
}

export function isQuiet(nowMs: number, { fromMinute, toMinute }: QuietHours): boolean {
  const { hour, minute } = wallOf(nowMs);
  const now = hour * 60 + minute;
  return fromMinute < toMinute ? fromMinute <= now && now < toMinute : fromMinute <= now || now < toMinute;
}

/** Whether an alert may ring now: unread, and urgent or outside the quiet hours (clocks R9). */
export function mayRing(
  { alert, standing }: AnsweredAlert,
  nowMs: number,
  quiet: QuietHours | undefined,
): boolean {
  if (standing !== "unread") return false;
  return alert.urgency === "urgent" || quiet === undefined || !isQuiet(nowMs, quiet);
}

/** 24:00 is midnight. */
function minuteOf(time: string): number | undefined {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return (hour % 24) * 60 + minute;
}

import { isRealDate } from "../shared/lib/dates.ts";
import { formatOffset } from "../shared/lib/instants.ts";
import { fail, ok, type Result } from "../shared/lib/result.ts";
import type { Calendar } from "../shared/rules/calendar/calendar.ts";
import { compile } from "../shared/rules/calendar/compile.ts";
import type { Pause } from "../shared/rules/clocks/pauses.ts";
import { clockState, type ClockState } from "../shared/rules/clocks/state.ts";
import { readCalendar } from "./clock-calendar.ts";

interface Failure {
  readonly kind: string;
  readonly detail: string;
}

interface Answer {
  readonly ok: boolean;
  /** One line of JSON with its line break, in order. */
  readonly pieces: Iterable<string>;
}

/** The answer to one line of `clock`. Everything that can be refused is refused before the first piece. */
export function answerClockCase(line: string): Answer {
  const state = stateOf(line);
  if (state.ok) return { ok: true, pieces: piecesOf(state.value) };
  const { kind, detail } = state.failure;
  return { ok: false, pieces: [`${JSON.stringify({ failure: { kind, detail } })}\n`] };
}

interface CaseState extends ClockState {
  readonly hasUntil: boolean;
}

function stateOf(line: string): Result<CaseState, Failure> {
  const read = readCase(line);
  if (!read.ok) return read;
  const { startMs, targetMinutes, pauses, untilMs } = read.value;
  const calendar = compile(read.value.calendar);
  // `until` is a "now", no stop event: before the start nothing has passed yet, and without it neither.
  const state = clockState(calendar, { startMs, targetMinutes, pauses, stopMs: null }, untilMs ?? startMs);
  return state.ok ? ok({ ...state.value, hasUntil: untilMs !== null }) : state;
}

function* piecesOf(state: CaseState): Generator<string> {
  const head = {
    dueAt: state.due.dueMs === null ? null : formatOffset(state.due.dueMs),
    elapsedMinutes: state.hasUntil ? Math.floor(state.elapsedMs / 60_000) : 0,
    provisional: state.provisional,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"segments":[`;
  let comma = "";
  for (const { fromMs, toMs, kind } of state.segments()) {
    yield `${comma}{"from":"${formatOffset(fromMs)}","to":"${formatOffset(toMs)}","kind":"${kind}"}`;
    comma = ",";
  }
  yield "]}\n";
}

interface Case {
  readonly calendar: Calendar;
  readonly startMs: number;
  readonly targetMinutes: number;
  readonly pauses: readonly Pause[];
  readonly untilMs: number | null;
}

function readCase(line: string): Result<Case, Failure> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return fail({ kind: "notJson", detail: line.slice(0, 80) });
  }
  if (!isObject(input)) return fail({ kind: "badCase", detail: "not an object" });

  const calendar = readCalendar(input["calendar"]);
  if (!calendar.ok) return calendar;
  const startMs = readInstant(input["startAt"], "startAt");
  if (!startMs.ok) return startMs;
  const targetMinutes = input["targetMinutes"];
  if (typeof targetMinutes !== "number") {
    return fail({ kind: "badTarget", detail: shown("targetMinutes", targetMinutes) });
  }
  const pauses = readPauses(input["pauses"] ?? []);
  if (!pauses.ok) return pauses;
  const until = input["until"] ?? null;
  const untilMs = until === null ? ok(null) : readInstant(until, "until");
  if (!untilMs.ok) return untilMs;
  return ok({
    calendar: calendar.value,
    startMs: startMs.value,
    targetMinutes,
    pauses: pauses.value,
    untilMs: untilMs.value,
  });
}

/** Pairs of instants; the second may be null: a pause that has not ended. */
function readPauses(input: unknown): Result<Pause[], Failure> {
  if (!Array.isArray(input)) return fail({ kind: "badPause", detail: shown("pauses", input) });
  const pauses: Pause[] = [];
  for (const [i, pair] of (input as unknown[]).entries()) {
    if (!Array.isArray(pair) || pair.length !== 2) {
      return fail({ kind: "badPause", detail: shown(`pauses.${i}`, pair) });
    }
    const [from, to] = pair as [unknown, unknown];
    const fromMs = readInstant(from, `pauses.${i}`);
    if (!fromMs.ok) return fromMs;
    const toMs = to === null ? ok(null) : readInstant(to, `pauses.${i}`);
    if (!toMs.ok) return toMs;
    pauses.push({ fromMs: fromMs.value, toMs: toMs.value });
  }
  return ok(pauses);
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** ISO text with an offset, of a date that exists: `Date.parse` alone would read 30 February as 2 March. */
function readInstant(input: unknown, name: string): Result<number, Failure> {
  const parts = typeof input === "string" ? INSTANT.exec(input) : null;
  const isReal =
    parts !== null &&
    isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) &&
    Number(parts[4]) < 24;
  const ms = isReal ? Date.parse(input as string) : Number.NaN;
  return Number.isNaN(ms) ? fail({ kind: "badInstant", detail: shown(name, input) }) : ok(ms);
}

function shown(name: string, value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return `${name}: ${text.slice(0, 80)}`;
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

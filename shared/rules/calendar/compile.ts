import type { Calendar } from "./calendar.ts";
import { specialDays } from "./day-template.ts";
import { knownTime, type KnownTime } from "./known-time.ts";
import { standardMidnight, SUMMER_TIME_OVER_MS, summerSpans } from "./summer-time.ts";
import { timelineOf, type Span, type Timeline } from "./timeline.ts";
import { weekOf } from "./week.ts";

/** A calendar made ready for counting. */
export interface CompiledCalendar {
  /** False: nothing is ever covered. */
  readonly opens: boolean;
  readonly known: KnownTime;
  /** The timeline that holds from this instant on. */
  readonly timelineFrom: (ms: number) => Timeline;
}

/**
 * Makes a checked calendar ready, once for each calendar object: some microseconds, whatever years it names.
 * An unchecked one with bad times or dates throws.
 */
export function compile(calendar: Calendar): CompiledCalendar {
  let compiled = cache.get(calendar);
  if (compiled === undefined) {
    compiled = compileAfresh(calendar);
    cache.set(calendar, compiled);
  }
  return compiled;
}

const cache = new WeakMap<Calendar, CompiledCalendar>();

function compileAfresh(calendar: Calendar): CompiledCalendar {
  const week = weekOf(calendar);
  const special = specialDays(calendar);
  const spans: Span[] = [...special]
    .map(([day, template]) => ({ fromMs: standardMidnight(day), toMs: standardMidnight(day + 1), template }))
    .sort((a, b) => a.fromMs - b.fromMs)
    .map((span) => ({ ...span, wallMs: 0 }));
  const timeline = timelineOf(week, spans);
  let early: Timeline | undefined;
  return {
    opens: week.coveredMs > 0,
    known: knownTime(calendar),
    timelineFrom: (ms) => {
      if (ms >= SUMMER_TIME_OVER_MS) return timeline;
      early ??= timelineOf(week, withSummers(spans, summerSpans(special)));
      return early;
    },
  };
}

/** The special days outside summer time, and all days within it. */
function withSummers(spans: readonly Span[], summers: readonly Span[]): Span[] {
  const others = spans.filter(
    ({ fromMs, toMs }) => !summers.some((summer) => summer.fromMs < toMs && fromMs < summer.toMs),
  );
  return [...others, ...summers].sort((a, b) => a.fromMs - b.fromMs);
}

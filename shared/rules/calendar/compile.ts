import type { Calendar } from "./calendar.ts";
import { specialDays } from "./day-template.ts";
import { knownTime, type KnownTime } from "./known-time.ts";
import { ordinaryOf, weekOn } from "./ordinary.ts";
import { standardMidnight, SUMMER_TIME_OVER_MS, summerSpans } from "./summer-time.ts";
import { timelineOf, type Span, type Timeline } from "./timeline.ts";

/** A calendar made ready for counting. */
export interface CompiledCalendar {
  /** False: nothing is ever covered. */
  readonly opens: boolean;
  readonly known: KnownTime;
  /** The timeline that holds from this instant on. */
  readonly timelineFrom: (ms: number) => Timeline;
}

/**
 * Makes a checked calendar ready, once for each calendar object: a millisecond, with seasons two,
 * whatever years it is asked about.
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
  const ordinary = ordinaryOf(calendar);
  const special = specialDays(calendar);
  const spans: Span[] = [...special]
    .map(([day, template]) => {
      const week = weekOn(ordinary, day);
      return { fromMs: standardMidnight(day), toMs: standardMidnight(day + 1), template, week };
    })
    .sort((a, b) => a.fromMs - b.fromMs)
    .map((span) => ({ ...span, wallMs: 0 }));
  const timeline = timelineOf(ordinary, spans);
  let early: Timeline | undefined;
  return {
    opens: ordinary.opens,
    known: knownTime(calendar),
    timelineFrom: (ms) => {
      if (ms >= SUMMER_TIME_OVER_MS) return timeline;
      early ??= timelineOf(ordinary, withSummers(spans, summerSpans(ordinary, special)));
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

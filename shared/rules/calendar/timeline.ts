import { must } from "../../lib/must.ts";
import { ordinaryCount, ordinaryInstant, TO_MONDAY_MS, weekOn, type Ordinary } from "./ordinary.ts";
import { lastAtOrBefore, sortedKeys, type SortedKeys } from "./sorted-keys.ts";
import { coveredInWeek, DAY_MS, placeInWeek, type Week } from "./week.ts";

/** Template of a day that is named as off: nothing is covered, whatever its weekday. */
export const HOLIDAY = -1;

/** A stretch, at most a day long, that does not follow the ordinary week. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  /** The weekday whose windows hold, 0 Monday to 6 Sunday, or `HOLIDAY`. */
  readonly template: number;
  /** That weekday stands in this week: the one of the day's season. */
  readonly week: Week;
  /** What the wall shows at `fromMs`, in milliseconds since midnight. */
  readonly wallMs: number;
}

/**
 * All time, as one growing count of covered milliseconds: ordinary time for ever, and the
 * sorted spans that differ. The count has an arbitrary zero; only differences mean anything.
 * Both directions cost the same near and far (performance: flat in the length of the span).
 */
export interface Timeline {
  readonly ordinary: Ordinary;
  readonly spans: readonly Span[];
  readonly froms: SortedKeys;
  /** The count at the start of each span, and at its end. */
  readonly counts: SortedKeys;
  readonly endCounts: Float64Array;
  readonly tos: Float64Array;
  /** Place in the week of each span's start under its template. */
  readonly places: Float64Array;
  /** Covered in the week before that place. */
  readonly bases: Float64Array;
  /** What to add to the ordinary count after each span. */
  readonly shifts: Float64Array;
}

/** `spans` are sorted and do not touch one another's insides. */
export function timelineOf(ordinary: Ordinary, spans: readonly Span[]): Timeline {
  const counts: number[] = [];
  const endCounts = new Float64Array(spans.length);
  const shifts = new Float64Array(spans.length);
  const places = Float64Array.from(spans, (span) => Math.max(0, span.template) * DAY_MS + span.wallMs);
  const bases = Float64Array.from(places, (place, i) => coveredInWeek(weekOfSpan(spans, i), place));
  let shift = 0;
  for (const [i, span] of spans.entries()) {
    const count = ordinaryCount(ordinary, span.fromMs) + shift;
    const covered =
      span.template === HOLIDAY ? 0 : spanCovered(span.week, places, bases, i, span.toMs - span.fromMs);
    counts.push(count);
    endCounts[i] = count + covered;
    shift = count + covered - ordinaryCount(ordinary, span.toMs);
    shifts[i] = shift;
  }
  return {
    ordinary,
    spans,
    froms: sortedKeys(spans.map((span) => span.fromMs)),
    counts: sortedKeys(counts),
    endCounts,
    tos: Float64Array.from(spans, (span) => span.toMs),
    places: Float64Array.from(places, (place, i) => (spans[i]?.template === HOLIDAY ? HOLIDAY : place)),
    bases,
    shifts,
  };
}

/** The count at an instant. */
export function countAt(timeline: Timeline, ms: number): number {
  const i = lastAtOrBefore(timeline.froms, ms);
  if (i < 0) return ordinaryCount(timeline.ordinary, ms);
  if (ms >= (timeline.tos[i] ?? 0)) return ordinaryCount(timeline.ordinary, ms) + (timeline.shifts[i] ?? 0);
  const count = timeline.counts.keys[i] ?? 0;
  if ((timeline.places[i] ?? 0) < 0) return count;
  const sinceMs = ms - (timeline.froms.keys[i] ?? 0);
  return count + spanCovered(weekOfSpan(timeline.spans, i), timeline.places, timeline.bases, i, sinceMs);
}

/** The first instant at which the count is reached. Something must be covered. */
export function instantAt(timeline: Timeline, count: number): number {
  const { ordinary } = timeline;
  // Counts are whole milliseconds: the last span that begins before this count is reached.
  const i = lastAtOrBefore(timeline.counts, count - 1);
  if (i < 0) return ordinaryInstant(ordinary, count);
  if (count > (timeline.endCounts[i] ?? 0))
    return ordinaryInstant(ordinary, count - (timeline.shifts[i] ?? 0));
  const into = (timeline.bases[i] ?? 0) + count - (timeline.counts.keys[i] ?? 0);
  return (
    (timeline.froms.keys[i] ?? 0) +
    placeInWeek(weekOfSpan(timeline.spans, i), into) -
    (timeline.places[i] ?? 0)
  );
}

/** A stretch of at most a day from `fromMs` on that follows one template. */
export function stretchAt(timeline: Timeline, fromMs: number): Span {
  const i = lastAtOrBefore(timeline.froms, fromMs);
  const span = timeline.spans[i];
  if (span !== undefined && fromMs < span.toMs) {
    return { ...span, fromMs, wallMs: span.wallMs + fromMs - span.fromMs };
  }
  const sinceMonday = fromMs + TO_MONDAY_MS;
  const day = Math.floor(sinceMonday / DAY_MS);
  const wallMs = sinceMonday - day * DAY_MS;
  const toMs = Math.min(fromMs - wallMs + DAY_MS, timeline.spans[i + 1]?.fromMs ?? Infinity);
  // 1970-01-01 was the fourth day counted from that Monday.
  const week = weekOn(timeline.ordinary, day - 3);
  return { fromMs, toMs, template: ((day % 7) + 7) % 7, week, wallMs };
}

function spanCovered(week: Week, places: Float64Array, bases: Float64Array, i: number, sinceMs: number) {
  return coveredInWeek(week, (places[i] ?? 0) + sinceMs) - (bases[i] ?? 0);
}

function weekOfSpan(spans: readonly Span[], i: number): Week {
  return must(spans[i], "the look-up found it").week;
}

import type { CompiledCalendar } from "../calendar/compile.ts";
import { HOLIDAY, stretchAt, type Span, type Timeline } from "../calendar/timeline.ts";
import type { MergedPauses } from "./pauses.ts";

/**
 * Why time counted or not. `paused` only where it would have counted; `closed` is outside the windows;
 * `holiday` is a whole day that the official notice or the hospital names as off, a Sunday too.
 */
type SegmentKind = "counted" | "paused" | "closed" | "holiday";

export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly kind: SegmentKind;
}

/**
 * Every stretch from one instant to another in order, without gaps, neighbours of one kind joined:
 * the panel 「为什么是这个时间」. Some four a working day; nothing when the end is not after the start.
 */
export function* segments(
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
  pauses: MergedPauses,
): Generator<Segment> {
  const timeline = calendar.timelineFrom(fromMs);
  let open: Segment | undefined;
  for (const segment of withPauses(unpaused(timeline, fromMs, toMs), pauses)) {
    if (open?.kind === segment.kind) open = { ...open, toMs: segment.toMs };
    else {
      if (open !== undefined) yield open;
      open = segment;
    }
  }
  if (open !== undefined) yield open;
}

function* unpaused(timeline: Timeline, fromMs: number, toMs: number): Generator<Segment> {
  for (let at = fromMs; at < toMs;) {
    const stretch = stretchAt(timeline, at);
    yield* segmentsOfStretch({ ...stretch, toMs: Math.min(toMs, stretch.toMs) });
    at = stretch.toMs;
  }
}

function* segmentsOfStretch(stretch: Span): Generator<Segment> {
  const { toMs, template } = stretch;
  if (template === HOLIDAY) {
    yield { fromMs: stretch.fromMs, toMs, kind: "holiday" };
    return;
  }
  const midnightMs = stretch.fromMs - stretch.wallMs;
  let at = stretch.fromMs;
  for (const [opens, closes] of stretch.week.windowsMs[template] ?? []) {
    const from = Math.max(at, midnightMs + opens);
    const to = Math.min(toMs, midnightMs + closes);
    if (from >= to) continue;
    if (from > at) yield { fromMs: at, toMs: from, kind: "closed" };
    yield { fromMs: from, toMs: to, kind: "counted" };
    at = to;
  }
  if (at < toMs) yield { fromMs: at, toMs, kind: "closed" };
}

function* withPauses(segments: Iterable<Segment>, pauses: MergedPauses): Generator<Segment> {
  let next = 0;
  for (const segment of segments) {
    let at = segment.fromMs;
    while (segment.kind === "counted" && at < segment.toMs) {
      while ((pauses[next]?.toMs ?? Infinity) <= at) next++;
      const pause = pauses[next];
      if (pause === undefined || pause.fromMs >= segment.toMs) break;
      if (pause.fromMs > at) yield { fromMs: at, toMs: pause.fromMs, kind: "counted" };
      const toMs = Math.min(pause.toMs, segment.toMs);
      yield { fromMs: Math.max(at, pause.fromMs), toMs, kind: "paused" };
      at = toMs;
    }
    if (at < segment.toMs) yield { ...segment, fromMs: at };
  }
}

import { dayNumber, type CalendarDate } from "../../lib/dates.ts";
import { instant, startOfDay, type Instant } from "../../lib/instants.ts";
import type { Incident } from "../../records/index.ts";

/** What a scorecard is asked about. */
export interface ScoreQuestion {
  /** First and last day in Shanghai, both included, by the day of the report. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** None: every vendor. */
  readonly vendorIds: readonly string[];
  readonly systemId?: string | undefined;
  readonly contractId?: string | undefined;
  /** Until when running clocks are counted, epoch milliseconds. */
  readonly nowMs: number;
}

/** Whether something belongs to a question. Instants compare as text. */
export const isAsked = {
  time: (question: ScoreQuestion, at: Instant): boolean => {
    const { from, before } = boundsOf(question);
    return from <= at && at < before;
  },

  vendor: ({ vendorIds }: ScoreQuestion, vendorId: string): boolean =>
    vendorIds.length === 0 || vendorIds.includes(vendorId),

  /** No one vendor or contract was picked out: incidents that concern nobody are told of, too. */
  everybody: ({ vendorIds, contractId }: ScoreQuestion): boolean =>
    vendorIds.length === 0 && contractId === undefined,

  /** What the incident alone can say; who is concerned by its cover is asked later. */
  incident: (question: ScoreQuestion, { systemId, vendorId, contractId }: Incident): boolean =>
    (question.systemId === undefined || question.systemId === systemId) &&
    (question.vendorIds.length === 0 ||
      vendorId === undefined ||
      contractId !== undefined ||
      question.vendorIds.includes(vendorId)),

  result: (
    question: ScoreQuestion,
    { vendorId, contractId }: { readonly vendorId: string; readonly contractId: string },
  ): boolean =>
    isAsked.vendor(question, vendorId) &&
    (question.contractId === undefined || question.contractId === contractId),
};

interface Bounds {
  readonly from: Instant;
  readonly before: Instant;
}

const known = new WeakMap<ScoreQuestion, Bounds>();

function boundsOf(question: ScoreQuestion): Bounds {
  let bounds = known.get(question);
  if (bounds === undefined) {
    bounds = {
      from: instant(startOfDay(dayNumber(question.from))),
      before: instant(startOfDay(dayNumber(question.to) + 1)),
    };
    known.set(question, bounds);
  }
  return bounds;
}

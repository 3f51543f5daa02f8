import type { Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { IncidentEvent } from "../../records/index.ts";

/** A line of a timeline: what happened and when, and whatever else was written down about it. */
export type Line = Pick<IncidentEvent, "kind" | "at"> & Partial<IncidentEvent>;

/** By time, and as they stood within one moment. Most timelines are in order already and are not copied. */
export function inOrder<L extends Pick<IncidentEvent, "at">>(events: readonly L[]): readonly L[] {
  for (let i = 1; i < events.length; i++) {
    if ((events[i]?.at ?? "") < (events[i - 1]?.at ?? "")) {
      return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    }
  }
  return events;
}

/**
 * The timeline as the office holds it: in order, and where it adjudicated a time, that account alone in place of all
 * others of its step in its round (a round ends with a reopening or a refusal). Nothing is lost: what was set aside
 * stays on the timeline, it only no longer counts. Source: beyond.md item 12.
 */
export function heldTimeline(events: readonly Line[]): readonly Line[] {
  const ordered = inOrder(events);
  const rulings = ordered.filter(isAdjudication);
  if (rulings.length === 0) return ordered;
  // The later word on a step replaces the earlier.
  let held: Line[] = [...ordered];
  for (const { aboutKind, aboutAt, ...ruling } of rulings) {
    const account = held.find(({ kind, at }) => kind === aboutKind && at === aboutAt);
    const [from, to] = roundAround(held, aboutAt);
    // Another time of the step comes after its first; what lies before the one that holds was a slip.
    const isAnother = ({ again, at }: Line): boolean => again === true && at > aboutAt;
    held = held.filter(
      (line) => line.kind !== aboutKind || isAnother(line) || line.at < from || line.at > to,
    );
    held.push(account ?? { ...ruling, kind: aboutKind, at: aboutAt });
    held = [...inOrder(held)];
  }
  return held;
}

/** Two or more first accounts of one step in one round that disagree, and nobody has decided. */
export interface Contest {
  readonly kind: EventKind;
  /** Each account, the earliest first. */
  readonly accounts: readonly Line[];
}

/**
 * Times that two desks told differently without knowing of each other: accounts of one step in one round, none of them
 * said to be `again`, in different minutes. The report is not among them: its earliest provable time wins (R2).
 */
export function contestsOf(events: readonly Line[]): readonly Contest[] {
  const ordered = inOrder(events);
  const contests: Contest[] = [];
  let round = new Map<EventKind, Line[]>();
  let settled = new Set<EventKind>();
  const close = (): void => {
    for (const [kind, accounts] of round) {
      const minutes = new Set(accounts.map(({ at }) => at.slice(0, MINUTE_LETTERS)));
      if (minutes.size > 1 && !settled.has(kind)) contests.push({ kind, accounts });
    }
    round = new Map();
    settled = new Set();
  };
  const rulings = ordered.filter(isAdjudication);
  const bounds = ordered.filter(endsRound).map(({ at }) => at);
  let at = 0;
  const roundOf = (when: Instant): number => bounds.filter((bound) => bound <= when).length;
  for (const line of ordered) {
    if (endsRound(line)) {
      close();
      at += 1;
      continue;
    }
    for (const { aboutKind, aboutAt } of rulings) if (roundOf(aboutAt) === at) settled.add(aboutKind);
    if (!STEPS.has(line.kind) || line.again === true) continue;
    const accounts = round.get(line.kind);
    if (accounts === undefined) round.set(line.kind, [line]);
    else accounts.push(line);
  }
  close();
  return contests;
}

/** `2026-11-22T05:10` of a stored instant. */
const MINUTE_LETTERS = 16;

/** Steps that happen once a round. */
const STEPS: ReadonlySet<EventKind> = new Set<EventKind>([
  "acknowledged",
  "replied",
  "planSubmitted",
  "planConfirmed",
  "remoteFailed",
  "arrived",
  "workedAround",
  "loanerDelivered",
  "replaced",
  "partReturned",
  "reportDelivered",
  "resolved",
]);

type Adjudication = Line & { readonly aboutKind: EventKind; readonly aboutAt: Instant };

function isAdjudication(line: Line): line is Adjudication {
  return line.kind === "adjudicated" && line.aboutKind !== undefined && line.aboutAt !== undefined;
}

function endsRound({ kind }: Line): boolean {
  return kind === "reopened" || kind === "refused";
}

/** The reopenings or refusals before and after a moment. */
function roundAround(events: readonly Line[], at: Instant): readonly [Instant, Instant] {
  let from = "";
  for (const line of events) {
    if (!endsRound(line)) continue;
    if (line.at > at) return [from, line.at];
    from = line.at;
  }
  return [from, "~"];
}

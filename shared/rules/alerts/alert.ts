import type { CalendarDate } from "../../lib/dates.ts";
import type { Instant } from "../../lib/instants.ts";
import type { RecordData } from "../../records/index.ts";
import type { ChangeViolation } from "../obligations/changes.ts";

/**
 * How much an alert presses, the most first. `urgent`: a critical or urgent incident is over its time; it alone rings
 * in quiet hours. `overdue`: something else is late. `soon`: the last steps before. `early`: while there is time.
 */
export const URGENCIES = ["urgent", "overdue", "soon", "early"] as const;
export type Urgency = (typeof URGENCIES)[number];

interface AlertBase {
  /** Names this step of the ladder; it rings once a desk. 已阅 answers it. */
  readonly key: string;
  /** Names what is put off or decided: every step of one term, else the step itself. */
  readonly subject: string;
  readonly urgency: Urgency;
  /** Whose promise it is. */
  readonly party: "vendor" | "hospital";
  /** Since when it stands. */
  readonly at: Instant;
  /** When what it warns of is, or was, due; undefined in a pause without an end. */
  readonly dueAt: Instant | undefined;
  /** Never rings: listed only (clocks R8, R9). */
  readonly silent: "paused" | "attached" | undefined;
  readonly contractId: string;
}

export interface Crossing {
  /** Of the target used up, in %. */
  readonly percent: number;
  readonly at: Instant;
}

/** An open incident's clock has used 50, 75, 90, 100 % of its target or further whole targets (clocks R9). */
export interface ClockAlert extends AlertBase {
  readonly topic: "clock";
  readonly incidentId: string;
  readonly clauseId: string;
  /** The clause's name. */
  readonly name: string;
  /** The highest step reached. */
  readonly percent: number;
  /** Every step up to it (of further whole targets only the last), with when it was crossed. */
  readonly crossed: readonly Crossing[];
  /** The step after, if time runs towards it. */
  readonly next: Crossing | undefined;
}

/** A contract's running term ends, or the day by which a renewal must be announced comes near, undecided. */
export interface TermAlert extends AlertBase {
  readonly topic: "term";
  readonly of: "end" | "notice";
  readonly date: CalendarDate;
  /** Negative after. */
  readonly daysLeft: number;
}

/** Occurrences of an obligation that nothing settled; those due soon come singly. */
export interface ObligationAlert extends AlertBase {
  readonly topic: "obligation";
  readonly obligationId: string;
  readonly name: string;
  /** Of the oldest. */
  readonly dueDate: CalendarDate;
  readonly daysLeft: number;
  /** How many are overdue; 0: it is due soon. */
  readonly overdue: number;
}

/** A change that broke what was promised for it. */
export interface ChangeAlert extends AlertBase {
  readonly topic: "change";
  readonly obligationId: string;
  readonly name: string;
  readonly day: CalendarDate;
  readonly violations: readonly ChangeViolation[];
}

/** A letter that waits for our answer. */
export interface LetterAlert extends AlertBase {
  readonly topic: "letter";
  readonly letterId: string;
  readonly name: string;
  readonly answerBy: CalendarDate;
  readonly daysLeft: number;
}

/** What a contract grants is used up, or four fifths of it are. */
export interface EntitlementAlert extends AlertBase {
  readonly topic: "entitlement";
  readonly entitlementId: string;
  readonly name: string;
  readonly used: number;
  readonly available: number;
}

export type Alert = ClockAlert | TermAlert | ObligationAlert | ChangeAlert | LetterAlert | EntitlementAlert;

export type AlertAnswer = RecordData<"alertAnswer">;

/** An alert with what somebody did about it. */
export interface AnsweredAlert {
  readonly alert: Alert;
  /** `unread` counts and rings; `seen` stays in sight; `snoozed` until its answer's time; `decided` is gone. */
  readonly standing: "unread" | "seen" | "snoozed" | "decided";
  readonly answer: AlertAnswer | undefined;
  /** Under which it rings: again when it was put off and that time is over. */
  readonly ringKey: string;
}

import type { CalendarDate } from "../../lib/dates.ts";
import { dateOf } from "../../lib/instants.ts";
import type { RecordType } from "../../records/index.ts";
import type { Status } from "../incidents/status.ts";

/** Days that nobody touched a record, after which it is out of daily use. */
export const QUIET_DAYS = 30;

export interface Settling {
  readonly data: Readonly<Record<string, unknown>>;
  /** When the record was last changed, by any desk. */
  readonly touchedMs: number;
  readonly nowMs: number;
  /** Where its incident stands, for what is or belongs to one; undefined where that is not known here. */
  readonly incidentStatus?: Status | undefined;
}

/**
 * Whether a record has settled: what it is about is over, and nobody touched it for `QUIET_DAYS`. Settled records may
 * be changed like any other; they are only kept in a way that suits reading many of them.
 */
export function isSettled(type: RecordType, record: Settling): boolean {
  const isQuiet = record.nowMs - record.touchedMs >= QUIET_DAYS * DAY_MS;
  return isQuiet && isOver(type, record);
}

/** Whether a type can settle at all: what an office has only some hundreds of does not. */
export function canSettle(type: RecordType): boolean {
  return RULES[type] !== "never";
}

/** Whether `isSettled` asks where the record's incident stands. */
export function followsIncident(type: RecordType): boolean {
  return RULES[type] === "withIncident";
}

type Rule =
  /** Read all the time, few, or looked at by the store itself. */
  | "never"
  /** With its incident: closed, or solved and signed off. */
  | "withIncident"
  /** A line of a log or ledger, over as soon as it is written. */
  | "atOnce"
  | ((data: Settling["data"], today: CalendarDate) => boolean);

const RULES: Readonly<Record<RecordType, Rule>> = {
  hospital: "never",
  person: "never",
  vendor: "never",
  system: "never",
  module: "never",
  contract: "never",
  agreement: "never",
  term: "never",
  clause: "never",
  ruling: "never",
  calendar: "never",
  holidayNotice: "never",
  entitlement: "never",
  backupPlan: "never",
  importBatch: "never",
  incident: "withIncident",
  incidentEvent: "withIncident",
  fax: "withIncident",
  verdict: "withIncident",
  breach: "withIncident",
  attachment: "atOnce",
  alertAnswer: "atOnce",
  decision: "atOnce",
  backupCheck: "atOnce",
  entitlementEntry: "atOnce",
  obligationEntry: "atOnce",
  visit: (data) => isSaid(data["actualDate"]) || isSaid(data["cancelledDate"]),
  letter: (data) => isSaid(data["answeredDate"]),
  // What recurs without an end is never over.
  obligation: ({ untilDate }, today) =>
    typeof untilDate === "string" && untilDate !== "" && untilDate < today,
};

function isOver(type: RecordType, { data, nowMs, incidentStatus }: Settling): boolean {
  const rule = RULES[type];
  if (rule === "never") return false;
  if (rule === "atOnce") return true;
  if (rule === "withIncident") return incidentStatus === "closed";
  return rule(data, dateOf(nowMs));
}

function isSaid(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

const DAY_MS = 86_400_000;

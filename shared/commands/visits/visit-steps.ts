import { change, create, type Edit } from "../edit.ts";
import { isDate, type CalendarDate } from "../../lib/dates.ts";
import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { EntitlementEntry, RecordData, Stored } from "../../records/index.ts";
import type { Balance } from "../../rules/entitlements/balance.ts";
import { standingEntries } from "../../rules/entitlements/ledger.ts";
import { agreementState } from "../../rules/fees/agreement-state.ts";

type Visit = RecordData<"visit">;
type Entry = Stored<"entitlementEntry">;

export type VisitFailure =
  | {
      readonly field: string;
      readonly kind:
        | "missing"
        | "tooLong"
        | "notADate"
        | "inTheFuture"
        | "outsidePeriod"
        | "alreadyDone"
        | "reasonMissing"
        | "alreadyReversed"
        /** It takes something back itself, or counts for nothing any more. */
        | "notReversible"
        | "notACount"
        /** Of another contract, no visit, withdrawn or done. */
        | "agreementUnfit";
    }
  /** What is left on the planned day does not do. */
  | { readonly field: ""; readonly kind: "nothingLeft"; readonly balance: Balance };

export interface Order {
  readonly subject: string;
  readonly plannedDate: CalendarDate;
  readonly engineer: string;
  readonly by: string;
  /** The fault it is for, where there is one. */
  readonly incidentId?: string | undefined;
  /** How many of the entitlement it takes, such as trainees; one where nothing is said. */
  readonly units?: number | undefined;
  /** Goes beyond the entitlement: what was agreed for it (F10). Nothing is set aside then. */
  readonly agreement?: Stored<"agreement"> | undefined;
}

/**
 * A visit ordered: planned, and what it takes set aside so that nobody orders it twice (checklist F08). Judged by the
 * period that the planned day lies in, so a year's patrols can be planned ahead. Refused where not enough is left then:
 * what goes beyond is quoted first (C04), and ordered by its agreement; it may be signed later, but before the dispatch.
 */
export function orderVisit(
  order: Order,
  context: {
    readonly visitId: string;
    readonly entryId: string;
    readonly now: Instant;
    readonly contract: Stored<"contract">;
    readonly entitlement: Stored<"entitlement">;
    readonly balanceOn: (day: CalendarDate) => Balance;
  },
): Result<Edit[], VisitFailure> {
  const { contract, entitlement } = context;
  const { plannedDate, agreement, units = 1 } = order;
  if (order.subject.trim() === "") return fail({ field: "subject", kind: "missing" });
  for (const field of ["subject", "engineer", "by"] as const) {
    if (order[field].length > LINE_LIMIT) return fail({ field, kind: "tooLong" });
  }
  if (!isDate(plannedDate)) return fail({ field: "plannedDate", kind: "notADate" });
  if (!isCount(units)) return fail({ field: "units", kind: "notACount" });
  const visit: Visit = {
    subject: order.subject.trim(),
    vendorId: contract.data.vendorId,
    contractId: contract.id,
    kind: KINDS[entitlement.data.kind] ?? "other",
    plannedDate,
  };
  if (order.incidentId !== undefined) visit.incidentId = order.incidentId;
  if (order.engineer.trim() !== "") visit.engineer = order.engineer.trim();
  if (agreement !== undefined) {
    if (!isFit(agreement, contract)) return fail({ field: "", kind: "agreementUnfit" });
    return ok([create("visit", context.visitId, { ...visit, agreementId: agreement.id })]);
  }
  const balance = context.balanceOn(plannedDate);
  if (balance.period === undefined) return fail({ field: "plannedDate", kind: "outsidePeriod" });
  if (balance.left !== undefined && balance.left < units) {
    return fail({ field: "", kind: "nothingLeft", balance });
  }
  const line = { day: plannedDate, units, visitId: context.visitId, by: order.by };
  return ok([
    create("visit", context.visitId, { ...visit, entitlementId: entitlement.id }),
    entryEdit(context.entryId, entitlement.id, "reserved", context.now, line),
  ]);
}

function isFit({ data }: Stored<"agreement">, contract: Stored<"contract">): boolean {
  const state = agreementState(data);
  return (
    data.kind === "visit" && data.contractId === contract.id && state !== "withdrawn" && state !== "done"
  );
}

const KINDS: Readonly<Partial<Record<string, NonNullable<Visit["kind"]>>>> = {
  scheduledVisit: "patrol",
  emergencyVisit: "emergency",
  trainee: "training",
};

interface SettleContext {
  readonly entryId: string;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly entries: readonly Entry[];
}

/**
 * The visit took place: its reservation becomes a use on the actual day (checklist F08), of as many units, or of the
 * minutes that it took where the entitlement is time. More than was left is a fact too.
 */
export function completeVisit(
  visit: Stored<"visit">,
  told: {
    readonly actualDate: CalendarDate;
    readonly result: string;
    readonly reportReceived: boolean | undefined;
    readonly by: string;
    readonly minutes?: number | undefined;
  },
  { entryId, now, today, entries }: SettleContext,
): Result<Edit[], VisitFailure> {
  if (isOver(visit)) return fail({ field: "", kind: "alreadyDone" });
  if (!isDate(told.actualDate)) return fail({ field: "actualDate", kind: "notADate" });
  if (told.actualDate > today) return fail({ field: "actualDate", kind: "inTheFuture" });
  const { minutes } = told;
  if (minutes !== undefined && !isCount(minutes, MOST_MINUTES)) {
    return fail({ field: "minutes", kind: "notACount" });
  }
  const edits: Edit[] = [
    change("visit", visit.id, {
      actualDate: told.actualDate,
      ...(told.result.trim() === "" ? {} : { result: told.result.trim() }),
      ...(told.reportReceived === undefined ? {} : { reportReceived: told.reportReceived }),
    }),
  ];
  const { entitlementId } = visit.data;
  if (entitlementId !== undefined) {
    const about = reservationOf(visit, entries);
    const amount = minutes === undefined ? { units: about?.data.units ?? 1 } : { minutes };
    const line = { day: told.actualDate, ...amount, visitId: visit.id, by: told.by };
    edits.push(
      entryEdit(entryId, entitlementId, "used", now, {
        ...line,
        ...(about === undefined ? {} : { aboutId: about.id }),
      }),
    );
  }
  return ok(edits);
}

/** The visit will not take place: what was set aside for it is free again. */
export function cancelVisit(
  visit: Stored<"visit">,
  told: { readonly reason: string; readonly by: string },
  { entryId, now, today, entries }: SettleContext,
): Result<Edit[], VisitFailure> {
  if (isOver(visit)) return fail({ field: "", kind: "alreadyDone" });
  if (told.reason.trim() === "") return fail({ field: "reason", kind: "reasonMissing" });
  const edits: Edit[] = [change("visit", visit.id, { cancelledDate: today, result: told.reason.trim() })];
  const about = reservationOf(visit, entries);
  if (about !== undefined) {
    const line = {
      day: today,
      visitId: visit.id,
      aboutId: about.id,
      by: told.by,
      reason: told.reason.trim(),
    };
    edits.push(entryEdit(entryId, about.data.entitlementId, "released", now, line));
  }
  return ok(edits);
}

/**
 * Takes a line back, with the reason; the slip stays to be read. A use gives its unit back, a reservation is free again,
 * what was granted on top is gone. Only what still counts can be taken back: see `standingEntries`.
 */
export function reverseEntry(
  entry: Entry,
  told: { readonly reason: string; readonly by: string },
  { entryId, now, today, entries }: SettleContext,
): Result<Edit[], VisitFailure> {
  if (told.reason.trim() === "") return fail({ field: "reason", kind: "reasonMissing" });
  if (entries.some(({ data }) => data.kind === "reversed" && data.aboutId === entry.id)) {
    return fail({ field: "", kind: "alreadyReversed" });
  }
  if (!standingEntries(entries).some(({ id }) => id === entry.id)) {
    return fail({ field: "", kind: "notReversible" });
  }
  const line = { day: today, aboutId: entry.id, by: told.by, reason: told.reason.trim() };
  return ok([entryEdit(entryId, entry.data.entitlementId, "reversed", now, line)]);
}

function isOver({ data }: Stored<"visit">): boolean {
  return data.actualDate !== undefined || data.cancelledDate !== undefined;
}

function reservationOf(visit: Stored<"visit">, entries: readonly Entry[]): Entry | undefined {
  return standingEntries(entries).find(({ data }) => data.kind === "reserved" && data.visitId === visit.id);
}

function entryEdit(
  id: string,
  entitlementId: string,
  kind: EntitlementEntry["kind"],
  now: Instant,
  line: Omit<EntitlementEntry, "entitlementId" | "kind" | "recordedAt">,
): Edit {
  const { by = "", ...rest } = line;
  const data: EntitlementEntry = { entitlementId, kind, recordedAt: now, ...rest };
  if (by.trim() !== "") data.by = by.trim();
  return create("entitlementEntry", id, data);
}

/** More than the contract granted, as both sides agreed: a line with its reason, never a changed grant. */
export function grantMore(
  entitlement: Stored<"entitlement">,
  told: { readonly units: number; readonly reason: string; readonly by: string },
  { entryId, now, today }: Omit<SettleContext, "entries">,
): Result<Edit[], VisitFailure> {
  if (!isCount(told.units)) {
    return fail({ field: "units", kind: "notACount" });
  }
  if (told.reason.trim() === "") return fail({ field: "reason", kind: "reasonMissing" });
  const line = { day: today, units: told.units, by: told.by, reason: told.reason.trim() };
  return ok([entryEdit(entryId, entitlement.id, "granted", now, line)]);
}

const LINE_LIMIT = 500;
const MOST_UNITS = 10_000;
/** A year. */
const MOST_MINUTES = 366 * 1440;

function isCount(value: number, most = MOST_UNITS): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

import { change, create, type Edit } from "../edit.ts";
import { isDate, type CalendarDate } from "../../lib/dates.ts";
import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { EntitlementEntry, RecordData, Stored } from "../../records/index.ts";
import type { Balance } from "../../rules/entitlements/balance.ts";
import { standingEntries } from "../../rules/entitlements/ledger.ts";

type Visit = RecordData<"visit">;
type Entry = Stored<"entitlementEntry">;

export interface VisitFailure {
  readonly field: string;
  readonly kind:
    | "missing"
    | "notADate"
    | "inTheFuture"
    | "nothingLeft"
    | "outsidePeriod"
    | "alreadyDone"
    | "reasonMissing"
    | "alreadyReversed"
    | "notACount";
}

export interface Order {
  readonly subject: string;
  readonly plannedDate: CalendarDate;
  readonly engineer: string;
  readonly by: string;
  /** The fault it is for, where there is one. */
  readonly incidentId?: string | undefined;
}

/**
 * A visit ordered: planned, and one unit set aside for it so that nobody orders it twice (checklist F08). Refused where
 * nothing is left on the planned day: what goes beyond is quoted first (C04).
 */
export function orderVisit(
  order: Order,
  context: {
    readonly visitId: string;
    readonly entryId: string;
    readonly now: Instant;
    readonly contract: Stored<"contract">;
    readonly entitlement: Stored<"entitlement">;
    readonly balance: Balance;
  },
): Result<Edit[], VisitFailure> {
  const { contract, entitlement, balance } = context;
  if (order.subject.trim() === "") return fail({ field: "subject", kind: "missing" });
  if (!isDate(order.plannedDate)) return fail({ field: "plannedDate", kind: "notADate" });
  if (balance.left !== undefined && balance.left < 1) return fail({ field: "", kind: "nothingLeft" });
  const { period } = balance;
  const isOutside =
    period === undefined ||
    order.plannedDate < period.startDate ||
    (period.endDate !== undefined && order.plannedDate > period.endDate);
  if (isOutside) return fail({ field: "plannedDate", kind: "outsidePeriod" });
  const visit: Visit = {
    subject: order.subject.trim(),
    vendorId: contract.data.vendorId,
    contractId: contract.id,
    kind: KINDS[entitlement.data.kind] ?? "other",
    plannedDate: order.plannedDate,
    entitlementId: entitlement.id,
  };
  if (order.incidentId !== undefined) visit.incidentId = order.incidentId;
  if (order.engineer.trim() !== "") visit.engineer = order.engineer.trim();
  const line = { day: order.plannedDate, units: 1, visitId: context.visitId, by: order.by };
  return ok([
    create("visit", context.visitId, visit),
    entryEdit(context.entryId, entitlement.id, "reserved", context.now, line),
  ]);
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

/** The visit took place: its reservation becomes a use on the actual day (checklist F08). */
export function completeVisit(
  visit: Stored<"visit">,
  told: {
    readonly actualDate: CalendarDate;
    readonly result: string;
    readonly reportReceived: boolean | undefined;
    readonly by: string;
  },
  { entryId, now, today, entries }: SettleContext,
): Result<Edit[], VisitFailure> {
  if (isOver(visit)) return fail({ field: "", kind: "alreadyDone" });
  if (!isDate(told.actualDate)) return fail({ field: "actualDate", kind: "notADate" });
  if (told.actualDate > today) return fail({ field: "actualDate", kind: "inTheFuture" });
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
    const line = { day: told.actualDate, units: about?.data.units ?? 1, visitId: visit.id, by: told.by };
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

/** Takes a line back, with the reason; the slip stays to be read. */
export function reverseEntry(
  entry: Entry,
  told: { readonly reason: string; readonly by: string },
  { entryId, now, today, entries }: SettleContext,
): Result<Edit[], VisitFailure> {
  if (told.reason.trim() === "") return fail({ field: "reason", kind: "reasonMissing" });
  if (entries.some(({ data }) => data.kind === "reversed" && data.aboutId === entry.id)) {
    return fail({ field: "", kind: "alreadyReversed" });
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
  if (!Number.isInteger(told.units) || told.units < 1 || told.units > MOST_UNITS) {
    return fail({ field: "units", kind: "notACount" });
  }
  if (told.reason.trim() === "") return fail({ field: "reason", kind: "reasonMissing" });
  const line = { day: today, units: told.units, by: told.by, reason: told.reason.trim() };
  return ok([entryEdit(entryId, entitlement.id, "granted", now, line)]);
}

const MOST_UNITS = 10_000;

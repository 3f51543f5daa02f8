import { isDate, type CalendarDate } from "../../lib/dates.ts";
import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Agreement, Stored } from "../../records/index.ts";
import { agreementState, isStamped } from "../../rules/fees/agreement-state.ts";
import { visitFee, type FeeFailure, type FeeParts } from "../../rules/fees/visit-fee.ts";
import { change, create, type Edit } from "../edit.ts";

export interface AgreementFailure {
  readonly field: string;
  readonly kind:
    | "missing"
    | "tooLong"
    | "notADate"
    | "inTheFuture"
    | "beforeQuote"
    | "leftBeforeArrival"
    | "scanMissing"
    /** F10: nobody sets out before the stamped copy is here. */
    | "notStamped"
    | "alreadyDone"
    | "withdrawn"
    | FeeFailure["kind"];
}

export interface Quote extends FeeParts {
  readonly subject: string;
  readonly workload: string;
  readonly note: string;
  readonly incidentId?: string | undefined;
}

interface NewContext {
  readonly id: string;
  readonly number: string;
  readonly contractId: string;
  readonly today: CalendarDate;
}

/** What a visit outside the contract will cost, before anybody agrees to it (checklist C04, F10). */
export function quoteVisit(told: Quote, context: NewContext): Result<Edit[], AgreementFailure> {
  const { people, days, travelFen, lodgingFen, dailyFen } = told;
  const wrong = subjectFailure(told.subject);
  if (wrong !== undefined) return fail(wrong);
  const fee = visitFee(told);
  if (!fee.ok) return fail(fee.failure);
  const parts = { people, days, travelFen, lodgingFen, dailyFen };
  return ok([create("agreement", context.id, { ...draft("visit", told, context), ...parts })]);
}

/** A change of the software, which no maintenance contract includes (checklist F11, C17). */
export function quoteCustomisation(
  told: Pick<Quote, "subject" | "workload" | "note" | "incidentId"> & {
    readonly amountFen: number | undefined;
  },
  context: NewContext,
): Result<Edit[], AgreementFailure> {
  const { amountFen } = told;
  const wrong = subjectFailure(told.subject);
  if (wrong !== undefined) return fail(wrong);
  if (amountFen !== undefined && !(Number.isInteger(amountFen) && amountFen >= 0)) {
    return fail({ field: "amountFen", kind: "notAnAmount" });
  }
  if (amountFen !== undefined && amountFen > MOST_FEN) return fail({ field: "amountFen", kind: "tooMuch" });
  const amount = amountFen === undefined ? {} : { amountFen };
  return ok([create("agreement", context.id, { ...draft("customisation", told, context), ...amount })]);
}

function subjectFailure(subject: string): AgreementFailure | undefined {
  if (subject.trim() === "") return { field: "subject", kind: "missing" };
  return subject.length > LINE_LIMIT ? { field: "subject", kind: "tooLong" } : undefined;
}

const LINE_LIMIT = 500;
/** The largest amount that a record holds. */
const MOST_FEN = 1e13;

function draft(
  kind: Agreement["kind"],
  told: Pick<Quote, "subject" | "workload" | "note" | "incidentId">,
  { number, contractId, today }: NewContext,
): Agreement {
  const agreement: Agreement = { contractId, number, kind, subject: told.subject.trim(), quotedDate: today };
  if (told.workload.trim() !== "") agreement.workload = told.workload.trim();
  if (told.note.trim() !== "") agreement.note = told.note.trim();
  if (told.incidentId !== undefined) agreement.incidentId = told.incidentId;
  return agreement;
}

/** The stamped copy came back: the day, who signed, and the scan's SHA-256, all three (checklist F10, F11). */
export function signAgreement(
  agreement: Stored<"agreement">,
  told: { readonly signedDate: CalendarDate; readonly signedBy: string; readonly scanSha256: string },
  today: CalendarDate,
): Result<Edit[], AgreementFailure> {
  const wrong = notOpen(agreement.data) ?? dayFailure("signedDate", told.signedDate, agreement.data, today);
  if (wrong !== undefined) return fail(wrong);
  if (isStamped(agreement.data)) return fail({ field: "", kind: "alreadyDone" });
  if (!/^[0-9a-f]{64}$/.test(told.scanSha256)) return fail({ field: "", kind: "scanMissing" });
  const { signedDate, scanSha256 } = told;
  const signedBy = told.signedBy.trim();
  if (signedBy === "") return fail({ field: "signedBy", kind: "missing" });
  if (signedBy.length > LINE_LIMIT) return fail({ field: "signedBy", kind: "tooLong" });
  return ok([change("agreement", agreement.id, { signedDate, scanSha256, signedBy })]);
}

/** They set out; refused until the stamped copy is here (checklist F10). */
export function dispatchAgreement(
  { id, data }: Stored<"agreement">,
  now: Instant,
): Result<Edit[], AgreementFailure> {
  const wrong = notOpen(data);
  if (wrong !== undefined) return fail(wrong);
  if (!isStamped(data)) return fail({ field: "", kind: "notStamped" });
  if (data.dispatchedAt !== undefined) return fail({ field: "", kind: "alreadyDone" });
  return ok([change("agreement", id, { dispatchedAt: now })]);
}

/** When they came and went: the final fee counts both days. `leftDate` may follow later. */
export function recordStay(
  { id, data }: Stored<"agreement">,
  told: { readonly arrivedDate: CalendarDate; readonly leftDate: CalendarDate | undefined },
  today: CalendarDate,
): Result<Edit[], AgreementFailure> {
  const { arrivedDate, leftDate } = told;
  if (data.withdrawnDate !== undefined) return fail({ field: "", kind: "withdrawn" });
  if (!isStamped(data)) return fail({ field: "", kind: "notStamped" });
  const wrong =
    dayFailure("arrivedDate", arrivedDate, data, today) ??
    (leftDate === undefined ? undefined : dayFailure("leftDate", leftDate, data, today));
  if (wrong !== undefined) return fail(wrong);
  if (leftDate !== undefined && leftDate < arrivedDate) {
    return fail({ field: "leftDate", kind: "leftBeforeArrival" });
  }
  return ok([change("agreement", id, { arrivedDate, leftDate: leftDate ?? null })]);
}

/** We accept what was delivered, or the work that was done. */
export function acceptAgreement(
  { id, data }: Stored<"agreement">,
  day: CalendarDate,
  today: CalendarDate,
): Result<Edit[], AgreementFailure> {
  if (data.withdrawnDate !== undefined) return fail({ field: "", kind: "withdrawn" });
  if (!isStamped(data)) return fail({ field: "", kind: "notStamped" });
  if (data.acceptedDate !== undefined) return fail({ field: "", kind: "alreadyDone" });
  const wrong = dayFailure("day", day, data, today);
  return wrong === undefined ? ok([change("agreement", id, { acceptedDate: day })]) : fail(wrong);
}

/** It will not come to pass; not once they have come. */
export function withdrawAgreement(
  { id, data }: Stored<"agreement">,
  day: CalendarDate,
  today: CalendarDate,
): Result<Edit[], AgreementFailure> {
  const wrong = notOpen(data) ?? dayFailure("day", day, data, today);
  if (wrong !== undefined) return fail(wrong);
  if (data.arrivedDate !== undefined) return fail({ field: "", kind: "alreadyDone" });
  return ok([change("agreement", id, { withdrawnDate: day })]);
}

function notOpen(data: Agreement): AgreementFailure | undefined {
  const state = agreementState(data);
  if (state === "withdrawn") return { field: "", kind: "withdrawn" };
  return state === "done" ? { field: "", kind: "alreadyDone" } : undefined;
}

function dayFailure(
  field: string,
  day: CalendarDate,
  { quotedDate }: Agreement,
  today: CalendarDate,
): AgreementFailure | undefined {
  if (!isDate(day)) return { field, kind: "notADate" };
  if (day > today) return { field, kind: "inTheFuture" };
  return day < quotedDate ? { field, kind: "beforeQuote" } : undefined;
}

import type { DataOf } from "../lib/define-record.ts";
import { agreement } from "./agreement.ts";
import { alertAnswer } from "./alert-answer.ts";
import { attachment } from "./attachment.ts";
import { backupCheck } from "./backup-check.ts";
import { backupPlan } from "./backup-plan.ts";
import { breach } from "./breach.ts";
import { calendar } from "./calendar.ts";
import { clause } from "./clause.ts";
import { contract } from "./contract.ts";
import { decision } from "./decision.ts";
import { entitlement } from "./entitlement.ts";
import { entitlementEntry } from "./entitlement-entry.ts";
import { fax } from "./fax.ts";
import { holidayNotice } from "./holiday-notice.ts";
import { hospital } from "./hospital.ts";
import { importBatch } from "./import-batch.ts";
import { incident } from "./incident.ts";
import { incidentEvent } from "./incident-event.ts";
import { letter } from "./letter.ts";
import { module } from "./module.ts";
import { obligation } from "./obligation.ts";
import { obligationEntry } from "./obligation-entry.ts";
import { person } from "./person.ts";
import { ruling } from "./ruling.ts";
import { system } from "./system.ts";
import { term } from "./term.ts";
import { vendor } from "./vendor.ts";
import { verdict } from "./verdict.ts";
import { visit } from "./visit.ts";

/** Every record type there is. A new one is a file beside this one, a line here, and a frozen example in the tests. */
export const registry = {
  hospital,
  person,
  vendor,
  system,
  module,
  contract,
  term,
  clause,
  ruling,
  entitlement,
  entitlementEntry,
  obligation,
  obligationEntry,
  agreement,
  letter,
  calendar,
  holidayNotice,
  incident,
  incidentEvent,
  visit,
  backupPlan,
  backupCheck,
  fax,
  attachment,
  importBatch,
  verdict,
  breach,
  alertAnswer,
  decision,
} as const;

type Registry = typeof registry;
export type RecordType = keyof Registry;
export const RECORD_TYPES = Object.keys(registry) as RecordType[];

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(registry, text);
}

/** The data of a record of this type, as its schema has it. */
export type RecordData<T extends RecordType> = DataOf<Registry[T]["fields"]>;

/** A record as read: its identity and its data. */
export interface Stored<T extends RecordType = RecordType> {
  readonly type: T;
  readonly id: string;
  readonly data: RecordData<T>;
}

export type Hospital = RecordData<"hospital">;
export type Vendor = RecordData<"vendor">;
export type System = RecordData<"system">;
export type Contract = RecordData<"contract">;
export type Clause = RecordData<"clause">;
export type Incident = RecordData<"incident">;
export type IncidentEvent = RecordData<"incidentEvent">;
export type Fax = RecordData<"fax">;
export type Term = RecordData<"term">;
export type Entitlement = RecordData<"entitlement">;
export type EntitlementEntry = RecordData<"entitlementEntry">;
export type Obligation = RecordData<"obligation">;
export type ObligationEntry = RecordData<"obligationEntry">;
export type Agreement = RecordData<"agreement">;
export type Letter = RecordData<"letter">;
export type Verdict = RecordData<"verdict">;
export type Breach = RecordData<"breach">;
export type ImportBatch = RecordData<"importBatch">;

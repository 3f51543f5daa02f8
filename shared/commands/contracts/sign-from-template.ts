import { isDate, type CalendarDate } from "../../lib/dates.ts";
import { must } from "../../lib/must.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Contract, Entitlement, Obligation, Stored } from "../../records/index.ts";
import { monthsAfter } from "../../rules/obligations/periods.ts";
import { create, type Edit } from "../edit.ts";
import { checkClause, type ClauseFailure } from "./check-clause.ts";
import { LINE_LIMIT } from "./decision.ts";
import type { ContractTemplate, EntitlementTerms, ObligationTerms } from "./template.ts";
import { lastDayOfTerm } from "./term-dates.ts";

/** With whom, about what and when. Empty texts and undefined are not known. */
export interface SigningDetails {
  readonly vendorId: string;
  readonly title: string;
  readonly number: string;
  readonly systemIds: readonly string[];
  readonly moduleIds: readonly string[];
  readonly region: Contract["region"];
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly noticeDate: CalendarDate | undefined;
  readonly amountFen: number | undefined;
  readonly systemPriceFen: number | undefined;
  readonly signedDate: CalendarDate | undefined;
  readonly signedBy: string;
}

export type SigningFailure =
  | {
      readonly part: "contract";
      readonly field: keyof SigningDetails;
      readonly kind:
        | "missing"
        | "tooLong"
        | "notADate"
        | "endBeforeStart"
        | "noticeAfterEnd"
        | "negative"
        /** This vendor's contract of this number is known already. */
        | "numberTaken";
    }
  /** `at` counts within the template's list. */
  | { readonly part: "clause"; readonly at: number; readonly failure: ClauseFailure }
  | {
      readonly part: "entitlement" | "obligation";
      readonly at: number;
      readonly field: "name" | "granted" | "months" | "dueDays" | "noticeDays" | "noticeMonths";
      readonly kind: "missing" | "tooLong" | "negative" | "notWhole";
    };

export interface SigningContext {
  /** Fresh ids, `idsToSign` of them. */
  readonly ids: readonly string[];
  readonly contracts: readonly Stored<"contract">[];
}

/** How many records a template makes when it is signed. */
export function idsToSign({ clauses, entitlements, obligations }: ContractTemplate): number {
  return 1 + clauses.length + entitlements.length + obligations.length;
}

/**
 * Writes a contract with all its clauses, entitlements and obligations, as one step (checklist C01). The template may
 * be a product's, an office's own or a changed copy of either; suggested clauses are not signed. What the template
 * says in months from the start becomes dates. Every wrong field is reported, not only the first.
 */
export function signFromTemplate(
  template: ContractTemplate,
  details: SigningDetails,
  { ids, contracts }: SigningContext,
): Result<Edit[], SigningFailure[]> {
  const failures = [...detailFailures(details, contracts), ...lineFailures(template)];
  if (failures.length > 0) return fail(failures);
  if (ids.length < idsToSign(template)) throw new Error("signing needs an id for every record it makes");
  let taken = 0;
  const nextId = (): string => must(ids[taken++], "there is an id for every record");
  const contractId = nextId();
  const { startDate } = details;
  return ok([
    create("contract", contractId, contractOf(template, details)),
    ...template.clauses.map((clause) => create("clause", nextId(), { ...clause, contractId })),
    ...template.entitlements.map((terms) =>
      create("entitlement", nextId(), { ...entitlementOf(terms, startDate), contractId }),
    ),
    ...template.obligations.map((terms) =>
      create("obligation", nextId(), { ...obligationOf(terms, startDate), contractId }),
    ),
  ]);
}

function contractOf(template: ContractTemplate, details: SigningDetails): Contract {
  const { startDate, endDate, noticeDate, amountFen, systemPriceFen, signedDate, region } = details;
  const contract: Contract = {
    ...template.contract,
    title: details.title.trim(),
    vendorId: details.vendorId,
    startDate,
    endDate,
    templateKey: template.key,
  };
  delete contract.amountFen;
  if (details.number.trim() !== "") contract.number = details.number.trim();
  if (details.systemIds.length > 0) contract.systemIds = [...details.systemIds];
  if (details.moduleIds.length > 0) contract.moduleIds = [...details.moduleIds];
  if (region !== undefined) contract.region = region;
  if (noticeDate !== undefined) contract.noticeDate = noticeDate;
  if (amountFen !== undefined) contract.amountFen = amountFen;
  if (systemPriceFen !== undefined) contract.systemPriceFen = systemPriceFen;
  if (signedDate !== undefined) contract.signedDate = signedDate;
  if (details.signedBy.trim() !== "") contract.signedBy = details.signedBy.trim();
  if (template.ceilings.length > 0) {
    contract.ceilings = template.ceilings.map(({ forMonths, ...row }) =>
      forMonths === undefined ? row : { ...row, untilDate: lastDayOfTerm(startDate, forMonths) },
    );
  }
  return contract;
}

function entitlementOf(
  { afterMonths, ...terms }: EntitlementTerms,
  startDate: CalendarDate,
): Omit<Entitlement, "contractId"> {
  if (terms.startsFrom !== "date") return terms;
  return { ...terms, startDate: monthsAfter(startDate, afterMonths ?? 0) };
}

function obligationOf(
  { afterMonths, ...terms }: ObligationTerms,
  startDate: CalendarDate,
): Omit<Obligation, "contractId"> {
  if (terms.recurrence !== "once" || afterMonths === undefined) return terms;
  return { ...terms, dueDate: monthsAfter(startDate, afterMonths) };
}

function detailFailures(details: SigningDetails, contracts: readonly Stored<"contract">[]): SigningFailure[] {
  const failures: SigningFailure[] = [];
  const wrong = (
    field: keyof SigningDetails,
    kind: Extract<SigningFailure, { part: "contract" }>["kind"],
  ): void => {
    failures.push({ part: "contract", field, kind });
  };
  const { startDate, endDate, noticeDate } = details;
  for (const field of ["vendorId", "title", "startDate", "endDate"] as const) {
    if (details[field].trim() === "") wrong(field, "missing");
  }
  for (const field of ["title", "number", "signedBy"] as const) {
    if (details[field].length > LINE_LIMIT) wrong(field, "tooLong");
  }
  for (const field of ["startDate", "endDate", "noticeDate", "signedDate"] as const) {
    const date = details[field];
    if (date !== undefined && date.trim() !== "" && !isDate(date)) wrong(field, "notADate");
  }
  const hasEnd = isDate(endDate);
  if (isDate(startDate) && hasEnd && endDate < startDate) wrong("endDate", "endBeforeStart");
  if (noticeDate !== undefined && isDate(noticeDate) && hasEnd && noticeDate > endDate) {
    wrong("noticeDate", "noticeAfterEnd");
  }
  for (const field of ["amountFen", "systemPriceFen"] as const) {
    if ((details[field] ?? 0) < 0) wrong(field, "negative");
  }
  const number = details.number.trim();
  const isTaken = contracts.some(
    ({ data }) => data.vendorId === details.vendorId && data.number?.trim() === number,
  );
  if (number !== "" && isTaken) wrong("number", "numberTaken");
  return failures;
}

function lineFailures({ clauses, entitlements, obligations }: ContractTemplate): SigningFailure[] {
  const failures: SigningFailure[] = clauses.flatMap((clause, at) =>
    checkClause(clause).failures.map((failure) => ({ part: "clause" as const, at, failure })),
  );
  for (const [at, { name, granted, months }] of entitlements.entries()) {
    failures.push(...nameFailures("entitlement", at, name));
    failures.push(...numberFailures("entitlement", at, { granted, months }));
  }
  for (const [at, { name, dueDays, noticeDays, noticeMonths }] of obligations.entries()) {
    failures.push(...nameFailures("obligation", at, name));
    failures.push(...numberFailures("obligation", at, { dueDays, noticeDays, noticeMonths }));
  }
  return failures;
}

type LineFailure = Extract<SigningFailure, { part: "entitlement" | "obligation" }>;

function nameFailures(part: LineFailure["part"], at: number, name: string): LineFailure[] {
  if (name.trim() === "") return [{ part, at, field: "name", kind: "missing" }];
  return name.length > LINE_LIMIT ? [{ part, at, field: "name", kind: "tooLong" }] : [];
}

function numberFailures(
  part: LineFailure["part"],
  at: number,
  numbers: Partial<Record<Exclude<LineFailure["field"], "name">, number | undefined>>,
): LineFailure[] {
  return Object.entries(numbers).flatMap(([key, value]): LineFailure[] => {
    // The keys are those just given; the compiler widens them to `string`.
    const field = key as LineFailure["field"];
    if (value === undefined || (Number.isInteger(value) && value >= 0)) return [];
    return [{ part, at, field, kind: value < 0 ? "negative" : "notWhole" }];
  });
}

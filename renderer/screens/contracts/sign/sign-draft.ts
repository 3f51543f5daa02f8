import { lastDate } from "../../../../shared/commands/contracts/change-term.ts";
import type {
  SigningDetails,
  SigningFailure,
} from "../../../../shared/commands/contracts/sign-from-template.ts";
import type {
  ClauseTerms,
  ContractTemplate,
  EntitlementTerms,
  ObligationTerms,
} from "../../../../shared/commands/contracts/template.ts";
import { lastDayOfTerm, proposedNoticeDate } from "../../../../shared/commands/contracts/term-dates.ts";
import { addDays, isDate, type CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";

/** A line of the template with what the clerk made of it. */
export interface Line<T> {
  readonly terms: T;
  readonly chosen: boolean;
  readonly suggested: boolean;
}

/** A contract that is being signed. */
export interface SignDraft {
  readonly details: SigningDetails;
  /** Fields that somebody filled in: proposals keep off them. */
  readonly touched: ReadonlySet<keyof SigningDetails>;
  readonly clauses: readonly Line<ClauseTerms>[];
  readonly entitlements: readonly Line<EntitlementTerms>[];
  readonly obligations: readonly Line<ObligationTerms>[];
}

export type LinePart = "clauses" | "entitlements" | "obligations";

/** The contract whose lines are copied, and its terms: the new one follows it. */
export interface Predecessor {
  readonly contract: Stored<"contract">;
  readonly terms: readonly Stored<"term">[];
}

/** The draft that a template opens with: it begins today, or the day after its predecessor ends. */
export function draftOf(
  template: ContractTemplate,
  today: CalendarDate,
  predecessor: Predecessor | undefined,
): SignDraft {
  const before = predecessor?.contract.data;
  const details: SigningDetails = {
    vendorId: before?.vendorId ?? "",
    title: before?.title ?? "",
    number: "",
    systemIds: before?.systemIds ?? [],
    moduleIds: before?.moduleIds ?? [],
    region: before?.region,
    startDate: predecessor === undefined ? today : addDays(lastDate(predecessor), 1),
    endDate: "",
    noticeDate: undefined,
    amountFen: template.contract.amountFen,
    systemPriceFen: before?.systemPriceFen,
    signedDate: undefined,
    signedBy: "",
  };
  const draft: SignDraft = {
    details,
    touched: new Set(before === undefined ? [] : (["title"] as const)),
    clauses: [...linesOf(template.clauses), ...linesOf(template.suggestedClauses, true)],
    entitlements: linesOf(template.entitlements),
    obligations: linesOf(template.obligations),
  };
  return { ...draft, details: proposed(draft, template, "") };
}

/** The draft after somebody filled in fields. What nobody touched is proposed anew; `systemName` goes into the title. */
export function withDetails(
  draft: SignDraft,
  patch: Partial<SigningDetails>,
  template: ContractTemplate,
  systemName: string,
): SignDraft {
  const touched = new Set([...draft.touched, ...(Object.keys(patch) as (keyof SigningDetails)[])]);
  const next = { ...draft, touched, details: { ...draft.details, ...patch } };
  return { ...next, details: proposed(next, template, systemName) };
}

function proposed(
  { details, touched }: SignDraft,
  template: ContractTemplate,
  systemName: string,
): SigningDetails {
  const { startDate } = details;
  const title =
    touched.has("title") || template.key === "blank"
      ? details.title
      : `${systemName} ${template.name.zh}`.trim();
  const endDate =
    touched.has("endDate") || !isDate(startDate)
      ? details.endDate
      : lastDayOfTerm(startDate, template.termMonths);
  const notice = isDate(endDate) ? proposedNoticeDate(endDate) : undefined;
  // A term of less than ninety days has no day for it.
  const inTerm = notice !== undefined && notice >= startDate ? notice : undefined;
  return { ...details, title, endDate, noticeDate: touched.has("noticeDate") ? details.noticeDate : inTerm };
}

/** The template as it stands in the draft: what was left out is gone, what was changed is changed. */
export function chosenTemplate(template: ContractTemplate, draft: SignDraft): ContractTemplate {
  return {
    ...template,
    clauses: chosen(draft.clauses),
    suggestedClauses: [],
    entitlements: chosen(draft.entitlements),
    obligations: chosen(draft.obligations),
  };
}

export function chosen<T>(lines: readonly Line<T>[]): readonly T[] {
  return lines.filter((line) => line.chosen).map(({ terms }) => terms);
}

type ProblemKind = Exclude<SigningFailure, { part: "clause" }>["kind"] | ClauseProblemKind;
type ClauseProblemKind = Extract<SigningFailure, { part: "clause" }>["failure"]["kind"];

/** Problems by where they stand: `title`, or `clauses 3 target` with the line's place among all lines. */
export type Problems = ReadonlyMap<string, ProblemKind>;

export function problemsOf(failures: readonly SigningFailure[], draft: SignDraft): Problems {
  const problems = new Map<string, ProblemKind>();
  for (const failure of failures) {
    if (failure.part === "contract") problems.set(failure.field, failure.kind);
    else if (failure.part === "clause") {
      const { field, kind } = failure.failure;
      problems.set(placeOf("clauses", chosenAt(draft.clauses, failure.at), field), kind);
    } else {
      const part = failure.part === "entitlement" ? "entitlements" : "obligations";
      problems.set(placeOf(part, chosenAt(draft[part], failure.at), failure.field), failure.kind);
    }
  }
  return problems;
}

export function placeOf(part: LinePart, at: number, field: string): string {
  return `${part} ${at} ${field}`;
}

function chosenAt(lines: readonly Line<unknown>[], nth: number): number {
  let seen = -1;
  return lines.findIndex((line) => line.chosen && ++seen === nth);
}

function linesOf<T>(terms: readonly T[], suggested = false): Line<T>[] {
  return terms.map((one) => ({ terms: one, chosen: !suggested, suggested }));
}

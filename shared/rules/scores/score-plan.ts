import { addDays, dayNumber, type CalendarDate } from "../../lib/dates.ts";
import { instant, startOfDay, type Instant } from "../../lib/instants.ts";
import type { Incident } from "../../records/index.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { coverOf, type Cover } from "../clauses/cover.ts";
import { termsOf } from "../clauses/terms.ts";
import { readyClause, type ReadyClause } from "./plain-results.ts";

/** What a book promises for one kind of incident, ready to be counted. */
export interface PlannedCover {
  readonly cover: Cover;
  /** Those concerned: the vendor named, and those whose contracts cover it. */
  readonly vendorIds: readonly string[];
  readonly clauses: readonly ReadyClause[];
}

/**
 * The cover of many incidents under one book. It is the same for all of one vendor, system, module and severity between
 * two days on which a term or a clause begins or ends; it is worked out once for each.
 */
export class ScorePlan {
  readonly #book: ClauseBook;
  readonly #bounds: readonly Instant[];
  readonly #covers = new Map<string, PlannedCover>();
  readonly #clauses: ReadonlyMap<string, ReadyClause>;

  constructor(book: ClauseBook) {
    this.#book = book;
    this.#bounds = boundsOf(book);
    const vendorIds = new Map(book.contracts.map(({ id, data }) => [id, data.vendorId]));
    this.#clauses = new Map(
      book.clauses.map((clause) => [
        clause.id,
        readyClause(clause, vendorIds.get(clause.data.contractId) ?? "", book),
      ]),
    );
  }

  /** `incident` with the severity that stands. */
  coverOf(incident: Incident, reportedAt: Instant): PlannedCover {
    const { contractId = "", vendorId = "", systemId = "", moduleId = "", severity = "" } = incident;
    const key = `${this.#stretch(reportedAt)}\n${contractId}\n${vendorId}\n${systemId}\n${moduleId}\n${severity}`;
    const known = this.#covers.get(key);
    if (known !== undefined) return known;
    const cover = coverOf(incident, reportedAt, this.#book);
    const planned: PlannedCover = {
      cover,
      vendorIds: concerned(incident, cover),
      clauses: cover.kind === "covered" ? cover.clauses.flatMap(({ id }) => this.#clauses.get(id) ?? []) : [],
    };
    this.#covers.set(key, planned);
    return planned;
  }

  /** Between which bounds a time lies. */
  #stretch(at: Instant): number {
    let [low, high] = [0, this.#bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bounds[middle] ?? "~") <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const plans = new WeakMap<ClauseBook, ScorePlan>();

/** One plan for each book object. */
export function planOf(book: ClauseBook): ScorePlan {
  const known = plans.get(book);
  if (known !== undefined) return known;
  const plan = new ScorePlan(book);
  plans.set(book, plan);
  return plan;
}

/** The beginnings of all days on which what is in force may change. */
function boundsOf({ contracts, terms, clauses }: ClauseBook): readonly Instant[] {
  const days: CalendarDate[] = [];
  for (const contract of contracts) {
    for (const { startDate, endDate } of termsOf(contract, terms)) days.push(startDate, addDays(endDate, 1));
  }
  for (const { data } of clauses) {
    if (data.effectiveFrom !== undefined) days.push(data.effectiveFrom);
    if (data.effectiveTo !== undefined) days.push(addDays(data.effectiveTo, 1));
  }
  return [...new Set(days)].map((day) => instant(startOfDay(dayNumber(day)))).sort();
}

function concerned(incident: Incident, cover: Cover): readonly string[] {
  const contracts =
    cover.kind === "covered"
      ? cover.contracts
      : cover.kind === "perVisit"
        ? [cover.contract]
        : cover.kind === "contractGap" && cover.lastContract !== undefined
          ? [cover.lastContract]
          : [];
  const named = incident.vendorId === undefined ? [] : [incident.vendorId];
  return [...new Set([...named, ...contracts.map(({ data }) => data.vendorId)])];
}

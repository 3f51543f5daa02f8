import type { CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";

/** A stretch in which a contract is in force, first and last day included. */
export interface ContractTerm {
  /** Undefined for the first, which stands on the contract itself. */
  readonly termId: string | undefined;
  readonly kind: "first" | "renewal" | "extension";
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly noticeDate: CalendarDate | undefined;
  readonly amountFen: number | undefined;
}

/**
 * The terms of a contract, the earliest first: its own two dates and every renewal or extension since. A termination
 * cuts off what lies after its end date, also terms signed before it. Terms may leave gaps: nothing is in force there.
 * Source: beyond.md, "contract dates wrong after renewal"; checklist C07.
 */
export function termsOf(
  contract: Stored<"contract">,
  terms: readonly Stored<"term">[],
): readonly ContractTerm[] {
  const later = terms.filter(({ data }) => data.contractId === contract.id);
  const first: ContractTerm = {
    termId: undefined,
    kind: "first",
    startDate: contract.data.startDate,
    endDate: contract.data.endDate,
    noticeDate: contract.data.noticeDate,
    amountFen: contract.data.amountFen,
  };
  if (later.length === 0) return [first];
  const all = [first];
  let lastDate: CalendarDate | undefined;
  for (const { id, data } of later) {
    const { kind, startDate, endDate } = data;
    if (kind === "termination") {
      if (lastDate === undefined || endDate < lastDate) lastDate = endDate;
    } else {
      const { noticeDate, amountFen } = data;
      all.push({ termId: id, kind, startDate, endDate, noticeDate, amountFen });
    }
  }
  const cut = lastDate;
  return all
    .filter(({ startDate }) => cut === undefined || startDate <= cut)
    .map((term) => (cut !== undefined && term.endDate > cut ? { ...term, endDate: cut } : term))
    .sort((a, b) => (a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : 0));
}

/** The term in force on a day; of overlapping ones the one signed for later. Undefined in a gap. */
export function termOn(
  contract: Stored<"contract">,
  terms: readonly Stored<"term">[],
  date: CalendarDate,
): ContractTerm | undefined {
  return termsOf(contract, terms).findLast(({ startDate, endDate }) => startDate <= date && date <= endDate);
}

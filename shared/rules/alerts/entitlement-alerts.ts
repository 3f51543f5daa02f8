import { groupBy } from "../../lib/group-by.ts";
import type { CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import { termsOf } from "../clauses/terms.ts";
import { balanceOf } from "../entitlements/balance.ts";
import { coveredModules } from "../entitlements/spans.ts";
import type { EntitlementAlert } from "./alert.ts";
import { dayStart } from "./day-start.ts";

export interface EntitlementBook {
  readonly contracts: readonly Stored<"contract">[];
  readonly terms: readonly Stored<"term">[];
  readonly entitlements: readonly Stored<"entitlement">[];
  readonly entitlementEntries: readonly Stored<"entitlementEntry">[];
  readonly modules: readonly Stored<"module">[];
}

/**
 * Entitlements of which four fifths or all are used in the period that runs, what is only reserved not counted
 * (beyond.md item 4). One without a limit is not told of.
 */
export function entitlementAlerts(book: EntitlementBook, today: CalendarDate): readonly EntitlementAlert[] {
  const contracts = new Map(book.contracts.map((contract) => [contract.id, contract]));
  const entries = groupBy(book.entitlementEntries, ({ data }) => data.entitlementId);
  return book.entitlements.flatMap((entitlement): readonly EntitlementAlert[] => {
    const { contractId, name } = entitlement.data;
    const contract = contracts.get(contractId);
    if (contract === undefined) return [];
    const own = entries.get(entitlement.id) ?? [];
    const terms = termsOf(contract, book.terms);
    const modules = coveredModules(contract, book.modules);
    const { period, granted, carried, used } = balanceOf(entitlement, own, terms, modules, today);
    if (period === undefined || granted === undefined) return [];
    const available = granted + carried;
    if (used <= 0 || used * 5 < available * 4) return [];
    const isUsedUp = used >= available;
    const key = `entitlement:${entitlement.id}:${period.startDate}:${isUsedUp ? 100 : 80}`;
    const lastUse = own.reduce(
      (last, { data }) => (data.kind === "used" && data.day > last && data.day <= today ? data.day : last),
      period.startDate,
    );
    return [
      {
        topic: "entitlement",
        key,
        subject: key,
        urgency: isUsedUp ? "soon" : "early",
        party: "hospital",
        at: dayStart(lastUse),
        dueAt: undefined,
        silent: undefined,
        contractId,
        entitlementId: entitlement.id,
        name,
        used,
        available,
      },
    ];
  });
}

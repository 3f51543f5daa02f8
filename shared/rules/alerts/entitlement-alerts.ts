import type { CalendarDate } from "../../lib/dates.ts";
import type { EntitlementAlert } from "./alert.ts";
import { dayStart } from "./day-start.ts";

/** How much of an entitlement is used in its running period; one without a limit is not told of. */
export interface UsedEntitlement {
  readonly entitlementId: string;
  readonly contractId: string;
  readonly name: string;
  readonly periodStart: CalendarDate;
  readonly used: number;
  readonly available: number;
}

/** Used up, or four fifths used (beyond.md item 4). */
export function entitlementAlerts(
  balances: readonly UsedEntitlement[],
  today: CalendarDate,
): readonly EntitlementAlert[] {
  return balances.flatMap((balance): readonly EntitlementAlert[] => {
    const { entitlementId, contractId, name, periodStart, used, available } = balance;
    if (available <= 0 || used * 5 < available * 4) return [];
    const isUsedUp = used >= available;
    const key = `entitlement:${entitlementId}:${periodStart}:${isUsedUp ? 100 : 80}`;
    return [
      {
        topic: "entitlement",
        key,
        subject: key,
        urgency: isUsedUp ? "soon" : "early",
        party: "hospital",
        at: dayStart(today),
        dueAt: undefined,
        silent: undefined,
        contractId,
        entitlementId,
        name,
        used,
        available,
      },
    ];
  });
}

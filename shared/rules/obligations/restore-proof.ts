import { daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";

export interface RestoreProof {
  readonly plan: Stored<"backupPlan">;
  /** The last day on which a restore was proven; undefined: never. */
  readonly provenDate: CalendarDate | undefined;
  /** Days since then. */
  readonly days: number | undefined;
}

/** For every backup plan, how long ago it last proved that it restores (checklist M14); never comes first. */
export function restoreProofs(
  plans: readonly Stored<"backupPlan">[],
  checks: readonly Stored<"backupCheck">[],
  today: CalendarDate,
): readonly RestoreProof[] {
  const proven = new Map<string, CalendarDate>();
  for (const { data } of checks) {
    if (data.result !== "restored" || data.checkDate > today) continue;
    if (data.checkDate > (proven.get(data.planId) ?? "")) proven.set(data.planId, data.checkDate);
  }
  return plans
    .map((plan) => {
      const provenDate = proven.get(plan.id);
      const days = provenDate === undefined ? undefined : daysBetween(provenDate, today);
      return { plan, provenDate, days };
    })
    .sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity) || 0);
}

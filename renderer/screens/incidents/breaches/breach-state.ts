import type { BreachStep } from "../../../../shared/commands/incidents/issue-breach.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Breach, Stored } from "../../../../shared/records/index.ts";

export type BreachState = "issued" | "delivered" | "signed" | "objected" | "settled" | "withdrawn";

/** Where a sheet stands, and since which day; undefined on the day of issue, which has an hour. */
export function breachState(breach: Breach): {
  readonly state: BreachState;
  readonly since: CalendarDate | undefined;
} {
  if (breach.withdrawnDate !== undefined) return { state: "withdrawn", since: breach.withdrawnDate };
  if (breach.settledDate !== undefined) return { state: "settled", since: breach.settledDate };
  if (breach.objectedDate !== undefined) return { state: "objected", since: breach.objectedDate };
  if (breach.signedDate !== undefined) return { state: "signed", since: breach.signedDate };
  if (breach.sentDate !== undefined) return { state: "delivered", since: breach.sentDate };
  return { state: "issued", since: undefined };
}

/** What can be recorded of a sheet next. */
export function nextBreachSteps(breach: Breach): readonly BreachStep["kind"][] {
  if (breach.withdrawnDate !== undefined) return [];
  return [
    ...(breach.sentDate === undefined ? (["delivered"] as const) : []),
    ...(breach.signedDate === undefined ? (["signed"] as const) : []),
    ...(breach.objectedDate === undefined ? (["objected"] as const) : []),
    ...(breach.objectedDate !== undefined && breach.settledDate === undefined ? (["settled"] as const) : []),
    "withdrawn",
  ];
}

/** The sheet that stands for a clause; a withdrawn one makes room for another. */
export function standingSheet(
  clauseId: string,
  breaches: readonly Stored<"breach">[],
  verdicts: readonly Stored<"verdict">[],
): Stored<"breach"> | undefined {
  return breaches.findLast(
    ({ data }) =>
      data.withdrawnDate === undefined &&
      verdicts.some(({ id, data: verdict }) => id === data.verdictId && verdict.clauseId === clauseId),
  );
}

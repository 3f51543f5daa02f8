import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Entitlement, Stored } from "../../../../shared/records/index.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import type { ContractFile } from "../../contracts/contract-file.ts";
import {
  standingEntitlements,
  type StandingEntitlement,
} from "../../contracts/visits/standing-entitlements.ts";

export interface DispatchPlan {
  /** Every entitlement to a visit that holds today, emergencies first. */
  readonly grants: readonly StandingEntitlement[];
  /** Those of which a visit is left. */
  readonly usable: readonly StandingEntitlement[];
  /** Why a visit has to be quoted; undefined where one can be ordered. */
  readonly why: "gap" | "perVisit" | "noEntitlement" | "usedUp" | undefined;
}

/** How somebody comes for a fault: on an entitlement while one is left, else on a quote (checklist C01, C04, F10). */
export function dispatchPlan(kind: Cover["kind"], file: ContractFile, today: CalendarDate): DispatchPlan {
  if (kind === "contractGap") return { grants: [], usable: [], why: "gap" };
  if (kind === "perVisit") return { grants: [], usable: [], why: "perVisit" };
  const grants = standingEntitlements(file, today)
    .filter(
      ({ entitlement, balance }) => KINDS.includes(entitlement.data.kind) && balance.period !== undefined,
    )
    .sort((a, b) => KINDS.indexOf(a.entitlement.data.kind) - KINDS.indexOf(b.entitlement.data.kind));
  const usable = grants.filter(({ balance: { left } }) => left === undefined || left >= 1);
  if (usable.length > 0) return { grants, usable, why: undefined };
  return { grants, usable, why: grants.length === 0 ? "noEntitlement" : "usedUp" };
}

/** What a fault may be visited on, the likeliest first. */
const KINDS: readonly Entitlement["kind"][] = ["emergencyVisit", "scheduledVisit", "residentDay"];

/** The contracts by which somebody would come: those in force, else the one that ended last. */
export function dispatchContracts(cover: Cover): readonly Stored<"contract">[] {
  switch (cover.kind) {
    case "covered":
      return cover.contracts;
    case "perVisit":
      return [cover.contract];
    case "contractGap":
      return cover.lastContract === undefined ? [] : [cover.lastContract];
    case "noVendor":
    case "notReported":
      return [];
  }
}

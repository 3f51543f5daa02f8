import type { Vendor } from "../../records/index.ts";
import type { Line } from "./timeline.ts";

type Tier = NonNullable<Vendor["tiers"]>[number];

export interface Escalation {
  /** How often it was escalated so far. */
  readonly steps: number;
  /** Who has it now: the first tier until somebody escalated. */
  readonly current: Tier | undefined;
  /** Whom to call next; undefined at the top of the ladder, or where the vendor named no tiers. */
  readonly next: Tier | undefined;
}

/** Where an incident stands on its vendor's ladder of support, in the order in which the tiers are kept (checklist W02, W06). */
export function escalationOf(vendor: Pick<Vendor, "tiers">, events: readonly Line[]): Escalation {
  const tiers = vendor.tiers ?? [];
  const steps = events.filter(({ kind }) => kind === "escalated").length;
  return { steps, current: tiers[Math.min(steps, tiers.length - 1)], next: tiers[steps + 1] };
}

import type { Change } from "../../shared/sync/change.ts";
import type { Desk } from "./desk.ts";
import type { Mutant } from "./mutants.ts";
import type { Chances } from "./random.ts";
import type { Service } from "./service.ts";

export interface World {
  nowMs: number;
  readonly chances: Chances;
  readonly service: Service;
  desks: Desk[];
  /** By change id, with the stamps of what their authors saw. */
  readonly acknowledged: Map<string, Acknowledged>;
  /** Ids of changes that the service must refuse, and every desk forget. */
  readonly refusable: Set<string>;
  /** Of their own, so that a schedule is the same with them and without. */
  readonly refusals: Chances | undefined;
  /** Messages that have not arrived yet. */
  late: { readonly desk: string; readonly changes: readonly Change[] }[];
  copies: Map<Desk, Desk>;
  deskNo: number;
  idNo: number;
  readonly mutant: Mutant | undefined;
}

interface Acknowledged {
  readonly change: Change;
  readonly saw: Readonly<Record<string, readonly string[]>>;
}

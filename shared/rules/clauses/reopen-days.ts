import type { Cover } from "./cover.ts";

/** Within so many days a solved incident is reopened, where the contract does not say (clocks R7). */
export const REOPEN_DAYS = 7;

/**
 * Within how many days after its solution an incident is reopened rather than reported anew (clocks R7): as the
 * contract that covers it says, of several the one that binds the vendor longest; 7 where none says, or nothing covers it.
 */
export function reopenDaysOf(cover: Cover): number {
  const contracts =
    cover.kind === "covered" ? cover.contracts : cover.kind === "perVisit" ? [cover.contract] : [];
  const said = contracts.flatMap(({ data }) => data.reopenDays ?? []).filter((days) => days >= 0);
  return said.length === 0 ? REOPEN_DAYS : Math.max(...said);
}

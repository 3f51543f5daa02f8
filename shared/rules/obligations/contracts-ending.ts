import { daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Contract, Stored } from "../../records/index.ts";

/** Days before a contract's end at which the office is told again, the farthest first. */
const NOTICE_DAYS = [180, 90, 60, 30] as const;

export interface EndingContract {
  readonly contract: Stored<"contract">;
  /** 0 on its last day. */
  readonly daysLeft: number;
  /** The nearest notice it has reached. */
  readonly within: (typeof NOTICE_DAYS)[number];
  /** The renewal notice had to be given before today. */
  readonly noticeMissed: boolean;
  /** Another contract of the vendor for the same systems is in force the day after. */
  readonly renewed: boolean;
}

/** Contracts in force today that end within 180 days, the first to end first. */
export function contractsEnding(
  contracts: readonly Stored<"contract">[],
  today: CalendarDate,
): readonly EndingContract[] {
  return contracts
    .filter(({ data }) => data.startDate <= today && today <= data.endDate)
    .flatMap((contract) => {
      const daysLeft = daysBetween(today, contract.data.endDate);
      const within = NOTICE_DAYS.findLast((days) => daysLeft <= days);
      if (within === undefined) return [];
      const { noticeDate } = contract.data;
      const renewed = contracts.some((next) => next.id !== contract.id && follows(next.data, contract.data));
      const noticeMissed = noticeDate !== undefined && noticeDate < today && !renewed;
      return [{ contract, daysLeft, within, noticeMissed, renewed }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function follows(next: Contract, ending: Contract): boolean {
  if (next.vendorId !== ending.vendorId || next.endDate <= ending.endDate) return false;
  if (daysBetween(ending.endDate, next.startDate) > 1) return false;
  const systems = next.systemIds ?? [];
  const wanted = ending.systemIds ?? [];
  return systems.length === 0 || (wanted.length > 0 && wanted.every((id) => systems.includes(id)));
}

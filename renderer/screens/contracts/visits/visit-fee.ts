import type { Agreement, Contract } from "../../../../shared/records/index.ts";

export interface FeeParts {
  readonly people: number;
  readonly days: number;
  /** All in fen, for one person; lodging and pay a day. */
  readonly travelFen: number;
  readonly lodgingFen: number;
  readonly dailyFen: number;
}

/** Pay of a person a day where the contract names none: 1000 yuan (checklist C04). */
export const DEFAULT_DAILY_FEN = 100_000;

/** Return travel for each person, and lodging and pay for each person and day, arrival to departure (checklist C04). */
export function visitFee({ people, days, travelFen, lodgingFen, dailyFen }: FeeParts): number {
  return people * travelFen + people * days * (lodgingFen + dailyFen);
}

/** What an agreement's figures come to; undefined while one of them is open. */
export function feeOf(agreement: Partial<Agreement>): number | undefined {
  const parts = feeParts(agreement);
  return parts === undefined ? undefined : visitFee(parts);
}

export function feeParts(agreement: Partial<Agreement>): FeeParts | undefined {
  const { people, days, travelFen, lodgingFen, dailyFen } = agreement;
  if (people === undefined || days === undefined || dailyFen === undefined) return undefined;
  return { people, days, travelFen: travelFen ?? 0, lodgingFen: lodgingFen ?? 0, dailyFen };
}

/** What one more visit would cost: as the last one quoted, or a day's pay of one person. */
export function nextVisitFee(contract: Contract, agreements: readonly Agreement[]): number {
  const quoted = agreements
    .filter(({ kind, withdrawnDate }) => kind === "visit" && withdrawnDate === undefined)
    .sort((a, b) => (a.quotedDate < b.quotedDate ? 1 : -1))
    .map((agreement) => feeOf(agreement))
    .find((fee) => fee !== undefined);
  return quoted ?? contract.dailyFen ?? DEFAULT_DAILY_FEN;
}

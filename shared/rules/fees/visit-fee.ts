import { daysBetween, isDate, type CalendarDate } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Agreement, Contract } from "../../records/index.ts";

/** What a visit outside the contract is charged by. Money in fen for one person; lodging and pay a day. */
export interface FeeParts {
  readonly people: number;
  readonly days: number;
  readonly travelFen: number;
  readonly lodgingFen: number;
  readonly dailyFen: number;
}

export interface FeeFailure {
  readonly kind: "notACount" | "notAnAmount" | "tooMuch";
  readonly field: keyof FeeParts;
}

/** Pay of a person a day where the contract names none: 1000 yuan (checklist C04). */
export const DEFAULT_DAILY_FEN = 100_000;
const MOST_PEOPLE = 999;
const MOST_DAYS = 3660;
const MOST_FEN = 1e13;

/**
 * People × (return travel + (lodging + pay) × days), in fen (checklist C04). Days are counted from arrival to departure:
 * `daysOnSite`. One person and one day at least.
 */
export function visitFee(parts: FeeParts): Result<number, FeeFailure> {
  const { people, days, travelFen, lodgingFen, dailyFen } = parts;
  if (!isCount(people, MOST_PEOPLE)) return fail({ kind: "notACount", field: "people" });
  if (!isCount(days, MOST_DAYS)) return fail({ kind: "notACount", field: "days" });
  for (const field of ["travelFen", "lodgingFen", "dailyFen"] as const) {
    const amount = parts[field];
    if (!Number.isInteger(amount) || amount < 0) return fail({ kind: "notAnAmount", field });
    if (amount > MOST_FEN) return fail({ kind: "tooMuch", field });
  }
  const total = people * (travelFen + (lodgingFen + dailyFen) * days);
  return total > MOST_FEN ? fail({ kind: "tooMuch", field: "days" }) : ok(total);
}

/** The parts that an agreement names; undefined while one that has no ordinary value is open. */
export function feeParts(agreement: Partial<Agreement>): FeeParts | undefined {
  const { people, days, travelFen, lodgingFen, dailyFen } = agreement;
  if (people === undefined || days === undefined || dailyFen === undefined) return undefined;
  return { people, days, travelFen: travelFen ?? 0, lodgingFen: lodgingFen ?? 0, dailyFen };
}

/** What an agreement's estimate comes to; undefined while a figure is open or none that a fee can have. */
export function estimateOf(agreement: Partial<Agreement>): number | undefined {
  const parts = feeParts(agreement);
  const fee = parts === undefined ? undefined : visitFee(parts);
  return fee?.ok === true ? fee.value : undefined;
}

/** Both days count: who comes and goes on one day was there for one (checklist C04, "arrival to departure"). */
export function daysOnSite(
  arrived: CalendarDate,
  left: CalendarDate,
): Result<number, { readonly kind: "notADate" | "leftBeforeArrival" }> {
  if (!isDate(arrived) || !isDate(left)) return fail({ kind: "notADate" });
  return left < arrived ? fail({ kind: "leftBeforeArrival" }) : ok(daysBetween(arrived, left) + 1);
}

/** The fee by the days that were spent; undefined until they are known. */
export function actualFeeOf(agreement: Agreement): number | undefined {
  const { arrivedDate, leftDate } = agreement;
  if (arrivedDate === undefined || leftDate === undefined) return undefined;
  const days = daysOnSite(arrivedDate, leftDate);
  return days.ok ? estimateOf({ ...agreement, days: days.value }) : undefined;
}

/** What one more visit would cost: as the last one quoted, or a day's pay of one person. */
export function nextVisitFee(contract: Pick<Contract, "dailyFen">, agreements: readonly Agreement[]): number {
  const quoted = agreements
    .filter(({ kind, withdrawnDate }) => kind === "visit" && withdrawnDate === undefined)
    .sort((a, b) => (a.quotedDate < b.quotedDate ? 1 : -1))
    .map((agreement) => estimateOf(agreement))
    .find((fee) => fee !== undefined);
  return quoted ?? contract.dailyFen ?? DEFAULT_DAILY_FEN;
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

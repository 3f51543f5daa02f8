import type { CalendarDate } from "../../lib/dates.ts";
import type { Cause } from "../../records/causes.ts";
import type { Contract } from "../../records/index.ts";

/**
 * A year's maintenance as a share of the system's price, in fen, half a fen upwards (checklist C07); undefined where the
 * contract names no price or share, or one that is none.
 */
export function yearlyFee({
  systemPriceFen,
  renewalPermille,
}: Pick<Contract, "systemPriceFen" | "renewalPermille">): number | undefined {
  if (systemPriceFen === undefined || renewalPermille === undefined) return undefined;
  if (systemPriceFen < 0 || renewalPermille < 0 || renewalPermille > 1000) return undefined;
  return Math.floor((systemPriceFen * renewalPermille + 500) / 1000);
}

export type PriceCheck =
  | { readonly kind: "within"; readonly ceilingFen: number }
  | { readonly kind: "above"; readonly ceilingFen: number; readonly overFen: number }
  /** The ceiling has run out on that day. */
  | { readonly kind: "expired"; readonly untilDate: CalendarDate }
  | { readonly kind: "noCeiling" };

/** A quoted price against the ceiling that the contract sets for an item (checklist C12, C13); of several the lowest. */
export function priceAgainstCeiling(
  { ceilings }: Pick<Contract, "ceilings">,
  item: string,
  priceFen: number,
  day: CalendarDate,
): PriceCheck {
  const named = (ceilings ?? []).filter(
    (row) => row.item?.trim() === item.trim() && row.priceFen !== undefined,
  );
  const standing = named.filter(({ untilDate }) => untilDate === undefined || day <= untilDate);
  if (standing.length === 0) {
    const untilDate = named
      .flatMap((row) => row.untilDate ?? [])
      .sort()
      .at(-1);
    return untilDate === undefined ? { kind: "noCeiling" } : { kind: "expired", untilDate };
  }
  const ceilingFen = Math.min(...standing.map((row) => row.priceFen ?? Infinity));
  return priceFen <= ceilingFen
    ? { kind: "within", ceilingFen }
    : { kind: "above", ceilingFen, overFen: priceFen - ceilingFen };
}

/**
 * Who pays for what came of a cause (checklist C15, C16). The contract's own exclusions come first; a fault that the
 * vendor made itself is the vendor's whatever they say. Unsaid, the vendor pays; an unknown cause is open.
 */
export function whoPays(
  { exclusions }: Pick<Contract, "exclusions">,
  cause: Cause | undefined,
): { readonly payer: "vendor" | "hospital" | undefined; readonly clauseNumber: string | undefined } {
  if (cause === undefined || cause === "unknown") return { payer: undefined, clauseNumber: undefined };
  const row =
    cause === "mishandling" ? undefined : exclusions?.find((exclusion) => exclusion.cause === cause);
  return { payer: row?.payer ?? "vendor", clauseNumber: row?.clauseNumber };
}

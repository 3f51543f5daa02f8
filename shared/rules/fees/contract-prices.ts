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
  if (!isAmount(systemPriceFen) || !isAmount(renewalPermille) || renewalPermille > 1000) return undefined;
  // In two parts: the whole product of the largest price is no exact number any more.
  const rest = systemPriceFen % 1000;
  return (
    ((systemPriceFen - rest) / 1000) * renewalPermille + Math.floor((rest * renewalPermille + 500) / 1000)
  );
}

export type PriceCheck =
  | { readonly kind: "within"; readonly ceilingFen: number }
  | { readonly kind: "above"; readonly ceilingFen: number; readonly overFen: number }
  /** The ceiling has run out on that day. */
  | { readonly kind: "expired"; readonly untilDate: CalendarDate }
  | { readonly kind: "noCeiling" }
  /** What was quoted is no price: negative, broken fen, over 10^13. */
  | { readonly kind: "notAnAmount" };

/** A quoted price against the ceiling that the contract sets for an item (checklist C12, C13); of several the lowest. */
export function priceAgainstCeiling(
  { ceilings }: Pick<Contract, "ceilings">,
  item: string,
  priceFen: number,
  day: CalendarDate,
): PriceCheck {
  if (!isAmount(priceFen)) return { kind: "notAnAmount" };
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

/** The largest amount that a record holds. */
const MOST_FEN = 1e13;

function isAmount(fen: number): boolean {
  return Number.isInteger(fen) && fen >= 0 && fen <= MOST_FEN;
}

export interface Payment {
  /** Undefined: open, see below. */
  readonly payer: "vendor" | "hospital" | undefined;
  /** Of the exclusion that decides. */
  readonly clauseNumber: string | undefined;
  /** The vendor's people did it: beside the repair the vendor answers for the loss (checklist C16). */
  readonly isLiable: boolean;
}

/**
 * Who pays for what came of a cause (checklist C15, C16). The contract's own exclusions come first; a fault that the
 * vendor made itself is the vendor's whatever they say. Unsaid, the vendor pays. Open while the cause is unknown, and
 * where an exclusion names nobody or two contradict each other.
 */
export function whoPays({ exclusions }: Pick<Contract, "exclusions">, cause: Cause | undefined): Payment {
  const open = { payer: undefined, clauseNumber: undefined, isLiable: false };
  if (cause === undefined || cause === "unknown") return open;
  if (cause === "mishandling") return { payer: "vendor", clauseNumber: undefined, isLiable: true };
  const [first, ...more] = (exclusions ?? []).filter((row) => row.cause === cause);
  if (first === undefined) return { ...open, payer: "vendor" };
  const { payer, clauseNumber } = first;
  return { ...open, payer: more.every((row) => row.payer === payer) ? payer : undefined, clauseNumber };
}

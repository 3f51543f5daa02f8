import type { Contract } from "../../../../shared/records/index.ts";

/** What a further year costs by the contract's own rule (checklist C07), in fen; undefined where it has no such rule. */
export function proposedAmount({ systemPriceFen, renewalPermille }: Contract): number | undefined {
  if (systemPriceFen === undefined || renewalPermille === undefined) return undefined;
  return Math.round((systemPriceFen * renewalPermille) / 1000);
}

/** How much more than before, in percent with one decimal: `+10`, `-2.5`; undefined where nothing can be compared. */
export function changeText(
  amountFen: number | undefined,
  beforeFen: number | undefined,
): { readonly sign: string; readonly percent: string } | undefined {
  if (amountFen === undefined || beforeFen === undefined || beforeFen <= 0) return undefined;
  const tenths = Math.round(((amountFen - beforeFen) / beforeFen) * 1000);
  if (tenths === 0) return undefined;
  return { sign: tenths > 0 ? "+" : "-", percent: String(Math.abs(tenths) / 10) };
}

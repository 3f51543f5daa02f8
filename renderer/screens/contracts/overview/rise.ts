/** How much more than before, in percent with one decimal: `+10`, `-2.5`; undefined where nothing can be compared. */
export function riseOf(
  amountFen: number | undefined,
  beforeFen: number | undefined,
): { readonly sign: string; readonly percent: string } | undefined {
  if (amountFen === undefined || beforeFen === undefined || beforeFen <= 0) return undefined;
  const tenths = Math.round(((amountFen - beforeFen) / beforeFen) * 1000);
  if (tenths === 0) return undefined;
  return { sign: tenths > 0 ? "+" : "-", percent: String(Math.abs(tenths) / 10) };
}

/** `83.3%`, of per mille. */
export function percentText(permille: number): string {
  return `${permille / 10}%`;
}

/** `83.3%～91.7%`, or one figure where both are the same; undefined without a sample. */
export function rangeText(least: number | undefined, most: number | undefined): string | undefined {
  if (least === undefined || most === undefined) return undefined;
  return least === most ? percentText(least) : `${percentText(least)}～${percentText(most)}`;
}

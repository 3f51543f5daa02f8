/**
 * Runs `round` while no other window of this origin runs one. Where the browser has no Web Locks (a page that is
 * no secure context) windows may do the same work twice: pushing and pulling are idempotent, so it only costs time.
 */
export async function oneWindowAtATime(round: () => Promise<void>): Promise<void> {
  // The types promise what plain http on an office network does not have.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return round();
  return locks.request("shouyue-sync", async () => round());
}

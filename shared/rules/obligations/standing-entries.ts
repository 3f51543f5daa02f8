import type { Stored } from "../../records/index.ts";

/**
 * The entries that hold, the earliest day first: without withdrawals and without what they take back. A withdrawal
 * itself cannot be withdrawn; what was right after all is written down again.
 */
export function standing(
  entries: readonly Stored<"obligationEntry">[],
): readonly Stored<"obligationEntry">[] {
  const taken = withdrawnIds(entries);
  return entries
    .filter(({ id, data }) => data.kind !== "withdrawn" && !taken.has(id))
    .sort((a, b) => compare(a.data.day, b.data.day) || compare(a.data.recordedAt, b.data.recordedAt));
}

/** Ids of the entries that were taken back. */
export function withdrawnIds(entries: readonly Stored<"obligationEntry">[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ data: { kind, aboutId } }) =>
      kind === "withdrawn" && aboutId !== undefined ? [aboutId] : [],
    ),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

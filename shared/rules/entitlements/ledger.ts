import type { Entitlement, Stored } from "../../records/index.ts";

export type Entry = Stored<"entitlementEntry">;

/**
 * The lines of a ledger that still count. A reversed line never was; a reservation that was used or released is
 * settled by the line that did so. Two desks that reverse or use one line without knowing of each other do it once:
 * of two uses of one reservation the one with the lower id stands. The order of the lines changes nothing.
 */
export function standingEntries(entries: readonly Entry[]): readonly Entry[] {
  const reversed = new Set(entries.flatMap(({ data }) => (data.kind === "reversed" ? [data.aboutId] : [])));
  const live = entries.filter(({ id, data }) => data.kind !== "reversed" && !reversed.has(id));
  const settledBy = new Map<string, string>();
  for (const { id, data } of live) {
    const { kind, aboutId } = data;
    if (aboutId === undefined || (kind !== "used" && kind !== "released")) continue;
    const known = settledBy.get(aboutId);
    // A use is a fact on our premises; a release by another desk does not undo it.
    if (known === undefined || precedes(id, kind, known, live)) settledBy.set(aboutId, id);
  }
  return live.filter(({ id, data }) => {
    if (data.kind === "released") return false;
    if (data.kind === "reserved") return !settledBy.has(id);
    return data.aboutId === undefined || data.kind !== "used" || settledBy.get(data.aboutId) === id;
  });
}

function precedes(id: string, kind: string, other: string, live: readonly Entry[]): boolean {
  const otherKind = live.find((entry) => entry.id === other)?.data.kind;
  return kind === otherKind ? id < other : kind === "used";
}

/**
 * A line in the entitlement's units. Time is rounded up to its step first: five hours of a resident's day, rounded to
 * half days, are one day. A line without a number is one unit.
 */
export function unitsOf(
  { unitMinutes, roundToMinutes }: Pick<Entitlement, "unitMinutes" | "roundToMinutes">,
  { data }: Entry,
): number {
  if (data.units !== undefined) return data.units;
  if (data.minutes === undefined || unitMinutes === undefined || unitMinutes <= 0) return 1;
  const step = Math.max(1, roundToMinutes ?? 1);
  return (Math.ceil(data.minutes / step) * step) / unitMinutes;
}

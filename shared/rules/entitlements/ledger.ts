import type { Entitlement, Stored } from "../../records/index.ts";

export type Entry = Stored<"entitlementEntry">;

/**
 * The lines of a ledger that still count. The order of the lines changes nothing, and a line that two desks both hold
 * is one line, so that ledgers are merged by putting them together (beyond.md item 4; checklist F08).
 *
 * - What was reversed never counts, reversed once or twice. What reverses a line that is not here reverses nothing,
 *   until that line arrives.
 * - A use settles its reservation for good: reversing the use gives the unit back, and whoever still comes is ordered
 *   anew. Of two uses of one reservation one counts, that with the lower id; if it is reversed, the other.
 * - A use is a fact on our premises: it counts also where another desk released the reservation.
 * - A line about less than one of anything counts nothing.
 */
export function standingEntries(entries: readonly Entry[]): readonly Entry[] {
  const lines = [...new Map(entries.map((entry) => [entry.id, entry])).values()].filter(isPositive);
  const reversed = new Set(lines.flatMap((entry) => (entry.data.kind === "reversed" ? aboutOf(entry) : [])));
  const live = lines.filter(({ id, data }) => data.kind !== "reversed" && !reversed.has(id));
  const released = new Set(live.flatMap((entry) => (entry.data.kind === "released" ? aboutOf(entry) : [])));
  const everUsed = new Set(lines.flatMap((entry) => (entry.data.kind === "used" ? aboutOf(entry) : [])));
  const firstUse = new Map<string, string>();
  for (const { id, data } of live) {
    if (data.kind !== "used" || data.aboutId === undefined) continue;
    const known = firstUse.get(data.aboutId);
    if (known === undefined || id < known) firstUse.set(data.aboutId, id);
  }
  return live.filter(({ id, data }) => {
    switch (data.kind) {
      case "reserved":
        return !released.has(id) && !everUsed.has(id);
      case "used":
        return data.aboutId === undefined || firstUse.get(data.aboutId) === id;
      case "granted":
        return true;
      case "released":
      case "reversed":
        return false;
    }
  });
}

function isPositive({ data: { units, minutes } }: Entry): boolean {
  return (units ?? 1) > 0 && (minutes ?? 1) > 0;
}

function aboutOf({ data }: Entry): readonly string[] {
  return data.aboutId === undefined ? [] : [data.aboutId];
}

/**
 * How many of an entitlement's smallest parts a line is about: minutes where it is time, else units. Time that is
 * reserved or used is rounded up to its step, line by line; what is granted is not. A line without a number is one unit.
 */
export function partsOf(entitlement: Measured, { data: { kind, units, minutes } }: Entry): number {
  const perUnit = partsPerUnit(entitlement);
  if (units !== undefined || minutes === undefined || perUnit === 1) return (units ?? 1) * perUnit;
  const step = kind === "granted" ? 1 : Math.max(1, entitlement.roundToMinutes ?? 1);
  return Math.ceil(minutes / step) * step;
}

/** Minutes of a unit where it is time, else 1. Sums are kept in these parts, so that thirds of a day add up. */
export function partsPerUnit({ unitMinutes }: Measured): number {
  return unitMinutes === undefined || unitMinutes <= 0 ? 1 : unitMinutes;
}

type Measured = Pick<Entitlement, "unitMinutes" | "roundToMinutes">;

/** A line in the entitlement's units: five hours of a resident's day of eight, rounded to half days, are one. */
export function unitsOf(entitlement: Measured, entry: Entry): number {
  return partsOf(entitlement, entry) / partsPerUnit(entitlement);
}

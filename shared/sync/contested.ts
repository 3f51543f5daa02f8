import type { AnyField } from "../lib/fields.ts";
import type { Stamp } from "../lib/hybrid-clock.ts";
import { isRecordType, registry } from "../records/index.ts";

/** One value that somebody gave a contested field. `value` is gone once another has replaced it. */
export interface Version {
  readonly stamp: Stamp;
  /** The stamps of the values that its author saw and replaced. */
  readonly seen: readonly Stamp[];
  readonly value?: unknown;
}

const CONTESTED: ReadonlySet<AnyField["kind"]> = new Set(["fen", "instant", "date"]);

/**
 * Whether two people who change this field without seeing each other both stand until someone decides (sync I5): money,
 * times and dates. Timelines, verdicts and signatures need no such mark, for their records are only ever added.
 */
export function isContested(type: string, field: string): boolean {
  if (!isRecordType(type)) return false;
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  return Object.hasOwn(fields, field) && CONTESTED.has(fields[field]?.kind ?? "text");
}

/** The versions with one more, by stamp. Which of them still stand depends on all, so the order of arrival does not matter. */
export function withVersion(versions: readonly Version[], version: Version): readonly Version[] {
  if (versions.some(({ stamp }) => stamp === version.stamp)) return versions;
  const all = [...versions, version].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  // Of what was replaced, the stamp is enough to know it again: the value is in the log.
  return all.map((one) => {
    if (!isReplaced(one, all)) return one;
    const { value: _value, ...rest } = one;
    return rest;
  });
}

/** The versions that nobody saw and replaced, latest last: more than one, and someone has to decide. */
export function standing(versions: readonly Version[]): readonly Version[] {
  return versions.filter((one) => !isReplaced(one, versions));
}

/** Whoever writes a field twice on one desk has seen the first: what follows on the same desk replaces. */
function isReplaced(one: Version, all: readonly Version[]): boolean {
  return all.some(
    ({ stamp, seen }) =>
      seen.includes(one.stamp) || (stamp > one.stamp && deskOf(stamp) === deskOf(one.stamp)),
  );
}

/** After twelve and eight digits and their hyphens: see `shared/lib/hybrid-clock.ts`. */
function deskOf(stamp: Stamp): string {
  return stamp.slice(22);
}

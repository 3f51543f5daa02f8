import { timeOfStamp } from "../lib/hybrid-clock.ts";
import { DELETED, type Change } from "./change.ts";
import { isContested, standing, type Version } from "./contested.ts";

/** A field that several wrote without seeing each other, where the later one holds and nobody has to decide. */
export interface MergedField {
  readonly field: string;
  /** When the last of them was written. */
  readonly atMs: number;
  /** By stamp, the one that holds last. */
  readonly changes: readonly Change[];
}

/** What was merged in one record, by all its changes. Contested fields are not among them: they wait for a decision. */
export function mergedFields(changes: readonly Change[]): readonly MergedField[] {
  const byStamp = new Map(changes.map((change) => [change.stamp, change]));
  const fields = new Set(changes.flatMap(({ patch }) => Object.keys(patch)));
  return [...fields].flatMap((field): MergedField[] => {
    const type = changes[0]?.type ?? "";
    if (field === DELETED || isContested(type, field)) return [];
    const versions = changes
      .filter(({ patch }) => Object.hasOwn(patch, field))
      .map((change): Version => ({ stamp: change.stamp, seen: change.seen?.[field] ?? [] }));
    const stand = standing(versions)
      .flatMap(({ stamp }) => byStamp.get(stamp) ?? [])
      .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
    const last = stand.at(-1);
    const isOne = new Set(stand.map(({ patch }) => JSON.stringify(patch[field]))).size < 2;
    if (last === undefined || isOne) return [];
    return [{ field, atMs: timeOfStamp(last.stamp).ms, changes: stand }];
  });
}

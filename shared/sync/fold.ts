import type { Stamp } from "../lib/hybrid-clock.ts";
import { DELETED, type Change } from "./change.ts";
import { isContested, standing, withVersion, type Version } from "./contested.ts";

/** A record as the changes seen so far make it, with what is needed to take in more, in any order. */
export interface Folded {
  /** Raw fields, unknown ones of newer desks among them; a cleared field is absent. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The stamp of every field of `data` that has none of its own. */
  readonly stamp: Stamp;
  readonly fieldStamps?: Readonly<Record<string, Stamp>>;
  readonly schemaVersion: number;
  readonly batchId?: string;
  /** Of contested fields that were written more than once: every version that is not known to be replaced, and the marks of the others. */
  readonly versions?: Readonly<Record<string, readonly Version[]>>;
}

/**
 * The record after one more change: per field the greatest stamp wins, so the order of arrival does not
 * matter (sync I2), and a change that comes twice changes nothing (I4).
 */
export function fold(record: Folded | undefined, change: Change): Folded {
  if (record === undefined) return first(change);
  const data = { ...record.data };
  const fieldStamps: Record<string, Stamp> = { ...record.fieldStamps };
  const versions: Record<string, readonly Version[]> = { ...record.versions };
  for (const [field, value] of Object.entries(change.patch)) {
    const seen = stampOfField(record, field);
    if (isContested(change.type, field)) {
      const known = record.versions?.[field] ?? soleVersion(record, field, seen);
      const all = withVersion(known, versionOf(change, field));
      if (all.length > 1 || all.some((one) => one.seen.length > 0)) versions[field] = all;
    }
    if (change.stamp <= seen) continue;
    fieldStamps[field] = change.stamp;
    if (value === null) Reflect.deleteProperty(data, field);
    else data[field] = value;
  }
  const batchId = record.batchId ?? change.batchId;
  return {
    data,
    stamp: record.stamp,
    fieldStamps,
    schemaVersion: Math.max(record.schemaVersion, change.schemaVersion),
    ...(batchId === undefined ? {} : { batchId }),
    ...(Object.keys(versions).length === 0 ? {} : { versions }),
  };
}

/** The stamp of what a field holds or was cleared by; "" where nobody ever wrote it. */
export function stampOfField(record: Folded, field: string): Stamp {
  return record.fieldStamps?.[field] ?? (Object.hasOwn(record.data, field) ? record.stamp : "");
}

/** The stamps of what an author sees in a field, for `seen` of the change that replaces it. */
export function seenIn(record: Folded | undefined, field: string): readonly Stamp[] {
  if (record === undefined) return [];
  const versions = record.versions?.[field];
  if (versions !== undefined) return standing(versions).map(({ stamp }) => stamp);
  const stamp = stampOfField(record, field);
  return stamp === "" ? [] : [stamp];
}

/** The values that stand side by side in a contested field, latest last; none where nobody has to decide. */
export function contestOf(record: Folded, field: string): readonly Version[] {
  const stand = standing(record.versions?.[field] ?? []);
  return stand.length > 1 ? stand : [];
}

/** The fields in which several versions stand: somebody has to decide. */
export function contestedFields({ versions }: Pick<Folded, "versions">): readonly string[] {
  return Object.entries(versions ?? {})
    .filter(([, all]) => standing(all).length > 1)
    .map(([field]) => field);
}

export function isDeleted(record: Pick<Folded, "data">): boolean {
  return record.data[DELETED] === true;
}

function first(change: Change): Folded {
  const data: Record<string, unknown> = {};
  const fieldStamps: Record<string, Stamp> = {};
  const versions: Record<string, readonly Version[]> = {};
  for (const [field, value] of Object.entries(change.patch)) {
    if (value === null) fieldStamps[field] = change.stamp;
    else data[field] = value;
    // Without it, what it replaced would seem to stand beside it when that arrives later.
    if ((change.seen?.[field]?.length ?? 0) > 0 && isContested(change.type, field))
      versions[field] = [versionOf(change, field)];
  }
  return {
    data,
    stamp: change.stamp,
    ...(Object.keys(fieldStamps).length === 0 ? {} : { fieldStamps }),
    schemaVersion: change.schemaVersion,
    ...(change.batchId === undefined ? {} : { batchId: change.batchId }),
    ...(Object.keys(versions).length === 0 ? {} : { versions }),
  };
}

function versionOf({ stamp, seen, patch }: Change, field: string): Version {
  return { stamp, seen: [...(seen?.[field] ?? [])].sort(), value: patch[field] ?? null };
}

/** A value that was alone so far and needed no list. */
function soleVersion(record: Folded, field: string, stamp: Stamp): readonly Version[] {
  return stamp === "" ? [] : [{ stamp, seen: [], value: record.data[field] ?? null }];
}

import type { Stamp } from "../lib/hybrid-clock.ts";
import { DELETED, type Change } from "./change.ts";

/** A record as the changes seen so far make it, with what is needed to take in more, in any order. */
export interface Folded {
  /** Raw fields, unknown ones of newer desks among them; a cleared field is absent. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The stamp of every field of `data` that has none of its own. */
  readonly stamp: Stamp;
  readonly fieldStamps?: Readonly<Record<string, Stamp>>;
  readonly schemaVersion: number;
  readonly batchId?: string;
}

/**
 * The record after one more change: per field the greatest stamp wins, so the order of arrival does not
 * matter (sync I2), and a change that comes twice changes nothing (I4).
 */
export function fold(record: Folded | undefined, change: Change): Folded {
  if (record === undefined) return first(change);
  const data = { ...record.data };
  const fieldStamps: Record<string, Stamp> = { ...record.fieldStamps };
  for (const [field, value] of Object.entries(change.patch)) {
    const seen = fieldStamps[field] ?? (Object.hasOwn(data, field) ? record.stamp : "");
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
  };
}

export function isDeleted(record: Folded): boolean {
  return record.data[DELETED] === true;
}

function first(change: Change): Folded {
  const data: Record<string, unknown> = {};
  const fieldStamps: Record<string, Stamp> = {};
  for (const [field, value] of Object.entries(change.patch)) {
    if (value === null) fieldStamps[field] = change.stamp;
    else data[field] = value;
  }
  return {
    data,
    stamp: change.stamp,
    ...(Object.keys(fieldStamps).length === 0 ? {} : { fieldStamps }),
    schemaVersion: change.schemaVersion,
    ...(change.batchId === undefined ? {} : { batchId: change.batchId }),
  };
}

import { registry, type RecordType } from "../../shared/records/index.ts";
import type { Store } from "./store.ts";

/** Types that have no list of their own: each is part of a row of another's, that of its definition's `parent`. */
const PARTS: Readonly<Partial<Record<RecordType, RecordType>>> = { incidentEvent: "incident" };

const WITH_PARTS = Object.values(PARTS);

/** The type whose list a record of this type shows in. */
export function listedAs(type: RecordType): RecordType {
  return PARTS[type] ?? type;
}

/** The type whose records are part of a row of this type's list. */
export function partOf(type: RecordType): RecordType | undefined {
  return Object.entries(PARTS).find(([, owner]) => owner === type)?.[0] as RecordType | undefined;
}

/** The list rows that a record is part of, as their index keeps book of them. */
export function dirtyKeys(
  type: RecordType,
  id: string,
  data: Readonly<Record<string, unknown>>,
): readonly string[] {
  const listed = listedAs(type);
  if (type === "importBatch") return [recordKey(type, id), ...WITH_PARTS.map((one) => broughtKey(one, id))];
  if (listed === type) return [recordKey(type, id)];
  const owner = data[registry[type].parent ?? ""];
  return typeof owner === "string" ? [recordKey(listed, owner)] : [];
}

export const recordKey = (type: RecordType, id: string): string => `${type}:${id}`;
/** All that an import brought of a type, and of what is part of it. */
export const batchKey = (type: RecordType, batchId: string): string => `${listedAs(type)}#${batchId}`;
/** What an import brought and somebody changed since: its parts come and go with the import. */
const broughtKey = (type: RecordType, batchId: string): string => `${type}%${batchId}`;
/** Between these lie the keys of one type, and no others: `#`, `%` and `:` come before all letters. */
export const dirtyRange = (type: RecordType): [string, string] => [`${type}#`, `${type};`];

/** What a key speaks of: one record, all that an import brought, or what of that was changed since. */
export type DirtyKind = "record" | "batch" | "brought";
export const kindOf = (key: string): DirtyKind => KINDS[/[#%:]/.exec(key)?.[0] ?? ""] ?? "record";
/** The id of the record, or of the import. */
export const idIn = (key: string): string => key.slice(key.search(/[#%:]/) + 1);

const KINDS: Readonly<Record<string, DirtyKind>> = { "#": "batch", "%": "brought", ":": "record" };

/**
 * Says, in the transaction that changes them, that the lists' index has not seen these yet: a window that dies between
 * the change and the index leaves nothing unseen.
 */
export async function markDirty(store: Store, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await store.indexDirty.bulkPut([...new Set(keys)].map((key) => ({ key, n: Math.random() })));
}

import type { RecordType } from "../../shared/records/index.ts";
import type { Store } from "./store.ts";

/** The incidents whose list row a record is part of, by id. */
export function incidentsOf(
  type: RecordType,
  id: string,
  data: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (type === "incident") return [id];
  const owner = type === "incidentEvent" ? data["incidentId"] : undefined;
  return typeof owner === "string" ? [owner] : [];
}

export const batchKey = (batchId: string): string => `batch:${batchId}`;

/**
 * Says, in the transaction that changes them, that the list's index has not seen these yet: a window that dies between
 * the change and the index leaves nothing unseen.
 */
export async function markDirty(store: Store, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await store.indexDirty.bulkPut([...new Set(keys)].map((key) => ({ key, n: Math.random() })));
}

import type { RecordType } from "../../shared/records/index.ts";
import { contestedFields, type Folded } from "../../shared/sync/fold.ts";
import type { Store } from "./store.ts";

/**
 * Says of a record, in the transaction that writes it, which of its fields are contested. A record that never had two
 * versions of anything costs nothing.
 */
export async function keepContests(
  store: Store,
  type: RecordType,
  id: string,
  { versions }: Pick<Folded, "versions">,
): Promise<void> {
  if (versions === undefined) return;
  const key = `${type}:${id}`;
  const fields = contestedFields({ versions });
  if (fields.length > 0) await store.contests.put({ key, fields });
  else await store.contests.delete(key);
}

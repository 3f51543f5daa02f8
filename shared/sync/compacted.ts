import { isRecordType, registry } from "../records/index.ts";
import { DELETED, type Change } from "./change.ts";
import { isContested } from "./contested.ts";
import { stampOfField, type Folded } from "./fold.ts";

/**
 * A change of a record without the values that others have replaced since: folded with any other changes it makes the
 * same record as the whole one does, so it may take the whole one's place in a log at any time, whoever has read what.
 * The change itself stays, and with it who wrote, when, and that its desk's numbers have no gap.
 *
 * Nothing goes that may be evidence or that this version does not understand: money, times and dates keep every value
 * (sync I5), so do imports and fields of newer desks. The same object where nothing goes.
 */
export function compacted(change: Change, record: Folded): Change {
  const { type, patch, batchId } = change;
  if (batchId !== undefined || !isRecordType(type)) return change;
  const gone = Object.keys(patch).filter(
    (field) => isPlain(type, field) && field !== DELETED && stampOfField(record, field) > change.stamp,
  );
  if (gone.length === 0) return change;
  const { seen, ...rest } = change;
  const seenLeft = Object.entries(seen ?? {}).filter(([field]) => !gone.includes(field));
  return {
    ...rest,
    patch: Object.fromEntries(Object.entries(patch).filter(([field]) => !gone.includes(field))),
    ...(seenLeft.length === 0 ? {} : { seen: Object.fromEntries(seenLeft) }),
  };
}

function isPlain(type: keyof typeof registry, field: string): boolean {
  return Object.hasOwn(registry[type].fields, field) && !isContested(type, field);
}

import { RECORD_TYPES, registry, type RecordType } from "./index.ts";

/** Not ledgers, and yet made only by a verb of their own: a form would forge what they prove. */
const OWN_VERBS: readonly RecordType[] = ["attachment", "breach", "holidayNotice", "importBatch"];

/**
 * Types that no plain form writes and no spreadsheet brings in: ledgers, whose lines are only added by the verbs that
 * know what they mean, and papers and notices with a verb of their own.
 */
export const WRITTEN_BY_PRODUCT: readonly RecordType[] = RECORD_TYPES.filter((type) => {
  const definition: { readonly appendOnly?: boolean } = registry[type];
  return definition.appendOnly === true || OWN_VERBS.includes(type);
});

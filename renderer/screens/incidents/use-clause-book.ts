import { useMemo } from "react";
import { BOOK_TYPES, type ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import type { RecordType, Stored } from "../../../shared/records/index.ts";
import { useRecordsOf } from "../../records/use-names.ts";

/** The clause book, kept current; undefined while it is first read. */
export function useClauseBook(): ClauseBook | undefined {
  const records = useRecordsOf(BOOK_TYPES);
  return useMemo(() => {
    if (records === undefined) return undefined;
    // What was read under a type is of that type.
    const all = <T extends RecordType>(type: T): readonly Stored<T>[] =>
      (records.get(type) ?? []) as unknown as readonly Stored<T>[];
    return {
      contracts: all("contract"),
      terms: all("term"),
      clauses: all("clause"),
      rulings: all("ruling"),
      calendars: all("calendar"),
      notices: all("holidayNotice"),
      systems: all("system"),
    };
  }, [records]);
}

import { useMemo } from "react";
import type { ClauseBook } from "../../../shared/rules/clauses/incident-clocks.ts";
import { useRecords } from "../../records/use-desk.tsx";

/** All contracts, clauses and calendars, kept current; undefined while they are first read. */
export function useClauseBook(): ClauseBook | undefined {
  const contracts = useRecords("contract");
  const clauses = useRecords("clause");
  const calendars = useRecords("calendar");
  return useMemo(
    () =>
      contracts === undefined || clauses === undefined || calendars === undefined
        ? undefined
        : { contracts, clauses, calendars },
    [contracts, clauses, calendars],
  );
}

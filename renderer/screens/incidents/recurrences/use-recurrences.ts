import type { RecordType } from "../../../../shared/records/index.ts";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { useDesk, useLive } from "../../../records/use-desk.tsx";
import type { IncidentFile } from "../incident-file.ts";
import { earlierCandidates, laterCandidates } from "./candidates.ts";
import { earlierShown, laterShown, mostDays, type ShownRecurrence } from "./shown-recurrences.ts";

const TOUCHED: readonly RecordType[] = ["incident", "incidentEvent", "importBatch", "system"];

/** What a card says of faults that came back: those before it that it shows to be unsolved, and those that show it to be. */
export function useRecurrences(
  file: IncidentFile,
  book: ClauseBook,
  nowMs: number,
): { readonly earlier: readonly ShownRecurrence[]; readonly later: readonly ShownRecurrence[] } {
  const desk = useDesk();
  const { id, data } = file.incident;
  const { reportedAt, resolvedAt, firstResolvedAt } = file.state;
  const days = mostDays(book);
  const key = [id, data.systemId, data.previousId, reportedAt, resolvedAt, firstResolvedAt, days].join(" ");
  const found = useLive(
    async () => {
      const [before, after] = await Promise.all([
        earlierCandidates(desk, file, days),
        laterCandidates(desk, file, days),
      ]);
      return { before, after };
    },
    TOUCHED,
    `recurrences:${key}`,
  );
  return {
    earlier: earlierShown(file, found?.before ?? [], book, nowMs),
    later: laterShown(file, found?.after ?? [], book, nowMs),
  };
}

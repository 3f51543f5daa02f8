import { Alert } from "antd";
import type { ReactNode } from "react";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { useClockWords, useDuration } from "../clock-words.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useMinute } from "../use-minute.ts";
import { recurrenceTexts } from "./recurrence-texts.ts";
import { useRecurrences } from "./use-recurrences.ts";

interface RecurrenceNotesProps {
  readonly file: IncidentFile;
  readonly cover: Cover;
  readonly book: ClauseBook;
}

/** Earlier faults that this one shows to be unsolved, each with what its promised solution comes to (beyond.md item 15). */
export function RecurrenceNotes({ file, cover, book }: RecurrenceNotesProps): ReactNode {
  const t = useTexts(recurrenceTexts);
  const duration = useDuration();
  const clockWords = useClockWords();
  const found = useRecurrences(file, cover, book, useMinute()) ?? [];
  return found.map(({ earlier, heldMs, why, clock }) => (
    <Alert
      key={earlier.id}
      type="warning"
      showIcon
      title={t(why, { number: earlier.data.number, held: duration(heldMs) })}
      description={
        <>
          {clock === undefined ? (
            t("nothingPromised")
          ) : (
            <>
              {t("runsOn", { clause: clock.clause.name })}
              <strong>{clockWords(clock).text}</strong>
            </>
          )}{" "}
          <a href={`#${recordAddress("incident", earlier.id)}`}>{t("open")}</a>
        </>
      }
    />
  ));
}

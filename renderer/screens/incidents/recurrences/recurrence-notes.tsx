import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { useClockWords, useDuration } from "../clock-words.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useMinute } from "../use-minute.ts";
import { recurrenceTexts } from "./recurrence-texts.ts";
import type { ShownRecurrence } from "./shown-recurrences.ts";
import { useLinkPrevious } from "./use-link-previous.ts";
import { useRecurrences } from "./use-recurrences.ts";

interface RecurrenceNotesProps {
  readonly file: IncidentFile;
  readonly book: ClauseBook;
}

/** A fault that came back, on the cards of both incidents, with what the first one's promise comes to (beyond.md item 15). */
export function RecurrenceNotes({ file, book }: RecurrenceNotesProps): ReactNode {
  const t = useTexts(recurrenceTexts);
  const link = useLinkPrevious(file);
  const { earlier, later } = useRecurrences(file, book, useMinute());
  const isLinked = file.incident.data.previousId !== undefined;
  return (
    <>
      {earlier.map((shown) => (
        <RecurrenceNote
          key={shown.other.id}
          side="Earlier"
          shown={shown}
          action={
            !isLinked && (
              <Button size="small" onClick={() => void link(shown.other.id)}>
                {t("link")}
              </Button>
            )
          }
        />
      ))}
      {later.map((shown) => (
        <RecurrenceNote key={shown.other.id} side="Later" shown={shown} />
      ))}
    </>
  );
}

interface RecurrenceNoteProps {
  /** Where the other one stands. */
  readonly side: "Earlier" | "Later";
  readonly shown: ShownRecurrence;
  readonly action?: ReactNode;
}

function RecurrenceNote({ side, shown, action }: RecurrenceNoteProps): ReactNode {
  const t = useTexts(recurrenceTexts);
  const duration = useDuration();
  const clockWords = useClockWords();
  const { other, why, heldMs, days, clock } = shown;
  const { number, title } = other.data;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(why === "linked" ? `linked${side}` : `sameCause${side}`, { days, number, title })}
      description={
        <>
          {t("held", { held: duration(heldMs) })}
          {clock === undefined ? (
            t(`nothingPromised${side}`)
          ) : (
            <>
              {t("runsOn", { clause: clock.clause.name })}
              <strong>{clockWords(clock).text}</strong>
            </>
          )}{" "}
          <a href={`#${recordAddress("incident", other.id)}`}>{t(`open${side}`)}</a>
        </>
      }
      action={action}
    />
  );
}

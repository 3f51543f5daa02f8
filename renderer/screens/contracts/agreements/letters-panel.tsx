import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { letter as definition } from "../../../../shared/records/letter.ts";
import { letterState, type LetterState } from "../../../../shared/rules/obligations/letter-state.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { AnswerDialog, LetterDialog } from "./letter-dialogs.tsx";
import { lettersTexts } from "./letters-texts.ts";

interface LettersPanelProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Formal letters with their deadlines (checklist F14), those that wait first. */
export function LettersPanel({ file, today }: LettersPanelProps): ReactNode {
  const t = useTexts(lettersTexts);
  const [recording, setRecording] = useState(false);
  const [answering, setAnswering] = useState<Stored<"letter"> | undefined>(undefined);
  const states = file.letters
    .map((letter) => letterState(letter, today))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return (
    <section className="sy-panel" aria-labelledby="letters-title">
      <div className="sy-panel-head">
        <h2 id="letters-title">{t("title")}</h2>
        <Button size="small" onClick={() => setRecording(true)}>
          {t("record")}…
        </Button>
      </div>
      {states.length === 0 && <p className="sy-quiet">{t("empty")}</p>}
      {states.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("subject")}</th>
              <th scope="col">{t("theirs")}</th>
              <th scope="col">{t("received")}</th>
              <th scope="col">{t("answerBy")}</th>
              <th scope="col">{t("state")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <LetterRow key={state.letter.id} state={state} onAnswer={() => setAnswering(state.letter)} />
            ))}
          </tbody>
        </table>
      )}
      {recording && <LetterDialog file={file} today={today} onClose={() => setRecording(false)} />}
      {answering !== undefined && (
        <AnswerDialog letter={answering} today={today} onClose={() => setAnswering(undefined)} />
      )}
    </section>
  );
}

function LetterRow({
  state,
  onAnswer,
}: {
  readonly state: LetterState;
  readonly onAnswer: () => void;
}): ReactNode {
  const t = useTexts(lettersTexts);
  const label = useLabel();
  const { id, data } = state.letter;
  const kind = definition.fields.kind.choices?.[data.kind];
  return (
    <tr>
      <td>
        <a href={`#${recordAddress("letter", id)}`}>{data.number}</a>
      </td>
      <td>
        {data.subject} {kind !== undefined && <span className="sy-quiet">{label(kind)}</span>}
      </td>
      <td>
        {data.theirNumber} <span className="is-date">{data.letterDate}</span>
      </td>
      <td className="is-date">{data.receivedDate}</td>
      <td className="is-date">{state.answerBy}</td>
      <td>
        <LetterStanding state={state} />
      </td>
      <td>
        <div className="sy-contract-buttons is-end">
          {data.answeredDate === undefined && (
            <Button size="small" onClick={onAnswer}>
              {t("answer")}…
            </Button>
          )}
          <Button size="small" href={`#/paper/F14/${id}`}>
            {t("print")}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function LetterStanding({ state }: { readonly state: LetterState }): ReactNode {
  const t = useTexts(lettersTexts);
  const days = state.daysLeft ?? 0;
  const date = state.letter.data.answeredDate ?? "";
  switch (state.state) {
    case "answered":
      return <span className="sy-clock is-ok">{t("answered", { date })}</span>;
    case "answeredLate":
      return <span className="sy-clock is-warning">{t("answeredLate", { date })}</span>;
    case "overdue":
      return <span className="sy-clock is-danger">{t("overdue", { days: -days })}</span>;
    case "dueSoon":
      return <span className="sy-clock is-warning">{days === 0 ? t("today") : t("daysLeft", { days })}</span>;
    case "open":
      return (
        <span className="sy-clock">{state.daysLeft === undefined ? t("open") : t("daysLeft", { days })}</span>
      );
  }
}

/** Unanswered before answered, the nearest deadline first. */
function orderOf({ letter, answerBy }: LetterState): string {
  return `${letter.data.answeredDate === undefined ? 0 : 1} ${answerBy ?? "9999"}`;
}

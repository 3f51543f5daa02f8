import type { ReactNode } from "react";
import {
  answerLetter,
  letterFailures,
  recordLetter,
} from "../../../../shared/commands/obligations/letters.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { date, longText } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import { fail } from "../../../../shared/lib/result.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { letter as definition } from "../../../../shared/records/letter.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { fieldRefusal } from "../field-refusal.ts";
import { useStep } from "../use-step.ts";
import { takePaperNumber } from "../../../records/paper-number.ts";
import { lettersTexts } from "./letters-texts.ts";

const { kind, subject, theirNumber, letterDate, receivedDate, answerDays, moduleIds, note } =
  definition.fields;
const LETTER = { kind, subject, theirNumber, letterDate, receivedDate, answerDays, moduleIds, note } as const;

interface LetterDialogProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** A letter as it came in; our number is taken only once nothing is wrong with it. */
export function LetterDialog({ file, today, onClose }: LetterDialogProps): ReactNode {
  const t = useTexts(lettersTexts);
  const failureWords = useTexts(failureTexts);
  const desk = useDesk();
  const step = useStep();
  return (
    <CommandDialog
      title={t("record")}
      fields={LETTER}
      initial={{ kind: "acceptance", receivedDate: today }}
      intro={<p className="sy-command-note">{t("twoWeeks")}</p>}
      onSave={async (told) => {
        const now = instant(Date.now());
        const entry = {
          contractId: file.contract.id,
          kind: told.kind,
          subject: told.subject,
          theirNumber: told.theirNumber ?? "",
          letterDate: told.letterDate,
          receivedDate: told.receivedDate,
          answerDays: told.answerDays,
          moduleIds: told.moduleIds ?? [],
          note: told.note ?? "",
        };
        const name = { zh: `登记来函：${told.subject}`, en: `Record letter: ${told.subject}` };
        const wrong = letterFailures(entry, now);
        const [id = ""] = await desk.newIds(1);
        const made =
          wrong.length > 0
            ? fail(wrong)
            : recordLetter(entry, { now, id, number: await takePaperNumber(desk, "letter") });
        return step(name, made, (failures) => fieldRefusal(failures, failureWords));
      }}
      onClose={onClose}
    />
  );
}

interface AnswerDialogProps {
  readonly letter: Stored<"letter">;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const ANSWER = {
  day: date({ zh: "答复日期", en: "Answered on" }, { required: true }),
  answer: longText({ zh: "答复内容", en: "Answer" }, { required: true }),
} as const;

/** What we answered and when. The paper to sign is F14, printed from the list. */
export function AnswerDialog({ letter, today, onClose }: AnswerDialogProps): ReactNode {
  const t = useTexts(lettersTexts);
  const failureWords = useTexts(failureTexts);
  const step = useStep();
  const { subject: about } = letter.data;
  return (
    <CommandDialog
      title={t("answerTitle", { subject: about })}
      fields={ANSWER}
      initial={{ day: today }}
      saveLabel={t("answer")}
      onSave={async (told) => {
        const made = answerLetter(told, { now: instant(Date.now()), letter });
        return step({ zh: `答复来函：${about}`, en: `Answer letter: ${about}` }, made, (failure) =>
          failure.kind === "alreadyAnswered"
            ? failureWords(failure.kind, { date: failure.day })
            : { [failure.kind === "answerMissing" ? "answer" : "day"]: failureWords(failure.kind) },
        );
      }}
      onClose={onClose}
    />
  );
}

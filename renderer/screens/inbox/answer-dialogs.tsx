import { useEffect, useState, type ReactNode } from "react";
import { addDays, dayNumber } from "../../../shared/lib/dates.ts";
import { instantField, longText, text } from "../../../shared/lib/fields.ts";
import { dateOf, formatWall, instant, startOfDay, type Instant } from "../../../shared/lib/instants.ts";
import type { Alert } from "../../../shared/rules/alerts/alert.ts";
import { CommandDialog } from "../../records/command-dialog.tsx";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useAlertWords } from "./alert-words.ts";
import { inboxTexts } from "./inbox-texts.ts";
import { useAnswer } from "./use-answer.ts";

interface AnswerDialogProps {
  readonly alert: Alert;
  readonly onClose: () => void;
}

const SNOOZE_FIELDS = {
  until: instantField(inboxTexts.keys.until, {
    required: true,
    hint: { zh: "最多 90 天；到时再提醒", en: "At most 90 days; then it rings again" },
  }),
  reason: longText(inboxTexts.keys.reason, { required: true }),
} as const;

/** Until tomorrow at nine unless said otherwise, and why. */
export function SnoozeDialog({ alert, onClose }: AnswerDialogProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { what } = useAlertWords()(alert);
  const toast = useToast();
  const { answer } = useAnswer();
  const [initial] = useState(() => ({ until: tomorrowAtNine() }));
  return (
    <CommandDialog
      title={t("snoozeTitle")}
      intro={what}
      fields={SNOOZE_FIELDS}
      initial={initial}
      onSave={async ({ until, reason }) => {
        const wrong = await answer({ alertKey: alert.subject, kind: "snoozed", until, reason });
        if (wrong === undefined) toast.done(t("snoozeDone", { at: formatWall(until) }));
        return wrong;
      }}
      onClose={onClose}
    />
  );
}

const DECIDE_FIELDS = {
  reason: longText(inboxTexts.keys.decision, {
    required: true,
    hint: {
      zh: "例如：续约一年；不续，重新招标；已约谈，月底前补交",
      en: "Such as: renew for a year; tender anew; agreed to send it by month's end",
    },
  }),
  by: text(inboxTexts.keys.by, { required: true }),
} as const;

/** What was decided and by whom; the alert is gone then. */
export function DecideDialog({ alert, onClose }: AnswerDialogProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { what } = useAlertWords()(alert);
  const toast = useToast();
  const desk = useDesk();
  const { answer } = useAnswer();
  const [author, setAuthor] = useState<string | undefined>(undefined);
  useEffect(() => {
    void desk.author().then(setAuthor);
  }, [desk]);
  if (author === undefined) return null;
  return (
    <CommandDialog
      title={t("decideTitle")}
      intro={what}
      fields={DECIDE_FIELDS}
      initial={author === "" ? {} : { by: author }}
      onSave={async ({ reason, by }) => {
        const wrong = await answer({
          alertKey: alert.subject,
          kind: "decided",
          until: undefined,
          reason,
          by,
        });
        if (wrong === undefined) toast.done(t("decideDone"));
        return wrong;
      }}
      onClose={onClose}
    />
  );
}

const NINE_MS = 9 * 3_600_000;

function tomorrowAtNine(): Instant {
  return instant(startOfDay(dayNumber(addDays(dateOf(Date.now()), 1))) + NINE_MS);
}

import {
  answerAlert,
  type AlertAnswerEntry,
  MOST_SNOOZE_DAYS,
} from "../../../shared/commands/alerts/answer-alert.ts";
import type { Edit } from "../../../shared/commands/edit.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { inboxTexts } from "./inbox-texts.ts";

/** Answers alerts; resolves to a sentence about what is wrong, or to undefined. */
export interface Answering {
  readonly see: (alerts: readonly AnsweredAlert[]) => Promise<string | undefined>;
  readonly answer: (
    told: Omit<AlertAnswerEntry, "by"> & { readonly by?: string },
  ) => Promise<string | undefined>;
}

export function useAnswer(): Answering {
  const t = useTexts(inboxTexts);
  const desk = useDesk();
  const problemOf = useSaveProblem();
  const save = async (entries: readonly AlertAnswerEntry[]): Promise<string | undefined> => {
    const now = instant(Date.now());
    const ids = await desk.newIds(entries.length);
    const edits: Edit[] = [];
    for (const [i, entry] of entries.entries()) {
      const made = answerAlert(entry, { now, id: ids[i] ?? "" });
      if (!made.ok) return t(made.failure.kind, { days: MOST_SNOOZE_DAYS });
      edits.push(...made.value);
    }
    const saved = await desk.save(LABELS[entries[0]?.kind ?? "seen"], edits);
    return saved.ok ? undefined : problemOf(saved.failure);
  };
  return {
    see: async (alerts) => {
      if (alerts.length === 0) return undefined;
      const by = await desk.author();
      const seen = { kind: "seen", until: undefined, by, reason: "" } as const;
      return save(alerts.map(({ alert }) => ({ ...seen, alertKey: alert.key })));
    },
    answer: async (told) => save([{ ...told, by: told.by ?? (await desk.author()) }]),
  };
}

const LABELS = {
  seen: { zh: "提醒已阅", en: "Alerts seen" },
  snoozed: { zh: "暂缓提醒", en: "Put an alert off" },
  decided: { zh: "提醒的决定", en: "Decide about an alert" },
} as const;

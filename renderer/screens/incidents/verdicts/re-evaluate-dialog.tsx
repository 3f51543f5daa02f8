import type { ReactNode } from "react";
import { reEvaluate } from "../../../../shared/commands/incidents/freeze-verdicts.ts";
import { longText, text } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import { differences } from "../../../../shared/rules/verdicts/differences.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useClauseBook } from "../use-clause-book.ts";
import { useMinute } from "../use-minute.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { freezeContext } from "./freeze-context.ts";
import { verdictTexts } from "./verdict-texts.ts";

interface ReEvaluateDialogProps {
  readonly file: IncidentFile;
  readonly verdicts: readonly Stored<"verdict">[];
  readonly onClose: () => void;
}

/** A second verdict on purpose: what it changes, why, and by whom (clocks R10). */
export function ReEvaluateDialog({ file, verdicts, onClose }: ReEvaluateDialogProps): ReactNode {
  const t = useTexts(verdictTexts);
  const desk = useDesk();
  const step = useStep();
  const book = useClauseBook();
  const nowMs = useMinute();
  const { incident, lines } = file;
  const { number } = incident.data;
  return (
    <CommandDialog
      title={t("reTitle", { number })}
      fields={FIELDS}
      saveLabel={t("reEvaluate").replace("…", "")}
      intro={
        <>
          <p className="sy-command-note">{t("reIntro")}</p>
          {book !== undefined && (
            <DifferenceTable
              found={differences(verdicts, clocksOf(incident.data, lines, book, nowMs).clocks)}
            />
          )}
        </>
      }
      onSave={async ({ reason, by }) => {
        const context = await freezeContext(desk, incident, lines, instant(Date.now()));
        if (!context.ok) return t(context.failure.kind);
        const more = await desk.newIds(verdicts.length);
        const ids = [...context.value.ids, ...more];
        const made = reEvaluate(reason, verdicts, { ...context.value, ids, by });
        return step({ zh: `重新评定：${number}`, en: `Evaluated again: ${number}` }, made, ({ kind }) =>
          t(kind),
        );
      }}
      onClose={onClose}
    />
  );
}

const FIELDS = {
  reason: longText({ zh: "理由", en: "Reason" }, { required: true }),
  by: text({ zh: "评定人", en: "Evaluated by" }, { required: true }),
} as const;

import type { ReactNode } from "react";
import {
  changeSeverity,
  type ChangeSeverityFailure,
} from "../../../../shared/commands/incidents/change-severity.ts";
import { choice, instantField, longText, text } from "../../../../shared/lib/fields.ts";
import { formatWall, instant } from "../../../../shared/lib/instants.ts";
import { SEVERITIES } from "../../../../shared/records/severities.ts";
import { CommandDialog, type Refusal } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { IncidentFile } from "../incident-file.ts";
import { notBeforeInItsMinute } from "../told-minute.ts";
import { useClauseBook } from "../use-clause-book.ts";
import { useMinute } from "../use-minute.ts";
import { PreviewTable } from "./preview-table.tsx";
import { severityPreview } from "./severity-preview.ts";
import { severityTexts } from "./severity-texts.ts";

interface SeverityDialogProps {
  readonly file: IncidentFile;
  readonly onClose: () => void;
}

/** Raises or lowers the severity of an open incident, with what moves shown first (clocks R8). */
export function SeverityDialog({ file, onClose }: SeverityDialogProps): ReactNode {
  const t = useTexts(severityTexts);
  const label = useLabel();
  const desk = useDesk();
  const step = useStep();
  const book = useClauseBook();
  const nowMs = useMinute();
  const { incident, lines, state } = file;
  const { number } = incident.data;
  return (
    <CommandDialog
      title={t("title", { number })}
      fields={FIELDS}
      initial={{ at: instant(nowMs) }}
      intro={
        <p className="sy-command-note">
          {t("intro", {
            severity: state.severity === undefined ? t("none") : label(SEVERITIES[state.severity]),
          })}
        </p>
      }
      outcome={({ severity, at }) => {
        if (severity === undefined || at === undefined || book === undefined) return null;
        if (severity === state.severity) return null;
        const told = { severity, at: notBeforeInItsMinute(at, state.reportedAt) };
        return <PreviewTable preview={severityPreview(incident.data, lines, book, nowMs, told)} />;
      }}
      onSave={async ({ severity, at, by = "", reason }) => {
        const [id = ""] = await desk.newIds(1);
        const told = {
          incidentId: incident.id,
          severity,
          at: notBeforeInItsMinute(at, state.reportedAt),
          by,
          reason,
        };
        const made = changeSeverity(told, {
          now: instant(Date.now()),
          id,
          incident: incident.data,
          events: lines,
        });
        return step({ zh: `变更紧急程度：${number}`, en: `Severity changed: ${number}` }, made, (failure) =>
          refusalOf(failure, t),
        );
      }}
      onClose={onClose}
    />
  );
}

const FIELDS = {
  severity: choice({ zh: "改为", en: "To" }, SEVERITIES, { required: true }),
  at: instantField({ zh: "自何时起", en: "From when" }, { required: true }),
  by: text({ zh: "经手人", en: "By" }),
  reason: longText({ zh: "理由", en: "Reason" }, { required: true }),
} as const;

function refusalOf(
  failure: ChangeSeverityFailure,
  t: (key: keyof typeof severityTexts.keys, values?: Readonly<Record<string, string>>) => string,
): Refusal {
  switch (failure.kind) {
    case "beforeReport":
      return { at: t("beforeReport", { at: formatWall(failure.reportedAt) }) };
    case "alreadyResolved":
      return { at: t("alreadyResolved", { at: formatWall(failure.at) }) };
    case "notATime":
    case "inTheFuture":
      return { at: t(failure.kind) };
    case "sameAsBefore":
      return { severity: t(failure.kind) };
    case "reasonMissing":
      return { reason: t(failure.kind) };
  }
}

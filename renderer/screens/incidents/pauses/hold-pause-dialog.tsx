import type { ReactNode } from "react";
import { holdPause } from "../../../../shared/commands/incidents/hold-pause.ts";
import { choice, longText } from "../../../../shared/lib/fields.ts";
import { formatWall, instant } from "../../../../shared/lib/instants.ts";
import { incidentEvent as definition } from "../../../../shared/records/incident-event.ts";
import { AGREEMENTS } from "../../../../shared/records/pause-terms.ts";
import type { PauseStretch } from "../../../../shared/rules/incidents/pauses.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { IncidentFile } from "../incident-file.ts";
import { pauseTexts } from "./pause-texts.ts";

interface HoldPauseDialogProps {
  readonly file: IncidentFile;
  readonly pause: PauseStretch;
  readonly onClose: () => void;
}

/** Says later who holds a pause: both sides, the hospital, or only the vendor. */
export function HoldPauseDialog({ file, pause, onClose }: HoldPauseDialogProps): ReactNode {
  const t = useTexts(pauseTexts);
  const label = useLabel();
  const desk = useDesk();
  const step = useStep();
  const { id: incidentId, data: incident } = file.incident;
  return (
    <CommandDialog
      title={t("holdTitle", { from: formatWall(pause.from) })}
      fields={FIELDS}
      initial={pause.agreedBy === undefined ? {} : { agreedBy: pause.agreedBy }}
      intro={
        <p className="sy-command-note">{t("holdHint", { agreement: label(AGREEMENTS[pause.agreement]) })}</p>
      }
      onSave={async ({ agreement, agreedBy = "", proof = "", reason = "" }) => {
        const [id = ""] = await desk.newIds(1);
        const made = holdPause(
          { incidentId, from: pause.from, agreement, agreedBy, proof, note: reason },
          { now: instant(Date.now()), id, incident, events: file.lines },
        );
        const { number } = incident;
        return step({ zh: `暂停认定：${number}`, en: `Pause held: ${number}` }, made, ({ kind }) =>
          kind === "reasonMissing" ? { reason: t(kind) } : t(kind),
        );
      }}
      onClose={onClose}
    />
  );
}

const { agreedBy, proof } = definition.fields;
const FIELDS = {
  agreement: choice({ zh: "认定", en: "Agreement" }, AGREEMENTS, { required: true }),
  agreedBy,
  proof,
  reason: longText(
    { zh: "理由", en: "Reason" },
    { hint: { zh: "改为不是双方认定时必填", en: "Needed unless both agree" } },
  ),
} as const;

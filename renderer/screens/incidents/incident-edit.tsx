import { Button, Drawer } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { correctIncident } from "../../../shared/commands/correct-incident.ts";
import { INCIDENT_TEXT_FIELDS, type IncidentText } from "../../../shared/commands/incident-text.ts";
import { instant, type Instant } from "../../../shared/lib/instants.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";
import { fieldTexts } from "./field-texts.ts";
import { IncidentFields, type TextField } from "./incident-fields.tsx";

interface IncidentEditProps {
  readonly incident: Stored<"incident">;
  readonly reportedAt: Instant | undefined;
  readonly onClose: () => void;
}

/** Corrects what is written on an incident; only what differs is saved. */
export function IncidentEdit({ incident, reportedAt, onClose }: IncidentEditProps): ReactNode {
  const t = useTexts(cardTexts);
  const words = useTexts(fieldTexts);
  const desk = useDesk();
  const toast = useToast();
  const problemOf = useSaveProblem();
  const [text, setText] = useState<Partial<IncidentText>>({});
  const [problems, setProblems] = useState<Partial<Record<TextField, string>>>({});
  const [unread, setUnread] = useState(0);

  const save = async (): Promise<void> => {
    if (unread > 0) return;
    const edits = correctIncident(incident, text, { now: instant(Date.now()), reportedAt });
    if (!edits.ok) {
      setProblems(Object.fromEntries(edits.failure.map(({ field, kind }) => [field, words(kind)])));
      return;
    }
    if (edits.value.length > 0) {
      const { number } = incident.data;
      const saved = await desk.save({ zh: `修改故障 ${number}`, en: `Edit incident ${number}` }, edits.value);
      if (!saved.ok) {
        toast.problem(problemOf(saved.failure));
        return;
      }
    }
    toast.done(t(edits.value.length === 0 ? "nothingChanged" : "saved"));
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A box reads what was typed when it gets the key: save what it read.
    setTimeout(() => document.getElementById("incident-edit-save")?.click());
  };

  return (
    <Drawer
      open
      size={760}
      title={`${t("editTitle")} ${incident.data.number}`}
      mask={{ closable: false }}
      onClose={onClose}
      footer={
        <>
          <Button id="incident-edit-save" type="primary" onClick={() => void save()}>
            {t("save")}
          </Button>{" "}
          <Button onClick={onClose}>{t("cancel")}</Button>
        </>
      }
    >
      <div className="sy-form-fields" onKeyDown={onKeyDown}>
        <IncidentFields
          names={INCIDENT_TEXT_FIELDS}
          values={{ ...incident.data, ...text }}
          onChange={(field, value) => setText({ ...text, [field]: value })}
          problems={problems}
          onUnread={setUnread}
          autoFocus="title"
        />
      </div>
    </Drawer>
  );
}

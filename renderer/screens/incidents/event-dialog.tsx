import { Input, Modal, Select } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { formatWall, instant, type Instant } from "../../../shared/lib/instants.ts";
import { CHANNELS } from "../../../shared/records/channels.ts";
import { EVENT_KINDS, SPECIAL_EVENT_KINDS, type EventKind } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent, Stored } from "../../../shared/records/index.ts";
import { recordTexts } from "../../records/record-texts.ts";
import { useConfirm, useToast } from "../../ui/ask.ts";
import { focusFirst } from "../../ui/focus-first.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { InstantInput } from "../../ui/wall-input.tsx";
import { eventTexts } from "./event-texts.ts";
import { NEW_PAUSE, PauseFields } from "./pauses/pause-fields.tsx";
import { useAddEvent } from "./use-add-event.ts";

interface EventDialogProps {
  readonly incident: Stored<"incident">;
  readonly events: readonly IncidentEvent[];
  /** What it begins with. */
  readonly kind: EventKind;
  readonly onClose: () => void;
}

type Channel = NonNullable<IncidentEvent["channel"]>;

/** One line for the timeline: what, when, who, how. The time is now until somebody types another. */
export function EventDialog(props: EventDialogProps): ReactNode {
  const { incident, events, onClose } = props;
  const t = useTexts(eventTexts);
  const label = useLabel();
  const records = useTexts(recordTexts);
  const toast = useToast();
  const confirm = useConfirm();
  const add = useAddEvent(incident, events);
  const [kind, setKind] = useState(props.kind);
  const [at, setAt] = useState<Instant | undefined>(() => thisMinute());
  const [unread, setUnread] = useState(false);
  const [pause, setPause] = useState(NEW_PAUSE);
  const [capUnread, setCapUnread] = useState(false);
  const [by, setBy] = useState("");
  const [channel, setChannel] = useState<Channel | undefined>(undefined);
  const [proof, setProof] = useState("");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    const isPause = kind === "paused";
    if (busy || unread || (isPause && capUnread)) return;
    if (at === undefined) {
      setProblem(t("atMissing"));
      return;
    }
    setBusy(true);
    const entry = { incidentId: incident.id, kind, at, by, channel, proof, note };
    const wrong = await add(isPause ? { ...entry, pause } : entry);
    setBusy(false);
    setProblem(wrong);
    if (wrong !== undefined) return;
    toast.done(t("saved", { kind: label(EVENT_KINDS[kind]), at: formatWall(at) }));
    onClose();
  };
  const leave = async (): Promise<void> => {
    // An open list takes Esc for itself.
    if (document.querySelector(".ant-select-open") !== null) return;
    const isTouched = [by, proof, note].some((text) => text.trim() !== "") || pause !== NEW_PAUSE;
    const question = { title: records("leaveAsk"), body: records("leaveBody"), danger: true };
    if (!isTouched || (await confirm({ ...question, yes: records("leave"), no: records("stay") }))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A box reads what was typed when it gets the key: save what it read.
    setTimeout(() => document.getElementById("event-save")?.click());
  };

  return (
    <Modal
      open
      title={t("titleKind", { kind: label(EVENT_KINDS[kind]) })}
      okText={t("save")}
      cancelText={t("cancel")}
      confirmLoading={busy}
      okButtonProps={{ id: "event-save" }}
      onOk={() => void save()}
      onCancel={() => void leave()}
      mask={{ closable: false }}
      // The time stands already: what is asked next is who.
      afterOpenChange={(open) => open && focusFirst("event-by")}
      width={520}
    >
      <div className="sy-event-form" onKeyDown={onKeyDown}>
        <label htmlFor="event-kind">{t("kind")}</label>
        <Select<EventKind>
          id="event-kind"
          value={kind}
          onChange={setKind}
          options={PLAIN_KINDS.map((value) => ({ value, label: label(EVENT_KINDS[value]) }))}
        />
        <label htmlFor="event-at">{t("at")}</label>
        <div>
          <InstantInput
            id="event-at"
            value={at}
            onChange={setAt}
            onProblem={(wrong) => setUnread(wrong !== undefined)}
          />
        </div>
        {kind === "paused" && <PauseFields terms={pause} onChange={setPause} onUnread={setCapUnread} />}
        <label htmlFor="event-by">{t(kind === "signedOff" ? "signer" : "by")}</label>
        <Input id="event-by" value={by} onChange={(event) => setBy(event.target.value)} autoComplete="off" />
        <label htmlFor="event-channel">{t("channel")}</label>
        <Select<Channel | undefined>
          id="event-channel"
          allowClear
          value={channel}
          onChange={setChannel}
          options={(Object.keys(CHANNELS) as Channel[]).map((value) => ({
            value,
            label: label(CHANNELS[value]),
          }))}
        />
        <label htmlFor="event-proof">{t("proof")}</label>
        <Input
          id="event-proof"
          value={proof}
          onChange={(event) => setProof(event.target.value)}
          autoComplete="off"
        />
        <label htmlFor="event-note">{t("note")}</label>
        <Input.TextArea
          id="event-note"
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem !== undefined && (
          <div role="alert" className="sy-problem is-wide">
            {problem}
          </div>
        )}
      </div>
    </Modal>
  );
}

const PLAIN_KINDS = (Object.keys(EVENT_KINDS) as EventKind[]).filter(
  (kind) => !SPECIAL_EVENT_KINDS.some((special) => special === kind),
);

function thisMinute(): Instant {
  const now = Date.now();
  return instant(now - (now % 60_000));
}

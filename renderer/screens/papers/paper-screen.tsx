import { Button, Segmented } from "antd";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { FormCode } from "../../../shared/forms/paper.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";
import { useConfirm } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { NoSuchRecord } from "../../ui/no-such-record.tsx";
import { Page } from "../../ui/page.tsx";
import { go, incidentAddress, paperAddress } from "../incidents/go.ts";
import { BlankPapersScreen } from "./blank-papers-screen.tsx";
import { FaxDialog } from "./fax-dialog.tsx";
import { FaxLog } from "./fax-log.tsx";
import { PaperDesk } from "./paper-desk.tsx";
import { papersTexts } from "./papers-texts.ts";
import { PrivacyWarning } from "./privacy-warning.tsx";
import { SendingForm } from "./sending-form.tsx";
import { useIncidentPaper, type IncidentPaper, type Sending } from "./use-incident-paper.ts";

interface PaperScreenProps {
  readonly form: FormCode;
  /** Absent: blanks with numbers of their own. */
  readonly incidentId?: string;
}

/** A paper of an incident on screen, before it is printed, saved or faxed; beside it the log of what was faxed. */
export function PaperScreen({ form, incidentId }: PaperScreenProps): ReactNode {
  return incidentId === undefined ? (
    <BlankPapersScreen />
  ) : (
    <IncidentPaperScreen key={incidentId} form={form} incidentId={incidentId} />
  );
}

function IncidentPaperScreen({ form, incidentId }: Required<PaperScreenProps>): ReactNode {
  const t = useTexts(papersTexts);
  const desk = useDesk();
  const author = useLive(() => desk.author(), [], "author");
  const [typed, setTyped] = useState<Sending>({});
  // Whoever works here sends it, until somebody else is named.
  const sending = useMemo(() => (author ? { sender: author, ...typed } : typed), [author, typed]);
  const held = useIncidentPaper(form, incidentId, useLater(sending));
  if (held === undefined)
    return (
      <p role="status" className="sy-page sy-quiet">
        {t("reading")}
      </p>
    );
  if (held === null)
    return (
      <Page title={t(form)} flowing>
        <NoSuchRecord title={t("missing")} link={t("toIncidents")} address="/incidents" />
      </Page>
    );
  return <HeldPaper form={form} held={held} sending={sending} onSending={setTyped} />;
}

function HeldPaper(props: {
  readonly form: FormCode;
  readonly held: IncidentPaper;
  readonly sending: Sending;
  readonly onSending: (sending: Sending) => void;
}): ReactNode {
  const { form, held, sending, onSending } = props;
  const { paper, incident, identifiers, faxes } = held;
  const t = useTexts(papersTexts);
  const confirm = useConfirm();
  const [logging, setLogging] = useState(false);
  const [pages, setPages] = useState<number | undefined>(undefined);
  const papers = useMemo(() => [paper], [paper]);
  const mayLeave = async (): Promise<boolean> =>
    identifiers.length === 0 ||
    confirm({
      title: t("privacyAsk"),
      body: identifiers.map(({ kind, text }) => `${t(kind)} ${text}`).join("；"),
      yes: t("goOn"),
      no: t("stop"),
      danger: true,
    });
  return (
    <Page
      title={`${t(form)} ${incident.data.number}`}
      tools={
        <>
          <Segmented<FormCode>
            aria-label={t("form")}
            value={form}
            onChange={(wanted) => go(paperAddress(wanted, incident.id))}
            options={(["F04", "F05"] as const).map((value) => ({ value, label: t(value) }))}
          />
          <span className="sy-grow" />
          <Button onClick={() => go(incidentAddress(incident.id))}>{t("back")}</Button>
        </>
      }
    >
      <PaperDesk
        papers={papers}
        jobName={`${paper.formName}_${paper.number}`}
        mayLeave={mayLeave}
        onLaidOut={(counts) => setPages(counts[0])}
        tools={<Button onClick={() => setLogging(true)}>{t("logFax")}</Button>}
        side={
          <>
            {identifiers.length === 0 ? null : <PrivacyWarning identifiers={identifiers} />}
            {form === "F04" ? <SendingForm value={sending} onChange={onSending} /> : null}
            <FaxLog faxes={faxes} />
          </>
        }
      />
      {logging ? (
        <FaxDialog
          held={held}
          pages={pages}
          sender={sending.sender ?? ""}
          onClose={() => setLogging(false)}
        />
      ) : null}
    </Page>
  );
}

const PAUSE_MS = 250;

/** The same a moment later: a paper is laid out anew when the typing rests, not at every key. */
function useLater<V>(value: V): V {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

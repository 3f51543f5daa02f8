import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { RecordForm } from "../../../shared/forms/paper.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { NoSuchRecord } from "../../ui/no-such-record.tsx";
import { Page } from "../../ui/page.tsx";
import type { HeldPaper } from "./held-paper.ts";
import { OpenPaper } from "./open-paper.tsx";
import { papersTexts } from "./papers-texts.ts";
import { SendingForm } from "./sending-form.tsx";
import { useAgreementPaper } from "./use-agreement-paper.ts";
import { useBreachPaper } from "./use-breach-paper.ts";
import { useIncidentPaper, type IncidentForm, type Sending } from "./use-incident-paper.ts";
import { useLetterPaper } from "./use-letter-paper.ts";

interface PaperScreenProps {
  readonly form: RecordForm;
  /** Of the record that the form is about: an incident, a breach, an agreement or a letter. */
  readonly recordId: string;
}

/** One numbered paper from its records. A screen of another record is another screen: nothing typed goes over. */
export function PaperScreen({ form, recordId }: PaperScreenProps): ReactNode {
  switch (form) {
    case "F04":
    case "F05":
    case "F12":
      return <IncidentPaper key={recordId} form={form} recordId={recordId} />;
    case "WY01":
      return <BreachPaper key={recordId} recordId={recordId} />;
    case "F10":
    case "F11":
      return <AgreementPaper key={recordId} form={form} recordId={recordId} />;
    case "F14":
      return <LetterPaper key={recordId} recordId={recordId} />;
  }
}

function IncidentPaper(props: { readonly form: IncidentForm; readonly recordId: string }): ReactNode {
  const { form, recordId } = props;
  const author = useAuthor();
  const [typed, setTyped] = useState<Sending>({});
  // Whoever works here sends it, until somebody else is named.
  const sending = useMemo(() => (author === "" ? typed : { sender: author, ...typed }), [author, typed]);
  const held = useIncidentPaper(form, recordId, useLater(sending));
  return (
    <PaperOrNotice
      form={form}
      held={held}
      sender={sending.sender ?? ""}
      side={form === "F04" ? <SendingForm value={sending} onChange={setTyped} /> : undefined}
    />
  );
}

function BreachPaper({ recordId }: { readonly recordId: string }): ReactNode {
  return <PaperOrNotice form="WY01" held={useBreachPaper(recordId)} sender={useAuthor()} />;
}

function AgreementPaper(props: { readonly form: "F10" | "F11"; readonly recordId: string }): ReactNode {
  return <PaperOrNotice form={props.form} held={useAgreementPaper(props.recordId)} sender={useAuthor()} />;
}

function LetterPaper({ recordId }: { readonly recordId: string }): ReactNode {
  return <PaperOrNotice form="F14" held={useLetterPaper(recordId)} sender={useAuthor()} />;
}

function PaperOrNotice(props: {
  readonly form: RecordForm;
  readonly held: HeldPaper | null | undefined;
  readonly sender: string;
  readonly side?: ReactNode;
}): ReactNode {
  const { form, held, sender, side } = props;
  const t = useTexts(papersTexts);
  if (held === undefined)
    return (
      <p role="status" className="sy-page sy-quiet">
        {t("reading")}
      </p>
    );
  if (held !== null) return <OpenPaper held={held} sender={sender} side={side} />;
  const isOfContract = form === "F10" || form === "F11" || form === "F14";
  return (
    <Page title={t(form)} flowing>
      <NoSuchRecord
        title={t("missing")}
        link={t(isOfContract ? "toContracts" : "toIncidents")}
        address={isOfContract ? "/records/contract" : "/incidents"}
      />
    </Page>
  );
}

function useAuthor(): string {
  const desk = useDesk();
  return useLive(() => desk.author(), [], "author") ?? "";
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

import { Button, Segmented } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { recordAddress } from "../../records/addresses.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { go, paperAddress } from "../incidents/go.ts";
import { FaxDialog } from "./fax-dialog.tsx";
import { FaxLog } from "./fax-log.tsx";
import type { HeldPaper } from "./held-paper.ts";
import { PaperDesk } from "./paper-desk.tsx";
import { papersTexts } from "./papers-texts.ts";
import { PrivacyWarning } from "./privacy-warning.tsx";
import { INCIDENT_FORMS, type IncidentForm } from "./use-incident-paper.ts";

interface OpenPaperProps {
  readonly held: HeldPaper;
  /** Who sends it, for the fax log. */
  readonly sender: string;
  /** Beside the paper, above the fax log. */
  readonly side?: ReactNode;
}

/** A paper on screen, before it is printed, saved or faxed; beside it the log of what was faxed. */
export function OpenPaper({ held, sender, side }: OpenPaperProps): ReactNode {
  const { paper, identifiers, back, faxing } = held;
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
  const form = INCIDENT_FORMS.find((one) => one === paper.form);
  const warning = identifiers.length === 0 ? null : <PrivacyWarning identifiers={identifiers} />;
  const log = faxing === undefined ? null : <FaxLog faxes={faxing.faxes} />;
  return (
    <Page
      title={`${t(paper.form)} ${paper.number}`}
      tools={
        <>
          {form === undefined ? null : (
            <Segmented<IncidentForm>
              aria-label={t("form")}
              value={form}
              onChange={(wanted) => go(paperAddress(wanted, back.id))}
              options={INCIDENT_FORMS.map((value) => ({ value, label: t(value) }))}
            />
          )}
          <span className="sy-grow" />
          <Button onClick={() => go(recordAddress(back.to, back.id))}>
            {t(back.to === "incident" ? "back" : "backToContract")}
          </Button>
        </>
      }
    >
      <PaperDesk
        papers={papers}
        jobName={`${paper.formName}_${paper.number}`}
        mayLeave={mayLeave}
        onLaidOut={(counts) => setPages(counts[0])}
        tools={faxing === undefined ? null : <Button onClick={() => setLogging(true)}>{t("logFax")}</Button>}
        side={
          warning === null && side === undefined && log === null ? undefined : (
            <>
              {warning}
              {side}
              {log}
            </>
          )
        }
      />
      {logging && faxing !== undefined ? (
        <FaxDialog
          paper={paper}
          faxing={faxing}
          pages={pages}
          sender={sender}
          onClose={() => setLogging(false)}
        />
      ) : null}
    </Page>
  );
}

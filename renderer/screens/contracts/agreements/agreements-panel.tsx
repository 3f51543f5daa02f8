import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { AgreementDialog, type AgreementAct } from "./agreement-dialogs.tsx";
import { AgreementRow } from "./agreement-row.tsx";
import { agreementsTexts } from "./agreements-texts.ts";
import { CustomiseDialog } from "./customise-dialog.tsx";
import { QuoteDialog } from "./quote-dialog.tsx";

interface AgreementsPanelProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Out-of-contract visits and changes of the software, from the quote to the end (checklist F10, F11). */
export function AgreementsPanel({ file, today }: AgreementsPanelProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const [making, setMaking] = useState<"visit" | "customisation" | undefined>(undefined);
  const [act, setAct] = useState<AgreementAct | undefined>(undefined);
  const close = (): void => setMaking(undefined);
  return (
    <section className="sy-panel" aria-labelledby="agreements-title">
      <div className="sy-panel-head">
        <h2 id="agreements-title">{t("title")}</h2>
        <div className="sy-contract-buttons">
          <Button size="small" onClick={() => setMaking("visit")}>
            {t("quote")}…
          </Button>
          <Button size="small" onClick={() => setMaking("customisation")}>
            {t("customise")}…
          </Button>
        </div>
      </div>
      {file.agreements.length === 0 && <p className="sy-quiet">{t("empty")}</p>}
      {file.agreements.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("subject")}</th>
              <th scope="col" className="is-number">
                {t("amount")}
              </th>
              <th scope="col">{t("state")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {newestFirst(file.agreements).map((agreement) => (
              <AgreementRow key={agreement.id} agreement={agreement} onAct={setAct} />
            ))}
          </tbody>
        </table>
      )}
      {making === "visit" && <QuoteDialog file={file} today={today} onClose={close} />}
      {making === "customisation" && <CustomiseDialog file={file} today={today} onClose={close} />}
      {act !== undefined && <AgreementDialog act={act} today={today} onClose={() => setAct(undefined)} />}
    </section>
  );
}

function newestFirst(agreements: readonly Stored<"agreement">[]): readonly Stored<"agreement">[] {
  return [...agreements].sort((a, b) => (a.data.quotedDate < b.data.quotedDate ? 1 : -1));
}

import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { newAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { QuoteDialog } from "../agreements/quote-dialog.tsx";
import type { ContractFile } from "../contract-file.ts";
import { EntitlementLine } from "./entitlement-line.tsx";
import { standingEntitlements } from "./standing-entitlements.ts";
import { VisitDialog, type VisitAct } from "./visit-dialogs.tsx";
import { VisitsTable } from "./visits-table.tsx";
import { visitsTexts } from "./visits-texts.ts";

interface VisitsTabProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** What the contract still grants, and every visit it was spent on. */
export function VisitsTab({ file, today }: VisitsTabProps): ReactNode {
  const t = useTexts(visitsTexts);
  const [, go] = useLocation();
  const [act, setAct] = useState<VisitAct | undefined>(undefined);
  const [quoting, setQuoting] = useState(false);
  const all = useMemo(() => standingEntitlements(file, today), [file, today]);
  return (
    <>
      <section className="sy-panel" aria-labelledby="entitlements-title">
        <div className="sy-panel-head">
          <h2 id="entitlements-title">{t("entitlements")}</h2>
          <div className="sy-contract-buttons">
            <Button size="small" onClick={() => setQuoting(true)}>
              {t("quote")}…
            </Button>
            <Button
              size="small"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => go(newAddress("entitlement", file.contract.id))}
            >
              {t("create")}
            </Button>
          </div>
        </div>
        {all.length === 0 && <p className="sy-quiet">{t("empty")}</p>}
        {all.map((one) => (
          <EntitlementLine
            key={one.entitlement.id}
            one={one}
            file={file}
            today={today}
            onAct={setAct}
            onQuote={() => setQuoting(true)}
          />
        ))}
      </section>
      <VisitsTable file={file} today={today} onAct={setAct} />
      {act !== undefined && (
        <VisitDialog
          file={file}
          act={act}
          today={today}
          onQuote={() => {
            setAct(undefined);
            setQuoting(true);
          }}
          onClose={() => setAct(undefined)}
        />
      )}
      {quoting && <QuoteDialog file={file} today={today} onClose={() => setQuoting(false)} />}
    </>
  );
}

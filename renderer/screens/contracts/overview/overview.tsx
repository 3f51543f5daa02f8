import type { ReactNode } from "react";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { Attachments } from "../../../records/attachments.tsx";
import { referredTypes } from "../../../records/fields-of.ts";
import { RecordFacts } from "../../../records/record-facts.tsx";
import { useTextContext } from "../../../records/use-names.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { Ceilings } from "./ceilings.tsx";
import { Exclusions } from "./exclusions.tsx";
import { overviewTexts } from "./overview-texts.ts";
import { Payments } from "./payments.tsx";
import { TermsPanel } from "./terms-panel.tsx";

interface OverviewProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Terms and money to the left, what the contract says about itself to the right. */
export function Overview({ file, today }: OverviewProps): ReactNode {
  const t = useTexts(overviewTexts);
  const context = useTextContext(referredTypes("contract"));
  const label = useLabel();
  const { contract } = file;
  return (
    <div className="sy-contract-columns">
      <div>
        <TermsPanel file={file} today={today} />
        <Payments contract={contract} today={today} />
        <Ceilings contract={contract} today={today} />
      </div>
      <div>
        <section className="sy-panel" aria-labelledby="contract-facts">
          <div className="sy-panel-head">
            <h2 id="contract-facts">{t("facts")}</h2>
          </div>
          <RecordFacts record={withoutTables(contract, label)} context={context} />
        </section>
        <Exclusions contract={contract} />
        <Attachments ownerType="contract" ownerId={contract.id} ownerName={contract.data.title} />
      </div>
    </div>
  );
}

/** The facts without what the head and the tables beside them say already; the template by its name, not its key. */
function withoutTables(contract: Stored<"contract">, label: (label: Label) => string): Stored<"contract"> {
  const {
    payments: _p,
    ceilings: _c,
    exclusions: _e,
    noticeDate: _n,
    level: _l,
    kind: _k,
    ...data
  } = contract.data;
  const { amountFen: _a, ...shown } = data;
  const template = CONTRACT_TEMPLATES.find(({ key }) => key === shown.templateKey);
  if (template !== undefined) shown.templateKey = label(template.name);
  return { ...contract, data: { ...shown, title: "", vendorId: "", number: "", startDate: "", endDate: "" } };
}

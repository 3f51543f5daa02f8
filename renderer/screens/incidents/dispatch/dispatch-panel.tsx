import { Button } from "antd";
import type { ReactNode } from "react";
import type { Label } from "../../../../shared/lib/label.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { contract as contractDefinition } from "../../../../shared/records/contract.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { feeOn, type FeeOn } from "../../../../shared/rules/fees/fee-rule.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { useContractFile, type ContractFile } from "../../contracts/contract-file.ts";
import { contractAddress } from "../../contracts/tabs.ts";
import type { OnAsk } from "../card-ask.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useToday } from "../use-minute.ts";
import { AgreementLine } from "./agreement-line.tsx";
import { dispatchContracts, dispatchPlan } from "./dispatch-plan.ts";
import { dispatchTexts } from "./dispatch-texts.ts";
import { useBalanceWords } from "./use-balance-words.ts";

interface DispatchPanelProps {
  readonly file: IncidentFile;
  readonly cover: Cover;
  readonly onAsk: OnAsk;
}

/** 派单: what is left before one orders, the visits and quotes of this fault (checklist C01, C04, F08, F10). */
export function DispatchPanel({ file, cover, onAsk }: DispatchPanelProps): ReactNode {
  const t = useTexts(dispatchTexts);
  const contracts = dispatchContracts(cover);
  if (file.imported || contracts.length === 0) return null;
  return (
    <section className="sy-panel" aria-labelledby="dispatch-title">
      <h2 id="dispatch-title">{t("title")}</h2>
      {contracts.map((contract) => (
        <ContractDispatch key={contract.id} contract={contract} file={file} cover={cover} onAsk={onAsk} />
      ))}
    </section>
  );
}

function ContractDispatch(props: DispatchPanelProps & { readonly contract: Stored<"contract"> }): ReactNode {
  const { contract, file, cover, onAsk } = props;
  const t = useTexts(dispatchTexts);
  const today = useToday();
  const label = useLabel();
  const balanceWords = useBalanceWords();
  const contractFile = useContractFile(contract.id);
  if (contractFile === undefined || contractFile === null) return null;
  const { grants, why } = dispatchPlan(cover.kind, contractFile, today);
  const isOver = file.state.status === "closed";
  const rule = feeRuleOf(feeOn(cover), contract.id);
  return (
    <div className="sy-dispatch">
      <div className="sy-panel-head">
        <div>
          <a href={`#${contractAddress(contract.id, "entitlements")}`}>{contract.data.title}</a>
          {grants.map((grant) => (
            <div key={grant.entitlement.id}>{balanceWords(grant)}</div>
          ))}
          {why !== undefined && <div className="sy-quiet">{t(why)}</div>}
          {rule !== undefined && <div className="sy-quiet">{t("feeRule", { rule: label(rule) })}</div>}
        </div>
        {!isOver && (
          <div className="sy-card-buttons">
            {why === undefined && (
              <Button size="small" onClick={() => onAsk({ kind: "order", contractId: contract.id })}>
                {t("order")}
              </Button>
            )}
            <Button size="small" onClick={() => onAsk({ kind: "quote", contractId: contract.id })}>
              {t("quote")}
            </Button>
          </div>
        )}
      </div>
      <Done file={contractFile} incidentId={file.incident.id} />
    </div>
  );
}

const FEE_RULES = contractDefinition.fields.feeRule.choices ?? {};

/** By which rule of this contract a visit beyond what was granted is paid. */
function feeRuleOf(fee: FeeOn, contractId: string): Label | undefined {
  const rule =
    fee.kind === "included"
      ? fee.beyond.find(({ contract }) => contract.id === contractId)?.rule
      : fee.kind === "charged"
        ? fee.rule
        : undefined;
  return rule === undefined ? undefined : FEE_RULES[rule];
}

/** The visits and quotes that name this fault. */
function Done({ file, incidentId }: { readonly file: ContractFile; readonly incidentId: string }): ReactNode {
  const t = useTexts(dispatchTexts);
  const visits = file.visits.filter(({ data }) => data.incidentId === incidentId);
  const agreements = file.agreements.filter(({ data }) => data.incidentId === incidentId);
  if (visits.length + agreements.length === 0) return null;
  return (
    <ul className="sy-dispatch-done">
      {visits.map(({ id, data }) => (
        <li key={id}>
          <a href={`#${recordAddress("visit", id)}`}>{t("visit", { date: data.plannedDate })}</a>{" "}
          {data.engineer ?? ""}{" "}
          <span className="sy-quiet">
            {data.cancelledDate !== undefined
              ? t("cancelled")
              : data.actualDate !== undefined
                ? t("done", { date: data.actualDate })
                : t("planned")}
          </span>
        </li>
      ))}
      {agreements.map((agreement) => (
        <AgreementLine key={agreement.id} agreement={agreement} />
      ))}
    </ul>
  );
}

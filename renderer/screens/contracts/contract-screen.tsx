import { Button, Result } from "antd";
import { useMemo, type ReactNode } from "react";
import { useLocation } from "wouter";
import { letterState } from "../../../shared/rules/obligations/letter-state.ts";
import { ChangeHistory } from "../../records/change-history.tsx";
import { referredTypes } from "../../records/fields-of.ts";
import { recordTexts } from "../../records/record-texts.ts";
import { useTextContext } from "../../records/use-names.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useToday } from "../incidents/use-minute.ts";
import { AcceptanceTab } from "./acceptance/acceptance-tab.tsx";
import { AgreementsTab } from "./agreements/agreements-tab.tsx";
import { ClausesTab, useContradictions } from "./clauses/clauses-tab.tsx";
import { useContractFile, type ContractFile } from "./contract-file.ts";
import { ContractHead } from "./contract-head.tsx";
import { contractTexts } from "./contract-texts.ts";
import { ObligationsTab } from "./obligations/obligations-tab.tsx";
import { standingObligations } from "./obligations/standing-obligations.ts";
import { Overview } from "./overview/overview.tsx";
import { standingOf } from "./standing.ts";
import { tabId, type Mark } from "./tab-bar.tsx";
import { contractAddress, isContractTab, type ContractTab } from "./tabs.ts";
import { VisitsTab } from "./visits/visits-tab.tsx";
import "./contracts.css";

interface ContractScreenProps {
  readonly id: string;
  /** From the address; one that does not exist is answered with the first. */
  readonly tab?: string | undefined;
}

/** The page of one contract: what it says, what it still grants, what is owed, what was agreed beside it. */
export function ContractScreen({ id, tab }: ContractScreenProps): ReactNode {
  const t = useTexts(contractTexts);
  const file = useContractFile(id);
  if (file === undefined) {
    return (
      <p role="status" className="sy-page sy-quiet">
        {t("reading")}
      </p>
    );
  }
  if (file === null) return <Missing />;
  return <ContractPage file={file} tab={tab !== undefined && isContractTab(tab) ? tab : "overview"} />;
}

interface ContractPageProps {
  readonly file: ContractFile;
  readonly tab: ContractTab;
}

function ContractPage({ file, tab }: ContractPageProps): ReactNode {
  const [, go] = useLocation();
  const today = useToday();
  const standing = standingOf(file.contract, file.terms, today);
  const marks = useMarks(file, today);
  // Back leads to where one came from, not through every tab one looked at.
  const toTab = (next: ContractTab): void => go(contractAddress(file.contract.id, next), { replace: true });
  return (
    <article className="sy-page is-flowing sy-contract">
      <ContractHead file={file} standing={standing} today={today} tab={tab} marks={marks} onTab={toTab} />
      <div id="contract-panel" role="tabpanel" aria-labelledby={tabId(tab)} className="sy-contract-body">
        <Panel file={file} tab={tab} today={today} />
      </div>
    </article>
  );
}

/** What waits for somebody, counted on the tabs. */
function useMarks(file: ContractFile, today: string): Readonly<Partial<Record<ContractTab, Mark>>> {
  const undecided = useContradictions(file, today).filter(({ ruling }) => ruling === undefined).length;
  return useMemo(() => {
    const overdue = standingObligations(file, today).flatMap(({ states }) =>
      states.occurrences.filter(({ state }) => state === "overdue"),
    ).length;
    const letters = file.letters.map((letter) => letterState(letter, today).state);
    return {
      clauses: { count: undecided, urgent: true },
      obligations: { count: overdue, urgent: true },
      agreements: {
        count: letters.filter((state) => state === "dueSoon" || state === "overdue").length,
        urgent: true,
      },
    };
  }, [file, today, undecided]);
}

function Panel({ file, tab, today }: ContractPageProps & { readonly today: string }): ReactNode {
  switch (tab) {
    case "overview":
      return <Overview file={file} today={today} />;
    case "clauses":
      return <ClausesTab file={file} today={today} />;
    case "obligations":
      return <ObligationsTab file={file} today={today} />;
    case "agreements":
      return <AgreementsTab file={file} today={today} />;
    case "acceptance":
      return <AcceptanceTab file={file} today={today} />;
    case "entitlements":
      return <VisitsTab file={file} today={today} />;
    case "history":
      return <History file={file} />;
  }
}

function History({ file }: { readonly file: ContractFile }): ReactNode {
  const context = useTextContext(referredTypes("contract"));
  return <ChangeHistory record={file.contract} context={context} />;
}

function Missing(): ReactNode {
  const t = useTexts(recordTexts);
  return (
    <Result
      status="info"
      title={t("missing")}
      extra={<Button href="#/records/contract">{t("backToList")}</Button>}
    />
  );
}

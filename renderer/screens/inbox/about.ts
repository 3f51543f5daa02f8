import type { Alert } from "../../../shared/rules/alerts/alert.ts";
import { contractAddress, type ContractTab } from "../contracts/tabs.ts";
import { incidentAddress } from "../incidents/go.ts";
import type { AlertBoard } from "./alert-board.tsx";
import { obligationIdOf, type PastAnswer } from "./inbox-filter.ts";

/** What an alert is about: where its link leads, what stands on it, and whose promise it is. */
export interface About {
  readonly address: string;
  readonly title: string;
  /** The vendor's short name; undefined where the contract names nobody known. */
  readonly vendor: string | undefined;
}

const TABS: Readonly<Record<Exclude<Alert["topic"], "clock">, ContractTab>> = {
  term: "overview",
  obligation: "obligations",
  change: "obligations",
  letter: "agreements",
  entitlement: "entitlements",
};

/** What a past answer was about, as far as it is still kept; an incident has to be read by whoever shows it. */
export function aboutPast(
  { topic, subjectId }: PastAnswer,
  board: AlertBoard,
): Pick<About, "address" | "title"> | undefined {
  switch (topic) {
    case "term": {
      const contract = board.contracts.get(subjectId);
      return contract && { address: contractAddress(subjectId), title: contract.data.title };
    }
    case "obligation":
    case "change": {
      const obligation = board.obligations.get(obligationIdOf({ topic, subjectId }, board.obligationEntries));
      if (obligation === undefined) return undefined;
      const { contractId, name } = obligation.data;
      return { address: contractAddress(contractId, "obligations"), title: name };
    }
    case "letter": {
      const letter = board.letters.get(subjectId);
      if (letter === undefined) return undefined;
      return { address: contractAddress(letter.data.contractId, "agreements"), title: letter.data.subject };
    }
    default:
      return undefined;
  }
}

export function aboutOf(alert: Alert, board: AlertBoard): About {
  const contract = board.contracts.get(alert.contractId);
  const vendor = board.vendors.get(contract?.data.vendorId ?? "")?.data;
  const name = vendor?.shortName ?? vendor?.name;
  if (alert.topic === "clock") {
    const incident = board.incidents.get(alert.incidentId);
    return { address: incidentAddress(alert.incidentId), title: incident?.data.title ?? "", vendor: name };
  }
  return {
    address: contractAddress(alert.contractId, TABS[alert.topic]),
    title: contract?.data.title ?? "",
    vendor: name,
  };
}

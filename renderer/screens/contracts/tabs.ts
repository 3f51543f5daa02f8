import type { Label } from "../../../shared/lib/define-record.ts";

/** The tabs of a contract's page, in their order; each has an address of its own. */
export const CONTRACT_TABS = {
  overview: { zh: "概况", en: "Overview" },
  clauses: { zh: "条款", en: "Clauses" },
  entitlements: { zh: "权益与上门", en: "Entitlements and visits" },
  obligations: { zh: "义务", en: "Obligations" },
  agreements: { zh: "协议与函件", en: "Agreements and letters" },
  acceptance: { zh: "验收", en: "Acceptance" },
  history: { zh: "变更记录", en: "History" },
} as const satisfies Readonly<Record<string, Label>>;

export type ContractTab = keyof typeof CONTRACT_TABS;
export const TAB_ORDER = Object.keys(CONTRACT_TABS) as readonly ContractTab[];

export function isContractTab(text: string): text is ContractTab {
  return Object.hasOwn(CONTRACT_TABS, text);
}

/** `/records/contract/7K2M9P-12/clauses`; the first tab is the contract's own address. */
export function contractAddress(id: string, tab: ContractTab = "overview"): string {
  return `/records/contract/${id}${tab === "overview" ? "" : `/${tab}`}`;
}

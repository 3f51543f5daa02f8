import type { KeyboardEvent, ReactNode } from "react";
import { useLabel } from "../../ui/i18n.ts";
import { CONTRACT_TABS, TAB_ORDER, type ContractTab } from "./tabs.ts";

interface TabBarProps {
  readonly current: ContractTab;
  /** A count beside a tab's name, such as clauses or what is overdue. */
  readonly marks: Readonly<Partial<Record<ContractTab, Mark>>>;
  readonly onChange: (tab: ContractTab) => void;
}

export interface Mark {
  readonly count: number;
  /** Something waits for somebody. */
  readonly urgent: boolean;
}

/** ← and → go from tab to tab at once, Home and End to the first and last. */
export function TabBar({ current, marks, onChange }: TabBarProps): ReactNode {
  const label = useLabel();
  const choose = (tab: ContractTab | undefined): void => {
    if (tab === undefined) return;
    onChange(tab);
    document.getElementById(tabId(tab))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = TAB_ORDER.indexOf(current);
    const count = TAB_ORDER.length;
    const to = { ArrowRight: (at + 1) % count, ArrowLeft: (at + count - 1) % count, Home: 0, End: count - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    choose(TAB_ORDER[to]);
  };
  return (
    <div className="sy-contract-tabs" role="tablist" onKeyDown={onKeyDown}>
      {TAB_ORDER.map((tab) => {
        const mark = marks[tab];
        return (
          <button
            key={tab}
            id={tabId(tab)}
            type="button"
            role="tab"
            aria-selected={tab === current}
            aria-controls="contract-panel"
            tabIndex={tab === current ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {label(CONTRACT_TABS[tab])}
            {mark !== undefined && mark.count > 0 && (
              <span className={`sy-contract-mark${mark.urgent ? " is-urgent" : ""}`}>{mark.count}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}

export function tabId(tab: ContractTab): string {
  return `contract-tab-${tab}`;
}

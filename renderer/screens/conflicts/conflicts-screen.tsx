import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { conflictTexts } from "./conflicts-texts.ts";
import { ContestedTab } from "./contested-tab.tsx";
import { DecidedTab } from "./decided-tab.tsx";
import { MergedTab } from "./merged-tab.tsx";
import { RefusedTab } from "./refused-tab.tsx";
import { useConflicts } from "./use-conflicts.ts";
import "./conflicts.css";

/** What was merged, what is contested, what was refused, what was decided. */
export function ConflictsScreen(): ReactNode {
  const t = useTexts(conflictTexts);
  const contested = useConflicts((conflicts) => conflicts.contested(), "contested");
  const refused = useConflicts((conflicts) => conflicts.refused(), "refused");
  const counted = (name: string, count: number | undefined): string =>
    count === undefined || count === 0 ? name : t("counted", { name, count });
  const tabs = [
    {
      key: "contested",
      label: counted(t("contested"), contested?.length),
      children: contested && <ContestedTab found={contested} />,
    },
    {
      key: "refused",
      label: counted(t("refused"), refused?.length),
      children: refused && <RefusedTab found={refused} />,
    },
    { key: "merged", label: t("merged"), children: <MergedTab /> },
    { key: "decided", label: t("decided"), children: <DecidedTab /> },
  ];
  return (
    <Page title={t("title")} flowing>
      <Tabs items={tabs} destroyOnHidden />
    </Page>
  );
}

import { Alert } from "antd";
import type { ReactNode } from "react";
import type { Incident } from "../../../shared/records/index.ts";
import { useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";

const GRADES = { A: "gradeA", B: "gradeB", C: "gradeC" } as const;

/** What an imported incident is worth as evidence (clocks R15). */
export function EvidenceNote({ incident }: { readonly incident: Incident }): ReactNode {
  const t = useTexts(cardTexts);
  const { evidence, importedStatus } = incident;
  const words = [
    ...(evidence === undefined ? [] : [t(GRADES[evidence])]),
    t("importedNoAlarm"),
    ...(importedStatus === undefined ? [] : [`${t("importedStatus")}：${importedStatus}`]),
  ];
  return <Alert type="info" showIcon title={`${t("imported")} · ${words.join(" ")}`} />;
}

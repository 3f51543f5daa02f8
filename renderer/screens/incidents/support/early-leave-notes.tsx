import { Alert } from "antd";
import { useMemo, type ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { earlyLeaves } from "../../../../shared/rules/incidents/early-leave.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { IncidentFile } from "../incident-file.ts";
import { supportTexts } from "./support-texts.ts";

/** Each time the vendor's staff went while the fault stood, against a clause that says they stay (checklist W21). */
export function EarlyLeaveNotes(props: { readonly file: IncidentFile; readonly cover: Cover }): ReactNode {
  const { file, cover } = props;
  const t = useTexts(supportTexts);
  const leaves = useMemo(
    () => (cover.kind === "covered" && !file.imported ? earlyLeaves(file.lines, cover.clauses) : []),
    [file, cover],
  );
  return leaves.map(({ at, by, clause }) => (
    <Alert
      key={at}
      type="error"
      showIcon
      title={t("leftEarly", { who: by ?? t("somebody"), at: formatWall(at), clause: clause.data.name })}
      description={t("leftNext")}
    />
  ));
}

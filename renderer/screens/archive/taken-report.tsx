import { Alert } from "antd";
import type { ReactNode } from "react";
import { isRecordType, registry } from "../../../shared/records/index.ts";
import type { Checked, TakenIn } from "../../db/archive.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { archiveTexts } from "./archive-texts.ts";

/** What was new, and what to do next. */
export function TakenReport(props: { readonly checked: Checked; readonly taken: TakenIn }): ReactNode {
  const t = useTexts(archiveTexts);
  const label = useLabel();
  const { changes, blobs, known, types, skipped } = props.taken;
  const named = Object.entries(types)
    .sort((a, b) => b[1] - a[1])
    .map(([type, count]) => `${isRecordType(type) ? label(registry[type].label) : type} ${count}`);
  return (
    <>
      <Alert
        type="success"
        showIcon
        className="sy-archive-alert"
        title={t("taken", { changes, blobs, known })}
      />
      {named.length > 0 && <p>{t("takenTypes", { types: named.join("，") })}</p>}
      {skipped.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="sy-archive-alert"
          title={t("skipped", { numbers: skipped.join("、") })}
        />
      )}
      {props.checked.head.kind === "ferry" && <p>{t("back")}</p>}
    </>
  );
}

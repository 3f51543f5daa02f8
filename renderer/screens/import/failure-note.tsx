import { Alert } from "antd";
import type { ReactNode } from "react";
import { useLabel } from "../../ui/i18n.ts";
import { failureText, type ImportFailure } from "./failure-texts.ts";

/** What went wrong and what to do next; nothing when nothing did. */
export function FailureNote({
  failure,
  fileName,
}: {
  readonly failure: ImportFailure | null;
  readonly fileName?: string;
}): ReactNode {
  const label = useLabel();
  if (failure === null || failure.kind === "stopped") return null;
  const { what, next } = failureText(failure);
  // For whoever is called to help; the other kinds are told whole in words.
  const detail = failure.kind === "broken" || failure.kind === "storeFailed" ? failure.detail : "";
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={fileName === undefined || fileName === "" ? label(what) : `${fileName}：${label(what)}`}
      description={
        <>
          {label(next)}
          {detail !== "" && <div className="sy-quiet sy-import-detail">{detail}</div>}
        </>
      }
    />
  );
}

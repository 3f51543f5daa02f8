import { Alert } from "antd";
import type { ReactNode } from "react";
import type { PatientIdentifier } from "../../../shared/rules/privacy/patient-identifiers.ts";
import { useTexts } from "../../ui/i18n.ts";
import { papersTexts } from "./papers-texts.ts";

/** What on this paper looks like a patient's, word for word, so that a person can judge. */
export function PrivacyWarning(props: { readonly identifiers: readonly PatientIdentifier[] }): ReactNode {
  const t = useTexts(papersTexts);
  return (
    <Alert
      type="warning"
      showIcon
      title={t("privacyTitle")}
      description={
        <>
          <ul className="sy-paper-found">
            {props.identifiers.map(({ kind, text, at }) => (
              <li key={at}>
                {t(kind)}：<strong>{text}</strong>
              </li>
            ))}
          </ul>
          {t("privacyBody")}
        </>
      }
    />
  );
}

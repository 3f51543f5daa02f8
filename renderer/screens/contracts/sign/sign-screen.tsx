import { Button, Result } from "antd";
import type { ReactNode } from "react";
import { BLANK_TEMPLATE } from "../../../../shared/commands/contracts/template.ts";
import { templateOf } from "../../../../shared/commands/contracts/template-of.ts";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { Page } from "../../../ui/page.tsx";
import { useContractFile } from "../contract-file.ts";
import { SIGN_ADDRESS } from "./sign-address.ts";
import { SignForm } from "./sign-form.tsx";
import { signTexts } from "./sign-texts.ts";
import { OtherBeginnings, TemplateCards } from "./template-cards.tsx";
import "./sign.css";

/** Signing a contract: choose what it is like, then say with whom and change what differs. */
export function SignScreen({ templateKey }: { readonly templateKey: string | undefined }): ReactNode {
  const t = useTexts(signTexts);
  if (templateKey === undefined) {
    return (
      <Page title={t("title")} tools={<OtherBeginnings />} flowing>
        <TemplateCards />
      </Page>
    );
  }
  const template =
    templateKey === BLANK_TEMPLATE.key
      ? BLANK_TEMPLATE
      : CONTRACT_TEMPLATES.find(({ key }) => key === templateKey);
  return template === undefined ? <NoSuchTemplate /> : <SignForm template={template} />;
}

/** The same with one of our own contracts for a template: a successor, or one like it. */
export function SignFromContractScreen({ contractId }: { readonly contractId: string }): ReactNode {
  const file = useContractFile(contractId);
  if (file === undefined) return null;
  if (file === null) return <NoSuchTemplate />;
  return <SignForm template={templateOf(file.contract, file)} predecessor={file} />;
}

function NoSuchTemplate(): ReactNode {
  const t = useTexts(signTexts);
  return (
    <Result
      status="info"
      title={t("noSuch")}
      extra={<Button href={`#${SIGN_ADDRESS}`}>{t("toTemplates")}</Button>}
    />
  );
}

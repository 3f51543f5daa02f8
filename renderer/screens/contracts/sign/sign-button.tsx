import { FileDoneOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../../ui/i18n.ts";
import { SIGN_ADDRESS } from "./sign-address.ts";
import { signTexts } from "./sign-texts.ts";

/** The way to the templates, beside the list of contracts. */
export function SignButton(): ReactNode {
  const t = useTexts(signTexts);
  return (
    <Button icon={<FileDoneOutlined aria-hidden />} href={`#${SIGN_ADDRESS}`}>
      {t("title")}
    </Button>
  );
}

import { Button, ConfigProvider, Result } from "antd";
import type { ReactNode } from "react";
import type { FailureCode } from "../../shared/desktop/failure.ts";
import { useTexts } from "../ui/i18n.ts";
import { secondCopyTexts, whyKey } from "../ui/second-copy-texts.ts";
import { appTexts } from "./app-texts.ts";
import { theme } from "./theme.ts";

/** The window of an empty store beside a second copy that cannot be read: to begin anew would lose or double things. */
export function SecondCopyFailed({ failure }: { readonly failure: FailureCode }): ReactNode {
  const t = useTexts(secondCopyTexts);
  const app = useTexts(appTexts);
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
      <Result
        status="warning"
        title={t("unreadable")}
        subTitle={t("unreadableHelp", { why: t(whyKey(failure)) })}
        extra={<Button onClick={() => window.location.reload()}>{app("reopen")}</Button>}
      />
    </ConfigProvider>
  );
}

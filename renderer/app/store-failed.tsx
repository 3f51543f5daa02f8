import { Button, ConfigProvider, Result } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";
import { theme } from "./theme.ts";

/** The window without its store: nothing can be shown, so it says why and what to do. */
export function StoreFailed(): ReactNode {
  const t = useTexts(appTexts);
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
      <Result
        status="error"
        title={t("storeFailed")}
        subTitle={t("storeFailedBody")}
        extra={<Button onClick={() => window.location.reload()}>{t("reopen")}</Button>}
      />
    </ConfigProvider>
  );
}

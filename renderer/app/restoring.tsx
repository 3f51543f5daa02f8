import { ConfigProvider, Progress } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../ui/i18n.ts";
import { secondCopyTexts } from "../ui/second-copy-texts.ts";
import { theme } from "./theme.ts";

/** The window while its store is brought back: how far it is, and that waiting is all there is to do. */
export function Restoring({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const t = useTexts(secondCopyTexts);
  return (
    <ConfigProvider theme={theme}>
      <main className="sy-setup">
        <div role="status">
          <h1>{t("restoring")}</h1>
          <p className="sy-quiet">{t("restoringHelp")}</p>
          <Progress percent={Math.floor((done / Math.max(total, 1)) * 100)} />
        </div>
      </main>
    </ConfigProvider>
  );
}

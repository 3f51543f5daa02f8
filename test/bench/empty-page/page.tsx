import { Button, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { must } from "../../../shared/lib/must.ts";

/** What its one button says: the bench looks for it. */
export type EmptyWord = "开始使用";
const WORD: EmptyWord = "开始使用";

// The least that can be shown with the same framework and components: one button.
createRoot(must(document.getElementById("root"), "the page has the place")).render(
  <StrictMode>
    <ConfigProvider locale={zhCN}>
      <Button type="primary">{WORD}</Button>
    </ConfigProvider>
  </StrictMode>,
);

import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import type { Desk } from "../db/desk.ts";
import { DeskProvider } from "../records/use-desk.tsx";
import { useLanguage } from "../ui/i18n.ts";
import { AlertBoardProvider } from "../screens/inbox/alert-board.tsx";
import { PeopleGate } from "../screens/people/people-gate.tsx";
import { FirstRunGate } from "./first-run.tsx";
import { Shell } from "./shell.tsx";
import { TellFullStore } from "./tell-full-store.tsx";
import { theme } from "./theme.ts";

/** The whole window, once the store is open. */
export function App({ desk }: { readonly desk: Desk }): ReactNode {
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={language === "zh" ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp
        component={false}
        notification={{ placement: "bottomRight", bottom: 48, duration: 3, maxCount: 2 }}
      >
        <DeskProvider desk={desk}>
          <TellFullStore />
          <Router hook={useHashLocation}>
            <PeopleGate>
              <FirstRunGate>
                <AlertBoardProvider>
                  <Shell />
                </AlertBoardProvider>
              </FirstRunGate>
            </PeopleGate>
          </Router>
        </DeskProvider>
      </AntApp>
    </ConfigProvider>
  );
}

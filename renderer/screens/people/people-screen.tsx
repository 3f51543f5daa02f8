import { Tabs } from "antd";
import type { ReactNode } from "react";
import type { Action } from "../../../shared/rules/rights/action-table.ts";
import { mayDo } from "../../../shared/rules/rights/may.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { AccountsPanel } from "./accounts-panel.tsx";
import { DesksPanel } from "./desks-panel.tsx";
import { peopleTexts } from "./people-texts.ts";
import { RulesPanel } from "./rules-panel.tsx";
import { FirstSetUp } from "./sign-in.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import { TrailPanel } from "./trail-panel.tsx";
import { useMe } from "./use-me.ts";
import "./people.css";

const TABS = [
  { key: "accounts", sees: "listAccounts", Panel: AccountsPanel },
  { key: "desks", sees: "listDesks", Panel: DesksPanel },
  { key: "sessions", sees: "listSessions", Panel: SessionsPanel },
  { key: "rules", sees: "setProfile", Panel: RulesPanel },
  { key: "trail", sees: "readAudit", Panel: TrailPanel },
] as const satisfies readonly { key: string; sees: Action; Panel: () => ReactNode }[];

/** Accounts, computers, who is in, and the trail: each officer sees their part. */
export function PeopleScreen(): ReactNode {
  const t = useTexts(peopleTexts);
  const { me, isDesktop } = useMe();
  const person = me?.person;
  const seen = TABS.filter(({ sees }) => person !== undefined && mayDo(person, sees));
  return (
    <Page title={t("title")} flowing>
      {me?.isNeeded === false && (
        <>
          <p>{t("notNeeded")}</p>
          {!isDesktop && <FirstSetUp />}
        </>
      )}
      {me?.isNeeded === true && seen.length === 0 && <p>{t("notOfficer")}</p>}
      {seen.length > 0 && (
        <Tabs items={seen.map(({ key, Panel }) => ({ key, label: t(key), children: <Panel /> }))} />
      )}
    </Page>
  );
}

import { App, Button, Space } from "antd";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { Output } from "../../../shared/desktop/contract.ts";
import { zNothing } from "../../../shared/people/wire.ts";
import { desktop } from "../../desktop/index.ts";
import { useSyncStatus } from "../../state/sync-status.ts";
import { useTexts } from "../../ui/i18n.ts";
import { callPeople } from "../people/people-client.ts";
import { refreshMe, useMe } from "../people/use-me.ts";
import { ServiceConnect } from "./service-connect.tsx";
import { ServiceEnrol } from "./service-enrol.tsx";
import { ServiceFacts } from "./service-facts.tsx";
import { ServiceTrustAgain } from "./service-trust-again.tsx";
import { serviceTexts } from "./service-texts.ts";

/** On a desktop: which service of the office it works with, and how to connect, enrol, sign out and leave. */
export function ServicePanel(): ReactNode {
  const t = useTexts(serviceTexts);
  const [state, setState] = useState<Output<"serviceState"> | undefined>(undefined);
  const me = useMe();
  const sync = useSyncStatus(({ state: shown }) => shown);
  const look = useCallback(() => void desktop().serviceState({}).then(setState), []);
  // What people and sync hear of the service may change what the machine says of it.
  useEffect(look, [look, me, sync]);
  if (state === undefined) return null;
  const { link, refused } = state;
  return (
    <section className="sy-panel" aria-labelledby="settings-service">
      <h2 id="settings-service">{t("title")}</h2>
      {link === null ? (
        <>
          <p className="sy-quiet">{t("alone")}</p>
          <ServiceConnect onConnected={() => void refreshMe().then(look)} />
        </>
      ) : (
        <>
          {refused !== null && (
            <ServiceTrustAgain
              address={link.address}
              kind={refused.kind}
              onTrusted={() => void refreshMe().then(look)}
            />
          )}
          <ServiceFacts link={link} />
          {me.office === "toEnrol" && <ServiceEnrol onEnrolled={() => void refreshMe().then(look)} />}
          <Leaving address={link.address} />
        </>
      )}
    </section>
  );
}

function Leaving({ address }: { readonly address: string }): ReactNode {
  const t = useTexts(serviceTexts);
  const { modal } = App.useApp();
  const waiting = useSyncStatus((sync) => sync.waiting);
  const isIn = useMe(({ me }) => me?.person !== undefined);
  const leave = async (): Promise<void> => {
    // The service forgets the session when it hears of it; without a network the token is gone from here all the same.
    if (isIn) await callPeople(zNothing, "sign-out", {});
    await desktop().serviceLeave({});
    window.location.reload();
  };
  return (
    <Space wrap>
      {isIn && (
        <Button onClick={() => void callPeople(zNothing, "sign-out", {}).then(refreshMe)}>
          {t("signOut")}
        </Button>
      )}
      <Button
        onClick={() =>
          void modal.confirm({
            title: t("sureLeave", { address }),
            content: t("sureLeaveBody", { count: waiting }),
            okText: t("yes"),
            cancelText: t("no"),
            onOk: leave,
          })
        }
      >
        {t("leave")}
      </Button>
    </Space>
  );
}

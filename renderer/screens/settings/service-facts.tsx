import { Alert } from "antd";
import type { ReactNode } from "react";
import type { Output } from "../../../shared/desktop/contract.ts";
import { useSyncStatus } from "../../state/sync-status.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useMe } from "../people/use-me.ts";
import { Fingerprint } from "./service-connect.tsx";
import { serviceTexts } from "./service-texts.ts";

type Link = NonNullable<Output<"serviceState">["link"]>;

/** How this computer and the service stand. */
export function ServiceFacts({ link }: { readonly link: Link }): ReactNode {
  const t = useTexts(serviceTexts);
  const { me, isOffline, office } = useMe();
  const { state, waiting } = useSyncStatus();
  const isAlone = office !== "toEnrol" && me?.isNeeded === false;
  const desk = me?.desk?.name;
  return (
    <>
      {link.isEnrolled && link.keptBy === "file" && <Alert type="warning" showIcon title={t("file")} />}
      <dl className="sy-service-facts">
        <dt>{t("address")}</dt>
        <dd>
          <code>{link.address}</code>
        </dd>
        <dt>{t("certificate")}</dt>
        <dd>
          {link.pin === null ? (
            t(link.address.startsWith("https:") ? "bySystem" : "noTls")
          ) : (
            <>
              {t("pinned")} <Fingerprint text={link.pin} />
            </>
          )}
        </dd>
        <dt>{t("desk")}</dt>
        <dd>
          {isAlone
            ? t("noPeople")
            : desk !== undefined
              ? t("enrolledAs", { name: desk })
              : t(link.isEnrolled ? "enrolled" : "notEnrolled")}
        </dd>
        {link.isEnrolled && (
          <>
            <dt>{t("person")}</dt>
            <dd>{isOffline ? t("offlinePerson") : me?.person?.name}</dd>
          </>
        )}
        <dt>{t("state")}</dt>
        <dd role="status">{t(state, { count: waiting })}</dd>
      </dl>
    </>
  );
}

import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import type { Cover } from "../../../shared/rules/clauses/cover.ts";
import { newAddress, recordAddress } from "../../records/addresses.ts";
import { useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";
import { go } from "./go.ts";

interface NoClocksProps {
  readonly cover: Cover;
  /** What can be done instead, such as a quote. */
  readonly instead?: ReactNode;
}

/** Why nothing is clocked, and what to do about it. */
export function NoClocks({ cover, instead }: NoClocksProps): ReactNode {
  const t = useTexts(cardTexts);
  const open = (contract: Stored<"contract">): ReactNode => (
    <Button size="small" onClick={() => go(recordAddress("contract", contract.id))}>
      {t("openContract")}
    </Button>
  );
  switch (cover.kind) {
    case "contractGap": {
      const { lastContract: last } = cover;
      const ended = last && t("gapLast", { title: last.data.title, date: last.data.endDate });
      return (
        <Alert
          type="warning"
          showIcon
          title={[t("gap", { date: cover.date }), ended].join(" ")}
          action={
            <>
              <Button size="small" onClick={() => go(newAddress("contract"))}>
                {t("newContract")}
              </Button>{" "}
              {instead}
            </>
          }
        />
      );
    }
    case "perVisit":
      return (
        <Alert
          type="info"
          showIcon
          title={t("perVisit", { title: cover.contract.data.title })}
          action={
            <>
              {open(cover.contract)} {instead}
            </>
          }
        />
      );
    case "noVendor":
      return <Alert type="info" showIcon title={t("noVendorClocks")} />;
    case "notReported":
      return <Alert type="info" showIcon title={t("notReported")} />;
    case "covered": {
      const [contract] = cover.contracts;
      if (contract === undefined) return null;
      return (
        <Alert
          type="info"
          showIcon
          title={t("noClauses", { title: contract.data.title })}
          action={open(contract)}
        />
      );
    }
  }
}

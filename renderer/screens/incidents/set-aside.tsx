import type { ReactNode } from "react";
import type { Incident, Stored } from "../../../shared/records/index.ts";
import { REGIONS } from "../../../shared/records/regions.ts";
import type { Cover, SetAside as OneSetAside } from "../../../shared/rules/clauses/cover.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";

interface SetAsideProps {
  readonly cover: Extract<Cover, { readonly kind: "covered" }>;
  readonly incident: Incident;
}

/** Clauses of the contract that are not clocked here, in a line that opens: why each is not. */
export function SetAside({ cover, incident }: SetAsideProps): ReactNode {
  const t = useTexts(cardTexts);
  if (cover.setAside.length === 0) return null;
  return (
    <details className="sy-aside">
      <summary>{t("setAside", { count: cover.setAside.length })}</summary>
      <ul>
        {cover.setAside.map((one) => (
          <li key={one.clause.id}>
            {one.clause.data.name}：
            <Reason
              one={one}
              contract={cover.contracts.find(({ id }) => id === one.clause.data.contractId)}
              incident={incident}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Reason(props: {
  readonly one: OneSetAside;
  readonly contract: Stored<"contract"> | undefined;
  readonly incident: Incident;
}): ReactNode {
  const { one, contract, incident } = props;
  const t = useTexts(cardTexts);
  const label = useLabel();
  switch (one.why) {
    case "notInForce":
    case "ruledOut":
    case "phase":
      return t(`aside${one.why}`);
    case "severity":
      return t(incident.severity === undefined ? "asideNoSeverity" : "asideseverity");
    case "region": {
      const region = contract?.data.region;
      if (region !== undefined) return t("asideregion", { region: label(REGIONS[region]) });
      return (
        <>
          {t("asideNoRegion")}{" "}
          {contract !== undefined && (
            <a href={`#${recordAddress("contract", contract.id)}`}>{t("openContract")}</a>
          )}
        </>
      );
    }
  }
}

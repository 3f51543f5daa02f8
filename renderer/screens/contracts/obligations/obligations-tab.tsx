import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { newAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { ObligationDialog, type ObligationAct } from "./obligation-dialog.tsx";
import { ObligationRow } from "./obligation-row.tsx";
import { obligationsTexts } from "./obligations-texts.ts";
import { standingObligations, type StandingObligation } from "./standing-obligations.ts";

interface ObligationsTabProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Theirs and ours: when each falls due next, and what stayed silent (beyond.md items 3 and 5). */
export function ObligationsTab({ file, today }: ObligationsTabProps): ReactNode {
  const [act, setAct] = useState<ObligationAct | undefined>(undefined);
  const all = useMemo(() => standingObligations(file, today), [file, today]);
  return (
    <>
      {(["vendor", "hospital"] as const).map((party) => (
        <Party
          key={party}
          party={party}
          file={file}
          today={today}
          all={all.filter(({ obligation }) => obligation.data.party === party)}
          onAct={setAct}
        />
      ))}
      {act !== undefined && (
        <ObligationDialog file={file} act={act} today={today} onClose={() => setAct(undefined)} />
      )}
    </>
  );
}

function Party(props: {
  readonly party: "vendor" | "hospital";
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly all: readonly StandingObligation[];
  readonly onAct: (act: ObligationAct) => void;
}): ReactNode {
  const { party, file, all } = props;
  const t = useTexts(obligationsTexts);
  const [, go] = useLocation();
  const titleId = `obligations-${party}`;
  return (
    <section className="sy-panel" aria-labelledby={titleId}>
      <div className="sy-panel-head">
        <h2 id={titleId}>{t(party)}</h2>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => go(newAddress("obligation", file.contract.id))}
        >
          {t("create")}
        </Button>
      </div>
      {all.length === 0 && (
        <p className="sy-quiet">{t(party === "vendor" ? "noneVendor" : "noneHospital")}</p>
      )}
      {all.length > 0 && (
        <table className="sy-table sy-obligations">
          <thead>
            <tr>
              <th aria-hidden />
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("recurs")}</th>
              <th scope="col">{t("next")}</th>
              <th scope="col">{t("state")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <ObligationRow
                key={one.obligation.id}
                one={one}
                entries={file.obligationEntries.filter(({ data }) => data.obligationId === one.obligation.id)}
                onAct={props.onAct}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

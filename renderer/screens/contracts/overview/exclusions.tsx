import type { ReactNode } from "react";
import { CAUSES } from "../../../../shared/records/causes.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { PARTIES } from "../../../../shared/records/pause-terms.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { overviewTexts } from "./overview-texts.ts";

/** What the contract leaves out, and who pays then (checklist C15). */
export function Exclusions({ contract }: { readonly contract: Stored<"contract"> }): ReactNode {
  const t = useTexts(overviewTexts);
  const label = useLabel();
  const rows = contract.data.exclusions ?? [];
  return (
    <section className="sy-panel" aria-labelledby="exclusions-title">
      <div className="sy-panel-head">
        <h2 id="exclusions-title">{t("exclusions")}</h2>
      </div>
      {rows.length === 0 && <p className="sy-quiet">{t("noExclusions")}</p>}
      {rows.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("cause")}</th>
              <th scope="col">{t("payer")}</th>
              <th scope="col">{t("clauseNumber")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cause, payer, clauseNumber }, at) => (
              <tr key={at}>
                <td>{cause === undefined ? t("unknown") : label(CAUSES[cause])}</td>
                <td>{payer === undefined ? t("unknown") : label(PARTIES[payer])}</td>
                <td>{clauseNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

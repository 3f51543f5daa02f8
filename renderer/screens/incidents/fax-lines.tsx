import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { fax as definition } from "../../../shared/records/fax.ts";
import { useChildren } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";
import { paperAddress } from "./go.ts";

/** The fax log of an incident, where there is one; lines are added beside the paper. */
export function FaxLines({ incidentId }: { readonly incidentId: string }): ReactNode {
  const t = useTexts(cardTexts);
  const label = useLabel();
  const faxes = useChildren("fax", incidentId);
  if (faxes === undefined || faxes.length === 0) return null;
  const kinds = definition.fields.kind.choices ?? {};
  return (
    <section className="sy-panel" aria-labelledby="fax-title">
      <div className="sy-panel-head">
        <h2 id="fax-title">{label(definition.label)}</h2>
        <a href={`#${paperAddress("F04", incidentId)}`}>{t("openFax")}</a>
      </div>
      <table className="sy-table">
        <tbody>
          {faxes.map(({ id, data }) => {
            const kind = kinds[data.kind];
            return (
              <tr key={id}>
                <td>{formatWall(data.at)}</td>
                <td>
                  {data.form} {kind === undefined ? data.kind : label(kind)}
                </td>
                <td>{[data.sentTo, data.faxNumber].filter((text) => text !== undefined).join(" ")}</td>
                <td>{data.confirmedBy ?? data.by ?? ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

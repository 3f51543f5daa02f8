import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { Cover } from "../../../shared/rules/clauses/cover.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { ClockMark } from "../incidents/clock-mark.tsx";
import { incidentAddress } from "../incidents/go.ts";
import { SeverityTag, StatusTag } from "../incidents/tags.tsx";
import { homeTexts } from "./home-texts.ts";
import type { Ranked } from "./rank.ts";

interface OpenIncidentsProps {
  readonly all: readonly Ranked[];
  /** As many as were asked for; there may be more. */
  readonly limit: number;
}

export function OpenIncidents({ all, limit }: OpenIncidentsProps): ReactNode {
  const t = useTexts(homeTexts);
  return (
    <section className="sy-panel sy-home-open" aria-labelledby="open-title">
      <div className="sy-panel-head">
        <h2 id="open-title">{t("openIncidents")}</h2>
        <a href="#/incidents">{t("openAll")}</a>
      </div>
      {all.length === 0 ? (
        <p className="sy-quiet">{t("noOpen")}</p>
      ) : (
        <table className="sy-home-table">
          <thead>
            <tr>
              <th scope="col">{t("left")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col">{t("incident")}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((ranked) => (
              <OpenRow key={ranked.open.incident.id} ranked={ranked} />
            ))}
          </tbody>
        </table>
      )}
      {all.length >= limit && <p className="sy-quiet">{t("onlyFirst", { count: limit })}</p>}
    </section>
  );
}

function OpenRow({ ranked }: { readonly ranked: Ranked }): ReactNode {
  const { clock, cover, isCalm, open } = ranked;
  const { incident, state } = open;
  const t = useTexts(homeTexts);
  const system = useRecords("system")?.find(({ id }) => id === incident.data.systemId)?.data;
  const vendor = useRecords("vendor")?.find(({ id }) => id === incident.data.vendorId)?.data;
  const { data } = incident;
  const who = [
    system?.name,
    vendor?.shortName ?? vendor?.name,
    data.department,
    state.reportedAt && t("reported", { at: formatWall(state.reportedAt).slice(5) }),
  ].filter((text) => text !== undefined);
  return (
    <tr className={clock?.state === "breached" ? "is-overdue" : ""}>
      <td>
        {clock === undefined ? (
          <span className="sy-quiet">{isCalm ? t("allMet") : t(REASONS[cover.kind])}</span>
        ) : (
          <>
            <ClockMark clock={clock} />
            <div className="sy-quiet">{clock.clause.name}</div>
          </>
        )}
      </td>
      <td className="sy-clock-due">{clock?.dueAt === undefined ? "—" : formatWall(clock.dueAt)}</td>
      <td>
        <a href={`#${incidentAddress(incident.id)}`}>{data.title}</a>{" "}
        <span className="sy-home-tags">
          <SeverityTag severity={state.severity ?? ""} />
          <StatusTag status={state.status} />
        </span>
        <div className="sy-quiet sy-home-who">
          {who.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </div>
      </td>
    </tr>
  );
}

const REASONS: Readonly<Record<Cover["kind"], keyof typeof homeTexts.keys>> = {
  covered: "noClauses",
  noVendor: "noVendor",
  notReported: "notReported",
  contractGap: "gap",
  perVisit: "perVisit",
};

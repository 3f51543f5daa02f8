import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { module as definition } from "../../../../shared/records/module.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { editAddress, newAddress, recordAddress } from "../../../records/addresses.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { acceptanceTexts } from "./acceptance-texts.ts";
import { dispositionOf, type Disposition } from "../../../../shared/rules/acceptance/disposition.ts";

interface AcceptanceTabProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Every module of the systems covered: whether it is accepted, and what follows where it is not (checklist C05, F13). */
export function AcceptanceTab({ file, today }: AcceptanceTabProps): ReactNode {
  const t = useTexts(acceptanceTexts);
  if (file.systems.length === 0 && file.modules.length === 0) {
    return (
      <section className="sy-panel">
        <p className="sy-quiet">{t("noSystems")}</p>
      </section>
    );
  }
  return file.systems.map((system) => (
    <SystemModules
      key={system.id}
      system={system}
      modules={file.modules.filter(({ data }) => data.systemId === system.id)}
      letters={file.letters}
      today={today}
    />
  ));
}

interface SystemModulesProps {
  readonly system: Stored<"system">;
  readonly modules: readonly Stored<"module">[];
  readonly letters: readonly Stored<"letter">[];
  readonly today: CalendarDate;
}

function SystemModules({ system, modules, letters, today }: SystemModulesProps): ReactNode {
  const t = useTexts(acceptanceTexts);
  const label = useLabel();
  const [, go] = useLocation();
  const rows = modules.map((module) => ({ module, disposition: dispositionOf(module, letters, today) }));
  const accepted = rows.filter(({ disposition }) => disposition.kind === "covered").length;
  const titleId = `modules-${system.id}`;
  return (
    <section className="sy-panel" aria-labelledby={titleId}>
      <div className="sy-panel-head">
        <h2 id={titleId}>
          <a href={`#${recordAddress("system", system.id)}`}>{system.data.name}</a>
          {rows.length > 0 && (
            <span className="sy-contract-count">{t("summary", { accepted, all: rows.length })}</span>
          )}
        </h2>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => go(newAddress("module", system.id))}
        >
          {t("add")}
        </Button>
      </div>
      {rows.length === 0 && <p className="sy-quiet">{t("empty")}</p>}
      {rows.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("module")}</th>
              <th scope="col">{t("inUse")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("disposition")}</th>
              <th scope="col">{t("deadline")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ module: { id, data }, disposition }) => {
              const state = definition.fields.acceptance.choices?.[data.acceptance ?? ""];
              return (
                <tr key={id}>
                  <td>
                    <a href={`#${recordAddress("module", id)}`}>{data.name}</a>{" "}
                    <span className="sy-quiet">{data.softwareVersion}</span>
                  </td>
                  <td className="is-date">{data.inUseSince}</td>
                  <td>
                    {state === undefined ? t("unset") : label(state)}{" "}
                    <span className="is-date">{data.acceptedDate}</span>
                    {data.acceptanceNote !== undefined && (
                      <div className="sy-quiet">{data.acceptanceNote}</div>
                    )}
                  </td>
                  <td>
                    <span className={`sy-dot ${TONES[disposition.kind]}`} aria-hidden /> {t(disposition.kind)}
                  </td>
                  <td>
                    <Deadline disposition={disposition} />
                  </td>
                  <td className="is-date">
                    <a href={`#${editAddress("module", id)}`}>{t("edit")}</a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

const TONES: Readonly<Record<Disposition["kind"], string>> = {
  covered: "is-done",
  notYet: "is-closed",
  causeMissing: "is-waiting",
  acceptNow: "is-waiting",
  setAside: "is-active",
  refund: "is-active",
  negotiate: "is-active",
};

function Deadline({ disposition }: { readonly disposition: Disposition }): ReactNode {
  const t = useTexts(acceptanceTexts);
  if (disposition.kind === "notYet") {
    return disposition.on === undefined ? null : (
      <span className="sy-quiet">{t("notYetOn", { date: disposition.on })}</span>
    );
  }
  if (disposition.kind !== "acceptNow") return null;
  const { by, daysLeft } = disposition;
  if (by === undefined || daysLeft === undefined) return <span className="sy-quiet">{t("noLetter")}</span>;
  return daysLeft < 0 ? (
    <span className="sy-clock is-danger">{t("overdue", { date: by, days: -daysLeft })}</span>
  ) : (
    <span className="sy-clock is-warning">{t("daysLeft", { date: by, days: daysLeft })}</span>
  );
}

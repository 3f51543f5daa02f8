import { Tag } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { fax as definition } from "../../../shared/records/fax.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { papersTexts } from "./papers-texts.ts";

/** What was faxed for this incident, the newest first. Lines are only ever added. */
export function FaxLog({ faxes }: { readonly faxes: readonly Stored<"fax">[] }): ReactNode {
  const t = useTexts(papersTexts);
  const label = useLabel();
  const kinds = definition.fields.kind.choices ?? {};
  const newestFirst = [...faxes].sort((a, b) => (a.data.at < b.data.at ? 1 : -1));
  return (
    <section className="sy-panel" aria-labelledby="fax-log-title">
      <h2 id="fax-log-title">{t("log")}</h2>
      {faxes.length === 0 ? (
        <p className="sy-quiet sy-paper-hint">{t("logEmpty")}</p>
      ) : (
        <ol className="sy-paper-log">
          {newestFirst.map(({ id, data }) => {
            const kind = kinds[data.kind];
            return (
              <li key={id}>
                <div>
                  <strong>{kind === undefined ? data.kind : label(kind)}</strong> {formatWall(data.at)}{" "}
                  {data.startsClock === true ? <Tag color="blue">{t("isClockStart")}</Tag> : null}
                </div>
                <div>
                  {data.form} {data.sentTo} {data.faxNumber}
                </div>
                <div className="sy-quiet">
                  {[
                    data.by,
                    data.confirmedBy && `${t("confirmedBy")} ${data.confirmedBy}`,
                    data.pages !== undefined && t("pageCount", { count: data.pages }),
                    data.note,
                  ]
                    .filter((part) => typeof part === "string" && part !== "")
                    .join(" · ")}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

import type { ReactNode } from "react";
import { timeOfStamp } from "../../../shared/lib/hybrid-clock.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import { useTexts } from "../../ui/i18n.ts";
import { AboutRecord, useValueText } from "./about-record.tsx";
import { conflictTexts } from "./conflicts-texts.ts";
import { useAuthorNames, useConflicts } from "./use-conflicts.ts";

const DAYS_MS = 30 * 24 * 3_600_000;

/** Where the later one holds, for everybody to know. */
export function MergedTab(): ReactNode {
  const t = useTexts(conflictTexts);
  const valueText = useValueText();
  const nameOf = useAuthorNames();
  const found = useConflicts((conflicts) => conflicts.merged(Date.now() - DAYS_MS), "merged");
  if (found === undefined) return null;
  if (found.length === 0) return <p className="sy-quiet">{t("noMerged")}</p>;
  return (
    <>
      <p className="sy-quiet">{t("mergedNote")}</p>
      {found.map(({ type, id, field, changes }) => (
        <section key={`${type}:${id}:${field}`} className="sy-panel sy-conflict">
          <AboutRecord type={type} id={id} field={field} />
          <ul>
            {[...changes].reverse().map((change, at) => (
              <li key={change.id}>
                <strong>{valueText(type, field, change.patch[field])}</strong>{" "}
                {t("wroteBy", {
                  who: change.author === "" ? t("unnamed") : nameOf(change.author),
                  at: formatWall(timeOfStamp(change.stamp).ms),
                  desk: change.desk,
                })}{" "}
                <em>{t(at === 0 ? "holds" : "over")}</em>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

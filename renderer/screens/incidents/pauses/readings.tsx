import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { PAUSE_MODES } from "../../../../shared/rules/clauses/pause-modes.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { ClockMark } from "../clock-mark.tsx";
import { clockUnder, MODES, readingsDiffer } from "./modes.ts";
import { pauseTexts } from "./pause-texts.ts";

/** The three readings of a clock's pauses side by side; nothing where they say the same. */
export function Readings({ clock }: { readonly clock: ClauseClock }): ReactNode {
  const t = useTexts(pauseTexts);
  const label = useLabel();
  if (!readingsDiffer(clock)) return null;
  return (
    <>
      <h3>{t("readings")}</h3>
      <table className="sy-why-table is-readings">
        <thead>
          <tr>
            <th scope="col">{t("reading")}</th>
            <th scope="col">{t("readingDue")}</th>
            <th scope="col">{t("readingResult")}</th>
          </tr>
        </thead>
        <tbody>
          {MODES.map((mode) => {
            const read = clockUnder(clock, mode);
            return (
              <tr key={mode} className="is-counted">
                <td>{label(PAUSE_MODES[mode])}</td>
                <td>{read.dueAt === undefined ? "—" : formatWall(read.dueAt)}</td>
                <td>
                  <ClockMark clock={read} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sy-quiet">{t("modeNote")}</p>
    </>
  );
}

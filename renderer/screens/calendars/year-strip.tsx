import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import type { DayCell, Month } from "./year-months.ts";

interface YearStripProps {
  /** Months of another year carry it in their name. */
  readonly year: number;
  readonly months: readonly Month[];
}

/** Small months with every day off and every make-up workday marked, in a word and in a colour. */
export function YearStrip({ year, months }: YearStripProps): ReactNode {
  const t = useTexts(calendarsTexts);
  const weekdays = t("weekdays").split(",");
  return (
    <div className="sy-year">
      {months.map((one) => {
        const key = one.year === year ? "monthName" : "otherMonthName";
        return (
          <table key={`${one.year}-${one.month}`} className="sy-month">
            <caption>{t(key, { year: one.year, month: one.month })}</caption>
            <thead>
              <tr>
                {weekdays.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {one.weeks.map((week, i) => (
                <tr key={i}>
                  {week.map((cell, day) =>
                    cell === undefined ? <td key={day} /> : <Day key={day} cell={cell} />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

function Day({ cell }: { readonly cell: DayCell }): ReactNode {
  const t = useTexts(calendarsTexts);
  const { mark, day, date, weekend } = cell;
  if (mark === undefined) return <td className={weekend ? "is-weekend" : undefined}>{day}</td>;
  const word = t(mark.kind);
  return (
    <td className={`is-${mark.kind}`} title={`${date} ${mark.name} ${word}`}>
      {day}
      <small>{word}</small>
    </td>
  );
}

export function YearLegend(): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <p className="sy-year-legend sy-quiet">
      <span className="is-off">{t("off")}</span> {t("legendOff")}
      <span className="is-work">{t("work")}</span> {t("legendWork")}
    </p>
  );
}

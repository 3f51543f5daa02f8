import { Select } from "antd";
import type { ReactNode } from "react";
import type { DateOrder, DateReading } from "../../../shared/import/types.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import type { FirstRead } from "./engine-protocol.ts";
import { importTexts } from "./import-texts.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";

const ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];

interface DateOrderSelectProps {
  readonly header: string;
  readonly dates: DateReading;
  /** The column's first value and what it is read as. */
  readonly first: FirstRead | undefined;
  readonly choose: (order: DateOrder) => void;
}

/** How a column's dates are read, the evidence for it, and the way to read them otherwise. */
export function DateOrderSelect({ header, dates, first, choose }: DateOrderSelectProps): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  return (
    <>
      <Select<DateOrder>
        size="small"
        className="sy-import-order"
        aria-label={`${t("dateOrder")}：${header}`}
        value={dates.order}
        options={ORDERS.map((value) => ({ value, label: t(value) }))}
        onChange={choose}
        status={dates.ambiguous ? "warning" : ""}
      />
      <div className={dates.ambiguous ? "sy-import-look" : "sy-quiet"}>{evidence()}</div>
      {first !== undefined && (
        <div className="sy-quiet">
          {first.text} → {"read" in first ? first.read : label(PROBLEM_TEXTS[first.problem])}
        </div>
      )}
    </>
  );

  function evidence(): string {
    if (dates.ambiguous) return t("orderGuessed");
    if (dates.order === "ymd") return t("orderClear");
    return dates.evidence > 0 ? t("orderProven", { cells: dates.evidence }) : t("orderFollows");
  }
}

import { Select } from "antd";
import type { ReactNode } from "react";
import type { DateOrder, DateReading } from "../../../shared/import/types.ts";
import { useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";

const ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];

interface DateOrderSelectProps {
  readonly header: string;
  readonly dates: DateReading;
  readonly choose: (order: DateOrder) => void;
}

/** How a column's dates are read, the evidence for it, and the way to read them otherwise. */
export function DateOrderSelect({ header, dates, choose }: DateOrderSelectProps): ReactNode {
  const t = useTexts(importTexts);
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
    </>
  );

  function evidence(): string {
    if (dates.ambiguous) return t("orderGuessed");
    if (dates.order === "ymd") return t("orderClear");
    return dates.evidence > 0 ? t("orderProven", { cells: dates.evidence }) : t("orderFollows");
  }
}

import { CalendarOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { DateInput } from "../../ui/wall-input.tsx";
import type { DateRange } from "./date-range.ts";
import { listTexts } from "./list-texts.ts";

interface DateRangePickerProps {
  readonly range: DateRange;
  readonly onChange: (range: DateRange) => void;
}

/** Days of report, typed as people type dates; either end may be open. */
export function DateRangePicker({ range, onChange }: DateRangePickerProps): ReactNode {
  const t = useTexts(listTexts);
  const isOn = range.from !== undefined || range.to !== undefined;
  const panel = (
    <div className="sy-date-range">
      <label htmlFor="range-from">{t("from")}</label>
      <DateInput id="range-from" value={range.from} onChange={(from) => onChange({ ...range, from })} />
      <label htmlFor="range-to">{t("to")}</label>
      <DateInput id="range-to" value={range.to} onChange={(to) => onChange({ ...range, to })} />
      <Button size="small" disabled={!isOn} onClick={() => onChange({ from: undefined, to: undefined })}>
        {t("datesClear")}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" content={panel} destroyOnHidden>
      <Button icon={<CalendarOutlined aria-hidden />} type={isOn ? "primary" : "default"} ghost={isOn}>
        {isOn ? t("datesOn", { from: range.from ?? t("anyDate"), to: range.to ?? t("anyDate") }) : t("dates")}
      </Button>
    </Popover>
  );
}

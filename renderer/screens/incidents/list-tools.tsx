import { PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { memo, type ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { DateRangePicker } from "./date-range-picker.tsx";
import { go } from "./go.ts";
import { statusesShown, statusFilter, useListMemory, type Shown } from "./list-memory.ts";
import { listTexts } from "./list-texts.ts";

// The tools beside the search. Each is drawn by itself: a key of a search draws the screen twice, and them not at all.

/** Everything, what is open, or what is done. */
export const StatusSwitch = memo(function StatusSwitch(): ReactNode {
  const t = useTexts(listTexts);
  const filters = useListMemory(({ asked }) => asked.filters);
  const ask = useListMemory((memory) => memory.ask);
  return (
    <Segmented<Shown>
      aria-label={t("showing")}
      value={statusesShown(filters["status"] ?? [])}
      onChange={(shown) => ask({ filters: { ...filters, status: statusFilter(shown) } })}
      options={[
        { value: "all", label: t("all") },
        { value: "open", label: t("open") },
        { value: "done", label: t("done") },
      ]}
    />
  );
});

/** Reported from when until when. */
export const ReportedBetween = memo(function ReportedBetween(): ReactNode {
  const dates = useListMemory(({ asked }) => asked.dates);
  const ask = useListMemory((memory) => memory.ask);
  return <DateRangePicker range={dates} onChange={(range) => ask({ dates: range })} />;
});

/** How faults come into the list. */
export const NewIncidentButtons = memo(function NewIncidentButtons(): ReactNode {
  const t = useTexts(listTexts);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => go("/report")}>
        {t("report")}
      </Button>
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => go("/import/incident")}>
        {t("import")}
      </Button>
    </>
  );
});

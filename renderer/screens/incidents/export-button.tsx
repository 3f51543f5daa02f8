import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState, type ReactNode } from "react";
import type { IncidentRow, IncidentView } from "../../db/desk.ts";
import { desktop } from "../../desktop/index.ts";
import { exportFileName } from "../../records/export-file-name.ts";
import { recordTexts } from "../../records/record-texts.ts";
import { useToast } from "../../ui/ask.ts";
import type { GridColumn } from "../../ui/grid/grid-types.ts";
import { useTexts } from "../../ui/i18n.ts";
import { incidentTable, tableBytes, type ExportKind } from "./export-incidents.ts";
import { listTexts } from "./list-texts.ts";

interface ExportButtonProps {
  readonly view: IncidentView | undefined;
  readonly columns: readonly GridColumn<IncidentRow>[];
}

/** Saves the list, as searched, filtered and sorted, where the user says. */
export function ExportButton({ view, columns }: ExportButtonProps): ReactNode {
  const t = useTexts(listTexts);
  const words = useTexts(recordTexts);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async (kind: ExportKind): Promise<void> => {
    if (view === undefined) return;
    setBusy(true);
    try {
      const bytes = await tableBytes(await incidentTable(t("list"), view, columns), kind);
      const suggestedName = exportFileName(t("list"), Date.now(), kind);
      const { saved, name = suggestedName } = await desktop().saveFile({ suggestedName, kind, bytes });
      if (saved) toast.done(words("exported", { count: view.count, name }));
    } catch {
      toast.problem(words("exportFailed"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "xlsx", label: t("exportXlsx") },
          { key: "csv", label: t("exportCsv") },
        ],
        onClick: ({ key }) => void save(key === "csv" ? "csv" : "xlsx"),
      }}
    >
      <Button loading={busy} disabled={view === undefined || view.count === 0}>
        {busy ? t("exporting") : t("export")} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState, type ReactNode } from "react";
import type { Table } from "../../../shared/import/types.ts";
import { desktop } from "../../desktop/index.ts";
import { exportFileName } from "../../records/export-file-name.ts";
import type { SheetFormat } from "../../records/export/sheet-job.ts";
import { pagesOf, writeSheet } from "../../records/export/write-sheet.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { scoresTexts } from "./scores-texts.ts";

/** Saves the card as a sheet where the user says. */
export function ExportButton({ table }: { readonly table: Table | undefined }): ReactNode {
  const t = useTexts(scoresTexts);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async (kind: SheetFormat): Promise<void> => {
    if (table === undefined) return;
    setBusy(true);
    try {
      const suggestedName = exportFileName(t("title"), Date.now(), kind);
      const bytes = await writeSheet(kind, { name: table.name, header: table.header }, pagesOf(table));
      if (bytes === undefined) return;
      const { saved, name = suggestedName } = await desktop().saveFile({ suggestedName, kind, bytes });
      if (saved) toast.done(t("exported", { name }));
    } catch {
      toast.problem(t("exportFailed"));
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
      <Button loading={busy} disabled={table === undefined}>
        {t("export")} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

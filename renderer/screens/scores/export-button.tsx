import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState, type ReactNode } from "react";
import type { Table } from "../../../shared/import/types.ts";
import { desktop } from "../../desktop/index.ts";
import { exportFileName } from "../../records/export-file-name.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { tableBytes, type ExportKind } from "../incidents/export-incidents.ts";
import { scoresTexts } from "./scores-texts.ts";

/** Saves the card as a sheet where the user says. */
export function ExportButton({ table }: { readonly table: Table | undefined }): ReactNode {
  const t = useTexts(scoresTexts);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async (kind: ExportKind): Promise<void> => {
    if (table === undefined) return;
    setBusy(true);
    try {
      const suggestedName = exportFileName(t("title"), Date.now(), kind);
      const bytes = await tableBytes(table, kind);
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

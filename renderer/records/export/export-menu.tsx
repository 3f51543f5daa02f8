import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Table, TableHead } from "../../../shared/import/types.ts";
import { desktop } from "../../desktop/index.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { exportFileName } from "../export-file-name.ts";
import { recordTexts } from "../record-texts.ts";
import type { SheetFormat } from "./sheet-job.ts";
import { writeSheet } from "./write-sheet.ts";

/** A list on its way to a file. */
interface SheetSource {
  readonly head: TableHead;
  readonly pages: AsyncIterable<Table["rows"]>;
  /** How many rows will come. */
  readonly count: number;
}

interface ExportMenuProps {
  readonly disabled: boolean;
  /** Suggested as the file's name. */
  readonly listName: string;
  /** Undefined while there is no list yet. */
  readonly source: () => SheetSource | undefined;
}

/**
 * Saves a list, as searched, filtered and sorted, where the user says. However long it is, the window stays free:
 * the button says how far it is, and stops it.
 */
export function ExportMenu({ disabled, listName, source }: ExportMenuProps): ReactNode {
  const t = useTexts(recordTexts);
  const toast = useToast();
  const [percent, setPercent] = useState<number | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const save = async (kind: SheetFormat): Promise<void> => {
    const asked = source();
    if (asked === undefined) return;
    const { signal } = (running.current = new AbortController());
    const { head, pages, count } = asked;
    setPercent(0);
    try {
      const onRows = (rows: number): void => setPercent(Math.floor((rows / Math.max(1, count)) * 100));
      const bytes = await writeSheet(kind, head, pages, { signal, onRows });
      if (bytes === undefined) return;
      const suggestedName = exportFileName(listName, Date.now(), kind);
      const { saved, name = suggestedName } = await desktop().saveFile({ suggestedName, kind, bytes });
      if (saved) toast.done(t("exported", { count, name }));
    } catch (error) {
      // The border at which a failed write becomes a sentence; ids and content stay out of the log.
      console.error("export failed", error instanceof Error ? error.name : typeof error);
      toast.problem(t("exportFailed"));
    } finally {
      setPercent(undefined);
    }
  };
  if (percent !== undefined) {
    return <Button onClick={() => running.current?.abort()}>{t("stopExport", { percent })}</Button>;
  }
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
      <Button disabled={disabled}>
        {t("export")} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

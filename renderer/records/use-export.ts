import { exportTable } from "../../shared/import/export-table.ts";
import type { Table } from "../../shared/import/types.ts";
import { writeCsv } from "../../shared/import/write-csv.ts";
import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import { desktop } from "../desktop/index.ts";
import { useToast } from "../ui/ask.ts";
import { useLanguage, useTexts } from "../ui/i18n.ts";
import { exportFileName } from "./export-file-name.ts";
import { recordTexts } from "./record-texts.ts";
import { dataOf, referredTypes, titleOf } from "./fields-of.ts";
import { useDesk } from "./use-desk.tsx";

/** Writes records to a file that the user places: all their fields, in a form that imports again. */
export function useExport(): (
  type: RecordType,
  records: readonly Stored[],
  kind: "xlsx" | "csv",
) => Promise<void> {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const toast = useToast();
  const desk = useDesk();
  return async (type, records, kind) => {
    try {
      const names = new Map<string, string>();
      for (const referred of referredTypes(type)) {
        for (const record of await desk.all(referred)) names.set(`${referred}:${record.id}`, titleOf(record));
      }
      const nameOf = (referred: string, id: string): string => names.get(`${referred}:${id}`) ?? id;
      const table = exportTable(type, records.map(dataOf), nameOf, language);
      const suggestedName = exportFileName(
        t("list", { name: registry[type].label[language] }),
        Date.now(),
        kind,
      );
      const { saved, name } = await desktop().saveFile({
        suggestedName,
        kind,
        bytes: await written(table, kind),
      });
      if (saved) toast.done(t("exported", { count: records.length, name: name ?? suggestedName }));
    } catch (error) {
      // The border at which a failed write becomes a sentence; ids and content stay out of the log.
      console.error("export failed", type, error instanceof Error ? error.name : typeof error);
      toast.problem(t("exportFailed"));
    }
  };
}

async function written(table: Table, kind: "xlsx" | "csv"): Promise<Uint8Array> {
  if (kind === "csv") return new TextEncoder().encode(writeCsv(table));
  const { writeXlsx } = await import("../../shared/import/read/write-xlsx.ts");
  return writeXlsx(table);
}

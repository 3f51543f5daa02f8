import { exportTable } from "../../shared/import/export-table.ts";
import type { Table } from "../../shared/import/types.ts";
import { writeCsv } from "../../shared/import/write-csv.ts";
import { isRecordType, registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import type { Desk, ListView } from "../db/desk.ts";
import { desktop } from "../desktop/index.ts";
import { useToast } from "../ui/ask.ts";
import { useLanguage, useTexts } from "../ui/i18n.ts";
import { exportFileName } from "./export-file-name.ts";
import { listOf } from "./field-text.ts";
import { recordTexts } from "./record-texts.ts";
import { dataOf, fieldsOf, titleOf } from "./fields-of.ts";
import { useDesk } from "./use-desk.tsx";

/** Writes what a list shows to a file that the user places: all fields of its records, in a form that imports again. */
export function useExport(): (type: RecordType, view: ListView, kind: "xlsx" | "csv") => Promise<void> {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const toast = useToast();
  const desk = useDesk();
  return async (type, view, kind) => {
    try {
      const ids = (await view.rows(0, view.count)).map(({ id }) => id);
      const byId = await recordsOf(desk, type, ids);
      const records = ids.flatMap((id) => byId.get(id) ?? []);
      const names = await namesIn(desk, type, records);
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

/** More are read faster with all of their type than one by one. */
const ONE_BY_ONE = 500;

async function recordsOf(
  desk: Desk,
  type: RecordType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const records: readonly (Stored | undefined)[] =
    ids.length > ONE_BY_ONE ? await desk.all(type) : await Promise.all(ids.map((id) => desk.get(type, id)));
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record]])));
}

/** What the records that these point at are called, by `type:id`. */
async function namesIn(
  desk: Desk,
  type: RecordType,
  records: readonly Stored[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [field, { refersTo = "" }] of fieldsOf(type)) {
    if (!isRecordType(refersTo)) continue;
    const ids = new Set(
      records.flatMap((record) => {
        const value = dataOf(record)[field];
        return typeof value === "string" ? [value] : listOf(value).map(String);
      }),
    );
    for (const [id, record] of await recordsOf(desk, refersTo, [...ids]))
      names.set(`${refersTo}:${id}`, titleOf(record));
  }
  return names;
}

async function written(table: Table, kind: "xlsx" | "csv"): Promise<Uint8Array> {
  if (kind === "csv") return new TextEncoder().encode(writeCsv(table));
  const { writeXlsx } = await import("../../shared/import/read/write-xlsx.ts");
  return writeXlsx(table);
}

import type { OutCell, Table } from "../../../shared/import/types.ts";
import type { IncidentColumn, IncidentRow, IncidentView } from "../../db/desk.ts";
import type { GridColumn } from "../../ui/grid/grid-types.ts";

export type ExportKind = "xlsx" | "csv";

const STRETCH = 5000;
const INSTANTS: ReadonlySet<string> = new Set(["reportedAt", "respondedAt", "resolvedAt"]);

/** The list as it is asked for now, all of it: real dates, numbers of incidents as text, codes in words. */
export async function incidentTable(
  name: string,
  view: IncidentView,
  columns: readonly GridColumn<IncidentRow>[],
): Promise<Table> {
  const rows: OutCell[][] = [];
  for (let from = 0; from < view.count; from += STRETCH) {
    for (const row of await view.rows(from, from + STRETCH)) {
      rows.push(columns.map((column) => outCell(column, row)));
    }
  }
  return { name, header: columns.map((column) => column.header), rows };
}

function outCell(column: GridColumn<IncidentRow>, row: IncidentRow): OutCell {
  const value = row[column.key as IncidentColumn];
  if (value === "") return null;
  return INSTANTS.has(column.key) ? { kind: "instant", at: value } : column.cell(row);
}

/** The writers are large and most windows never export: they load when first asked for. */
export async function tableBytes(table: Table, kind: ExportKind): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === "csv") {
    const { writeCsv } = await import("../../../shared/import/write-csv.ts");
    return new TextEncoder().encode(writeCsv(table));
  }
  const { writeXlsx } = await import("../../../shared/import/read/write-xlsx.ts");
  return Uint8Array.from(writeXlsx(table));
}

import type { OutCell, Table } from "../../../shared/import/types.ts";
import type { IncidentColumn, IncidentRow, IncidentView } from "../../db/desk.ts";
import { ROWS_AT_ONCE } from "../../records/export/write-sheet.ts";
import type { GridColumn } from "../../ui/grid/grid-types.ts";

const INSTANTS: ReadonlySet<string> = new Set(["reportedAt", "respondedAt", "resolvedAt"]);

/** The list as it is asked for now, all of it: real dates, numbers of incidents as text, codes in words. */
export async function* incidentPages(
  view: IncidentView,
  columns: readonly GridColumn<IncidentRow>[],
): AsyncGenerator<Table["rows"], void> {
  for (let from = 0; from < view.count; from += ROWS_AT_ONCE) {
    const rows = await view.rows(from, from + ROWS_AT_ONCE);
    yield rows.map((row) => columns.map((column) => outCell(column, row)));
  }
}

function outCell(column: GridColumn<IncidentRow>, row: IncidentRow): OutCell {
  const value = row[column.key as IncidentColumn];
  if (value === "") return null;
  return INSTANTS.has(column.key) ? { kind: "instant", at: value } : column.cell(row);
}

import { countDataRows, pickSheet } from "../shared/import/data-rows.ts";
import { findHeader } from "../shared/import/header.ts";
import { suggestMapping } from "../shared/import/mapping.ts";
import { planImport } from "../shared/import/plan.ts";
import { readSpreadsheet } from "../shared/import/read/read-spreadsheet.ts";
import type {
  Draft,
  Header,
  ImportPlan,
  Mapping,
  Problem,
  ReadFailure,
  Sheet,
} from "../shared/import/types.ts";
import type { CalendarDate } from "../shared/lib/dates.ts";
import { fail, ok, type Result } from "../shared/lib/result.ts";
import type { RecordType } from "../shared/records/index.ts";

export interface ImportRequest {
  readonly file: string;
  readonly type: RecordType;
  readonly sheet: string | undefined;
  readonly limit: number;
  readonly rows: boolean;
}

const MAX_PROBLEMS = 200;

/** What the wizard would say of the file, up to the verdict on each row, as the cli specification shapes it. */
export function importReport(
  bytes: Uint8Array,
  name: string,
  request: ImportRequest,
  today: CalendarDate,
): Result<Record<string, unknown>, ReadFailure> {
  const workbook = readSpreadsheet(bytes, name);
  if (!workbook.ok) return workbook;
  const { format, encoding, encodingSure, delimiter, sheets, warnings } = workbook.value;
  const sheet = pickSheet(workbook.value, request.sheet);
  if (sheet === undefined) {
    return fail({ kind: "nothingToImport", detail: `no sheet ${request.sheet ?? "with rows"}` });
  }
  const header = findHeader(sheet);
  const mapping = suggestMapping(sheet, header, request.type);
  const plan = planImport(sheet, header, mapping, { today });
  if (plan.rows === 0)
    return fail({ kind: "nothingToImport", detail: `no rows under the header of ${sheet.name}` });
  return ok({
    file: name,
    format,
    encoding,
    encodingSure,
    delimiter,
    sheets: sheets.map((each) => sheetLine(each)),
    sheet: sheet.name,
    headerRow: header.row,
    headerRows: header.lines,
    columns: columnLines(header, mapping),
    mode: mapping.mode,
    rows: plan.rows,
    accepted: plan.accepted,
    held: plan.held.length,
    duplicates: plan.duplicates,
    recordCount: plan.records,
    eventCount: plan.events,
    problemCount: plan.problemCount,
    problems: plan.problems.slice(0, MAX_PROBLEMS).map(problemLine),
    warnings: warnings.map(({ kind }) => kind),
    ...(request.rows ? { records: firstRecords(plan, request.limit) } : {}),
  });
}

function sheetLine(sheet: Sheet): Record<string, unknown> {
  return { name: sheet.name, rows: countDataRows(sheet, findHeader(sheet)), hidden: sheet.hidden };
}

function columnLines(header: Header, mapping: Mapping): Record<string, unknown>[] {
  return header.columns.map(({ index, header: heading }) => {
    const column = mapping.columns.find((each) => each.index === index);
    const dates = column?.dates === undefined ? {} : { dates: column.dates };
    const target = column?.target ?? null;
    return { index, header: heading, field: target, confidence: column?.confidence ?? 0, ...dates };
  });
}

function problemLine({ row, column, kind, value, holds }: Problem): Record<string, unknown> {
  return { row, column, kind, value, holds };
}

function firstRecords(plan: ImportPlan, limit: number): readonly Draft[] {
  if (limit === 0) return [];
  const first = plan.drafts(limit).next();
  return first.done === true ? [] : first.value;
}

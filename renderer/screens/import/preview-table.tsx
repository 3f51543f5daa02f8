import type { ReactNode } from "react";
import type { Header } from "../../../shared/import/types.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useGradually } from "../../ui/use-gradually.ts";
import { columnLetters } from "./column-letters.ts";
import type { PreviewRow } from "./engine-protocol.ts";
import { importTexts } from "./import-texts.ts";

const COLUMNS_SHOWN = 60;
/** Fifty rows of thirty cells at once would hold the window for as long as a key may wait. */
const ROWS_AT_ONCE = 15;

interface PreviewTableProps {
  readonly header: Header;
  readonly rows: readonly PreviewRow[];
  readonly chooseHeaderRow: (row: number) => void;
}

/** The file's first rows as they stand, with the header marked; a row's number makes it the header. */
export function PreviewTable({ header, rows, chooseHeaderRow }: PreviewTableProps): ReactNode {
  const t = useTexts(importTexts);
  const drawn = useGradually(rows.length, ROWS_AT_ONCE);
  const width = Math.min(COLUMNS_SHOWN, Math.max(...rows.map(({ cells }) => cells.length), 1));
  const places = Array.from({ length: width }, (_, at) => at);
  return (
    // Wider and higher than its room: the arrow keys scroll it once it has the focus.
    <div className="sy-import-preview" tabIndex={0} role="region" aria-label={t("preview")}>
      <table>
        <thead>
          <tr>
            <th aria-hidden="true" />
            {places.map((at) => (
              <th key={at}>{columnLetters(at)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map(({ row, cells }) => (
            <tr key={row} className={classOf(row, header)}>
              <th>
                <button
                  type="button"
                  aria-label={t("useAsHeader", { row })}
                  title={t("useAsHeader", { row })}
                  aria-pressed={row === header.row}
                  onClick={() => chooseHeaderRow(row)}
                >
                  {row}
                </button>
              </th>
              {places.map((at) => (
                <td key={at} title={cells[at] ?? ""}>
                  {cells[at] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(row: number, { row: headerRow, firstDataRow }: Header): string {
  if (row > firstDataRow) return "";
  return headerRow !== null && row >= headerRow ? "is-header" : "is-skipped";
}

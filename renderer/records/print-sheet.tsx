import { useEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { formatWall } from "../../shared/lib/instants.ts";
import { desktop } from "../desktop/index.ts";
import { useTexts } from "../ui/i18n.ts";
import { recordTexts } from "./record-texts.ts";
import { useRecords } from "./use-desk.tsx";

interface PrintSheetProps {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The print dialog was closed. */
  readonly onPrinted: () => void;
}

/** A plain table on A4 with the hospital's name above. Unseen on screen; prints as soon as it is there. */
export function PrintSheet({ title, header, rows, onPrinted }: PrintSheetProps): ReactNode {
  const t = useTexts(recordTexts);
  const [printedAt] = useState(() => formatWall(Date.now()));
  const hospitals = useRecords("hospital");
  const hospital = hospitals?.[0]?.data.name ?? "";
  const ready = hospitals !== undefined;
  useEffect(() => {
    if (ready) void desktop().print({ jobName: title }).finally(onPrinted);
    // Once, when everything on it is known.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready]);
  return createPortal(
    <div className="sy-print">
      <h1>{`${hospital} ${title}`.trim()}</h1>
      <p>{t("printedAt", { at: printedAt })}</p>
      <table>
        {header.length > 0 && (
          <thead>
            <tr>
              {header.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}

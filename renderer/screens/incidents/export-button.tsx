import { memo, type ReactNode } from "react";
import type { IncidentRow, IncidentView } from "../../db/desk.ts";
import { ExportMenu } from "../../records/export/export-menu.tsx";
import type { GridColumn } from "../../ui/grid/grid-types.ts";
import { useTexts } from "../../ui/i18n.ts";
import { incidentPages } from "./export-incidents.ts";
import { listTexts } from "./list-texts.ts";

interface ExportButtonProps {
  readonly view: IncidentView | undefined;
  readonly columns: readonly GridColumn<IncidentRow>[];
}

/** Saves the list of incidents as it is shown. Drawn again with each answer only, not with each key of a search. */
export const ExportButton = memo(function ExportButton({ view, columns }: ExportButtonProps): ReactNode {
  const name = useTexts(listTexts)("list");
  return (
    <ExportMenu
      disabled={view === undefined || view.count === 0}
      listName={name}
      source={() =>
        view && {
          head: { name, header: columns.map(({ header }) => header) },
          pages: incidentPages(view, columns),
          count: view.count,
        }
      }
    />
  );
});

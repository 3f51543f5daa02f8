import { useMemo } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { incident } from "../../../shared/records/incident.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { STATUSES } from "../../../shared/rules/incidents/status.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { IncidentColumn, IncidentRow } from "../../db/desk.ts";
import type { GridColumn } from "../../ui/grid/grid-types.ts";
import { useLanguage, useTexts } from "../../ui/i18n.ts";
import { incidentAddress } from "./go.ts";
import { listTexts } from "./list-texts.ts";
import { SeverityTag, StatusTag } from "./tags.tsx";

/** The columns of the incident list; codes are shown in words, instants on the wall. */
export function useIncidentColumns(): readonly GridColumn<IncidentRow>[] {
  const t = useTexts(listTexts);
  const language = useLanguage();
  return useMemo(() => {
    const { fields } = incident;
    const named = (label: Label): string => label[language];
    const column = (
      key: IncidentColumn,
      header: string,
      width: number,
      more: Partial<GridColumn<IncidentRow>> = {},
    ): GridColumn<IncidentRow> => ({
      key,
      header,
      width,
      cell: (row) => wordOf(key, row[key], language),
      sortable: true,
      ...more,
    });
    return [
      column("number", named(fields.number.label), 210, {
        render: (row) => (
          <a href={`#${incidentAddress(row.id)}`} tabIndex={-1} draggable={false}>
            {row.number}
          </a>
        ),
      }),
      column("title", named(fields.title.label), 300),
      column("status", t("status"), 96, {
        filterable: true,
        render: (row) => <StatusTag status={row.status} />,
      }),
      column("severity", named(fields.severity.label), 112, {
        filterable: true,
        render: (row) => <SeverityTag severity={row.severity} />,
      }),
      column("system", named(fields.systemId.label), 140, { filterable: true }),
      column("vendor", named(fields.vendorId.label), 140, { filterable: true }),
      column("reportedAt", t("reportedAt"), 140),
      column("respondedAt", t("respondedAt"), 140),
      column("resolvedAt", t("resolvedAt"), 140),
      column("department", named(fields.department.label), 110, { filterable: true }),
      column("reporter", named(fields.reporter.label), 90),
      column("handler", named(fields.handler.label), 90, { filterable: true, hidden: true }),
      column("category", named(fields.category.label), 110, { filterable: true, hidden: true }),
      column("evidence", named(fields.evidence.label), 110, { filterable: true, hidden: true }),
    ];
  }, [t, language]);
}

const CODES: Partial<Record<IncidentColumn, Readonly<Record<string, Label>>>> = {
  status: STATUSES,
  severity: SEVERITIES,
  evidence: incident.fields.evidence.choices ?? {},
};
const INSTANTS: ReadonlySet<string> = new Set(["reportedAt", "respondedAt", "resolvedAt"]);

/** A cell of the list in words: a code's label, an instant's wall time, anything else as it is. */
export function wordOf(column: IncidentColumn, value: string, language: "zh" | "en"): string {
  if (INSTANTS.has(column)) return value === "" ? "" : formatWall(value);
  return CODES[column]?.[value]?.[language] ?? value;
}

import type { ReactNode } from "react";
import { registry } from "../../shared/records/index.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { RecordTable } from "./record-table.tsx";
import { recordTexts } from "./record-texts.ts";
import { useDesk, useLive } from "./use-desk.tsx";
import type { Naming } from "./views.ts";

/** More of them than this are looked for in their own list. */
const MOST_SHOWN = 200;

interface NamingRecordsProps {
  readonly naming: Naming;
  readonly id: string;
}

/** What names a record: a vendor's systems, contracts and visits (checklist F09). */
export function NamingRecords({ naming, id }: NamingRecordsProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const desk = useDesk();
  const { type, by, columns } = naming;
  const found = useLive(
    async () => {
      const view = await desk.list(type).query({ search: "", filters: { [by]: [id] } });
      const rows = await view.rows(Math.max(0, view.count - MOST_SHOWN), view.count);
      const records = await Promise.all(rows.map((row) => desk.get(type, row.id)));
      return { count: view.count, records: records.flatMap((record) => record ?? []) };
    },
    [type],
    `naming:${type}:${by}:${id}`,
  );
  const name = label(registry[type].label);
  return (
    <section className="sy-panel">
      <div className="sy-panel-head">
        <h2>{name}</h2>
      </div>
      {found?.count === 0 && <p className="sy-quiet">{t("noChildren", { name })}</p>}
      {found !== undefined && found.count > 0 && (
        <RecordTable type={type} records={found.records} columns={columns} />
      )}
      {found !== undefined && found.count > found.records.length && (
        <p className="sy-quiet">{t("newestShown", { shown: found.records.length, count: found.count })}</p>
      )}
    </section>
  );
}

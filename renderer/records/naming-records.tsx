import type { ReactNode } from "react";
import { registry, type Stored } from "../../shared/records/index.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { dataOf } from "./fields-of.ts";
import { RecordTable } from "./record-table.tsx";
import { recordTexts } from "./record-texts.ts";
import { useRecords } from "./use-desk.tsx";
import type { Naming } from "./views.ts";

interface NamingRecordsProps {
  readonly naming: Naming;
  readonly id: string;
}

/** What names a record: a vendor's systems, contracts and visits (checklist F09). */
export function NamingRecords({ naming, id }: NamingRecordsProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const { type, by, columns } = naming;
  const all: readonly Stored[] | undefined = useRecords(type);
  const records = all?.filter((record) => dataOf(record)[by] === id);
  const name = label(registry[type].label);
  return (
    <section className="sy-panel">
      <div className="sy-panel-head">
        <h2>{name}</h2>
      </div>
      {records?.length === 0 && <p className="sy-quiet">{t("noChildren", { name })}</p>}
      {records !== undefined && records.length > 0 && (
        <RecordTable type={type} records={records} columns={columns} />
      )}
    </section>
  );
}

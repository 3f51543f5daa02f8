import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { newAddress } from "./addresses.ts";
import { fieldsOf } from "./fields-of.ts";
import { RecordTable } from "./record-table.tsx";
import { recordTexts } from "./record-texts.ts";
import { useChildren } from "./use-desk.tsx";

interface ChildRecordsProps {
  readonly type: RecordType;
  readonly parentId: string;
  readonly onGo: (address: string) => void;
}

/** What belongs to a record, as a short table below it: a contract's clauses, a system's modules. */
export function ChildRecords({ type, parentId, onGo }: ChildRecordsProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const records = useChildren(type, parentId);
  const { label: typeLabel, parent, title } = registry[type];
  const name = label(typeLabel);
  const columns = fieldsOf(type)
    .filter(([key, field]) => key !== parent && field.kind !== "longText" && field.kind !== "rows")
    .sort(([a], [b]) => Number(b === title) - Number(a === title));
  return (
    <section className="sy-panel">
      <div className="sy-panel-head">
        <h2>{name}</h2>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onGo(newAddress(type, parentId))}
        >
          {t("createNamed", { name })}
        </Button>
      </div>
      {records?.length === 0 && <p className="sy-quiet">{t("noChildren", { name })}</p>}
      {records !== undefined && records.length > 0 && (
        <RecordTable type={type} records={records} columns={columns.map(([key]) => key)} />
      )}
    </section>
  );
}

import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { newAddress, recordAddress } from "./addresses.ts";
import { fieldText } from "./field-text.ts";
import { dataOf, fieldsOf, referredTypes } from "./fields-of.ts";
import { recordTexts } from "./record-texts.ts";
import { useChildren } from "./use-desk.tsx";
import { useTextContext } from "./use-names.ts";

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
  const context = useTextContext(referredTypes(type));
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
        <div style={{ overflowX: "auto" }}>
          <table className="sy-table">
            <thead>
              <tr>
                {columns.map(([key, field]) => (
                  <th key={key} scope="col">
                    {label(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((child: Stored) => (
                <tr key={child.id}>
                  {columns.map(([key, field]) => {
                    const text = fieldText(field, dataOf(child)[key], context);
                    const link = <a href={`#${recordAddress(type, child.id)}`}>{text}</a>;
                    return <td key={key}>{key === title ? link : text}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

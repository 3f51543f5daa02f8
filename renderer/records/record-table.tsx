import type { ReactNode } from "react";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import { useLabel } from "../ui/i18n.ts";
import { recordAddress } from "./addresses.ts";
import { fieldText } from "./field-text.ts";
import { dataOf, fieldsOf, referredTypes } from "./fields-of.ts";
import { useTextContext } from "./use-names.ts";

interface RecordTableProps {
  readonly type: RecordType;
  readonly records: readonly Stored[];
  /** Names of fields; the first leads to the record. */
  readonly columns: readonly string[];
}

/** A short table of records on another record's page. */
export function RecordTable({ type, records, columns }: RecordTableProps): ReactNode {
  const label = useLabel();
  const context = useTextContext(referredTypes(type));
  const fields = new Map(fieldsOf(type));
  const shown = columns.flatMap((name) => {
    const field = fields.get(name);
    return field === undefined ? [] : [{ name, field }];
  });
  return (
    <div style={{ overflowX: "auto" }}>
      <table className="sy-table">
        <thead>
          <tr>
            {shown.map(({ name, field }) => (
              <th key={name} scope="col">
                {label(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              {shown.map(({ name, field }, at) => {
                const text = fieldText(field, dataOf(record)[name], context);
                return (
                  <td key={name}>
                    {at === 0 ? <a href={`#${recordAddress(type, record.id)}`}>{text}</a> : text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

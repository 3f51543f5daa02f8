import type { ReactNode } from "react";
import type { AnyField } from "../../shared/lib/fields.ts";
import { isRecordType, type Stored } from "../../shared/records/index.ts";
import { recordAddress } from "./addresses.ts";
import { ContestedNote } from "./contested-note.tsx";
import { fieldText, listOf, type TextContext } from "./field-text.ts";
import { dataOf, fieldsOf } from "./fields-of.ts";

interface RecordFactsProps {
  readonly record: Stored;
  readonly context: TextContext;
}

/** The fields of a record that say something, each with its label. */
export function RecordFacts({ record, context }: RecordFactsProps): ReactNode {
  const known = fieldsOf(record.type).filter(
    ([name, field]) => fieldText(field, dataOf(record)[name], context) !== "",
  );
  return (
    <>
      <ContestedNote record={record} context={context} />
      <dl className="sy-facts">
        {known.map(([name, field]) => (
          <div
            key={name}
            className={field.kind === "longText" || field.kind === "rows" ? "is-wide" : undefined}
          >
            <dt>{context.label(field.label)}</dt>
            <dd>
              <Fact field={field} value={dataOf(record)[name]} context={context} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Fact(props: {
  readonly field: AnyField;
  readonly value: unknown;
  readonly context: TextContext;
}): ReactNode {
  const { field, value, context } = props;
  const text = fieldText(field, value, context);
  if (field.kind === "reference" && typeof value === "string" && isRecordType(field.refersTo ?? "")) {
    return <a href={`#${recordAddress(field.refersTo as Stored["type"], value)}`}>{text}</a>;
  }
  if (field.kind !== "rows") return text;
  const columns = Object.entries(field.row ?? {});
  return (
    <table className="sy-table">
      <thead>
        <tr>
          {columns.map(([name, column]) => (
            <th key={name} scope="col">
              {context.label(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listOf(value).map((row, at) => (
          <tr key={at}>
            {columns.map(([name, column]) => (
              <td key={name}>
                {fieldText(column, (row as Readonly<Record<string, unknown>>)[name], context)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

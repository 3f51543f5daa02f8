import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ComponentType, ReactNode } from "react";
import { useLabel, useTexts } from "../ui/i18n.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { listOf } from "./field-text.ts";
import { recordTexts } from "./record-texts.ts";

type RowsInputProps = FieldInputProps & {
  /** The input of one cell; handed in, since it is this input's own caller. */
  readonly Cell: ComponentType<FieldInputProps>;
};

type Row = Readonly<Record<string, unknown>>;

/** A small table inside a form. Rows left empty are dropped when saving. */
export function RowsInput({ id, field, value, onChange, onProblem, Cell }: RowsInputProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const columns = Object.entries(field.row ?? {});
  const rows = listOf(value) as readonly Row[];
  const put = (at: number, name: string, cell: unknown): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [name]: cell } : row)));
  return (
    <div id={id} className="sy-rows">
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {columns.map(([name, column]) => (
                <th key={name} scope="col">
                  {label(column.label)}
                </th>
              ))}
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows have no identity but their place; inputs show what they are given.
              <tr key={at}>
                {columns.map(([name, column]) => (
                  <td key={name}>
                    <Cell
                      id={`${id}-${at}-${name}`}
                      field={column}
                      value={row[name]}
                      aria-label={`${label(field.label)} ${at + 1} ${label(column.label)}`}
                      onChange={(cell) => put(at, name, cell)}
                      onProblem={onProblem}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t("removeRow", { row: at + 1 })}
                    onClick={() => onChange(rows.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
        {t("addRow")}
      </Button>
    </div>
  );
}

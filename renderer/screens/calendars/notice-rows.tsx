import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { Fragment, type ReactNode } from "react";
import { weekday, WEEKDAYS, daysBetween, type CalendarDate } from "../../../shared/lib/dates.ts";
import { useTexts } from "../../ui/i18n.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import { ROW_KEYS, type NoticeRow, type ReadRow, type RowKey } from "./notice-draft.ts";
import { useNoticeWords } from "./notice-words.ts";

interface NoticeRowsProps {
  readonly rows: readonly NoticeRow[];
  /** What each row is read as so far. */
  readonly read: readonly ReadRow[];
  /** The row that is wrong, once one tried to save. */
  readonly wrongRow: number | undefined;
  readonly onChange: (rows: NoticeRow[]) => void;
}

/** The holidays of a notice as typed, below each row the days it is read as, so that a slip is seen at once. */
export function NoticeRows({ rows, read, wrongRow, onChange }: NoticeRowsProps): ReactNode {
  const t = useTexts(calendarsTexts);
  const put = (at: number, key: RowKey, text: string): void =>
    onChange(rows.map((row, i) => (i === at ? { ...row, [key]: text } : row)));
  const remove = (at: number): void => {
    onChange(rows.filter((_, i) => i !== at));
    // The button is gone: without a place in the form, Ctrl+Enter would save nothing.
    document.getElementById(at === 0 ? "notice-number" : cellId(at - 1, "name"))?.focus();
  };
  const heads = { name: t("name"), from: t("from"), to: t("to"), work: t("workDays") };
  return (
    <div className="sy-rows sy-notice-rows">
      <table>
        <thead>
          <tr>
            {ROW_KEYS.map((key) => (
              <th key={key} scope="col">
                {heads[key]}
              </th>
            ))}
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={at}>
              <tr>
                {ROW_KEYS.map((key) => (
                  <td key={key} className={`is-${key}`}>
                    <Input
                      id={cellId(at, key)}
                      value={row[key] ?? ""}
                      status={wrongRow === at ? "error" : ""}
                      aria-label={t("cellLabel", { row: at + 1, name: heads[key] })}
                      autoComplete="off"
                      onChange={(event) => put(at, key, event.target.value)}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t("removeRow", { row: at + 1 })}
                    onClick={() => remove(at)}
                  />
                </td>
              </tr>
              <tr>
                <td colSpan={ROW_KEYS.length + 1} className="is-read">
                  <ReadAs row={read[at]} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
        {t("addRow")}
      </Button>
    </div>
  );
}

export function cellId(row: number, key: RowKey): string {
  return `notice-${row}-${key}`;
}

function ReadAs({ row }: { readonly row: ReadRow | undefined }): ReactNode {
  const t = useTexts(calendarsTexts);
  const words = useNoticeWords();
  const names = t("weekdays").split(",");
  if (row === undefined || "untouched" in row) return null;
  if ("failure" in row) return <span className="sy-notice-slip">{words(row.failure)}</span>;
  const { off, work } = row.holiday;
  const named = (date: CalendarDate): string =>
    `${date.slice(5)}（${names[WEEKDAYS.indexOf(weekday(date))] ?? ""}）`;
  const count = daysBetween(off[0], off[1]) + 1;
  const days =
    count === 1
      ? t("readDay", { from: named(off[0]) })
      : t("readDays", { from: named(off[0]), to: named(off[1]), count });
  return work.length === 0 ? days : `${days}；${t("readWork", { days: work.map(named).join("、") })}`;
}

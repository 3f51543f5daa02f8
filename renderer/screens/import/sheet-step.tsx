import { Alert, Checkbox, InputNumber, Radio, Select, Tag } from "antd";
import type { ReactNode } from "react";
import type { Encoding } from "../../../shared/import/types.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import type { OpenedFile } from "./engine-protocol.ts";
import { FailureNote } from "./failure-note.tsx";
import { WARNING_TEXTS } from "./failure-texts.ts";
import { importTexts } from "./import-texts.ts";
import { PreviewTable } from "./preview-table.tsx";
import { ReadingNote } from "./reading-note.tsx";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

const ENCODINGS: readonly { readonly value: Encoding; readonly label: string }[] = [
  { value: "utf-8", label: "UTF-8" },
  { value: "gb18030", label: "GBK / GB18030" },
  { value: "utf-16le", label: "UTF-16 LE" },
  { value: "utf-16be", label: "UTF-16 BE" },
];

/** Step 2: which sheet, in which encoding, under which header; shown on the file's own first rows. */
export function SheetStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const { opened, sheet, look, failure, skipHiddenRows } = useWizardState(wizard);
  if (opened === null || look === null) return <ReadingNote wizard={wizard} />;
  const { header, preview, hiddenRows } = look;
  return (
    <div className="sy-import-fill">
      <FailureNote failure={failure} />
      {opened.warnings.map(({ kind }) => (
        <Alert key={kind} type="warning" showIcon title={label(WARNING_TEXTS[kind])} />
      ))}
      <div className="sy-import-controls">
        <SheetPicker opened={opened} sheet={sheet} choose={wizard.actions.chooseSheet} />
        {opened.encoding !== null && (
          <span>
            <label htmlFor="import-encoding">{t("encoding")}</label>
            <Select<Encoding>
              id="import-encoding"
              value={opened.encoding}
              options={
                opened.encoding === "ascii"
                  ? [{ value: "ascii", label: "ASCII" }, ...ENCODINGS]
                  : [...ENCODINGS]
              }
              onChange={wizard.actions.chooseEncoding}
            />
          </span>
        )}
        <span>
          <label htmlFor="import-header">{t("headerRow")}</label>
          <InputNumber
            id="import-header"
            min={1}
            max={1_048_576}
            precision={0}
            value={header.row}
            disabled={header.row === null}
            onChange={(row) => {
              if (row !== null) wizard.actions.chooseHeaderRow(row);
            }}
          />
          <Checkbox
            checked={header.row === null}
            onChange={(event) => wizard.actions.chooseHeaderRow(event.target.checked ? 0 : 1)}
          >
            {t("noHeader")}
          </Checkbox>
          {header.lines > 1 && <Tag>{t("headerSpans", { lines: header.lines })}</Tag>}
        </span>
        {hiddenRows > 0 && (
          <Checkbox
            checked={skipHiddenRows}
            onChange={(event) => wizard.actions.chooseSkipHidden(event.target.checked)}
          >
            {t("skipHidden", { rows: hiddenRows })}
          </Checkbox>
        )}
      </div>
      {!opened.encodingSure && <Alert type="warning" showIcon title={t("encodingUnsure")} />}
      <p className="sy-quiet sy-import-hint">
        {t("firstRows", { rows: preview.length })} · {t("headerHint")}
      </p>
      <PreviewTable header={header} rows={preview} chooseHeaderRow={wizard.actions.chooseHeaderRow} />
    </div>
  );
}

interface SheetPickerProps {
  readonly opened: OpenedFile;
  readonly sheet: number;
  readonly choose: (sheet: number) => void;
}

/** A text file has one sheet and needs no choice. Hidden sheets are offered, and said to be hidden. */
function SheetPicker({ opened, sheet, choose }: SheetPickerProps): ReactNode {
  const t = useTexts(importTexts);
  if (opened.encoding !== null) return null;
  return (
    <span role="group" aria-label={t("sheet")}>
      <span className="sy-import-name">{t("sheet")}</span>
      <Radio.Group
        value={sheet}
        onChange={(event) => choose(event.target.value as number)}
        options={opened.sheets.map(({ name, rows, hidden }, value) => ({
          value,
          disabled: rows === 0,
          label: (
            <>
              {name} <span className="sy-quiet">{t("sheetRows", { rows })}</span>
              {hidden && <Tag className="sy-import-tag">{t("hidden")}</Tag>}
            </>
          ),
        }))}
      />
    </span>
  );
}

import { DownOutlined, SettingOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { memo, type ReactNode } from "react";
import { useColumnLayouts } from "../../state/column-layout.ts";
import { useTexts } from "../i18n.ts";
import { shifted, type PlacedColumn } from "./arrange.ts";
import { gridTexts } from "./grid-texts.ts";

interface ColumnChooserProps<Row> {
  readonly layoutKey: string;
  /** All, shown or not, in their order. */
  readonly columns: readonly PlacedColumn<Row>[];
}

function ColumnChooserOnce<Row>(props: ColumnChooserProps<Row>): ReactNode {
  const t = useTexts(gridTexts);
  return (
    <Popover trigger="click" placement="topRight" content={<ColumnList {...props} />} destroyOnHidden>
      <Button type="text" size="small" icon={<SettingOutlined aria-hidden />}>
        {t("columns")}
      </Button>
    </Popover>
  );
}

/** Which columns a grid shows, in which order. Drawn again only when they changed, not with every answer. */
export const ColumnChooser = memo(ColumnChooserOnce) as typeof ColumnChooserOnce;

function ColumnList<Row>({ layoutKey, columns }: ColumnChooserProps<Row>): ReactNode {
  const t = useTexts(gridTexts);
  const change = useColumnLayouts((state) => state.change);
  const reset = useColumnLayouts((state) => state.reset);
  const order = columns.map(({ column }) => column.key);
  const move = (key: string, by: -1 | 1): void => change(layoutKey, { order: shifted(order, key, by) });
  const show = (key: string, shown: boolean): void => {
    const all = Object.fromEntries(columns.map((placed) => [placed.column.key, placed.shown]));
    change(layoutKey, { shown: { ...all, [key]: shown } });
  };
  return (
    <div className="sy-chooser">
      <p className="sy-quiet">{t("columnsHelp")}</p>
      <div className="sy-chooser-list">
        {columns.map(({ column, shown }, at) => (
          <div key={column.key} className="sy-chooser-row">
            <Checkbox
              checked={shown}
              disabled={at === 0}
              onChange={(event) => show(column.key, event.target.checked)}
            >
              {column.header}
            </Checkbox>
            <span>
              <Button
                type="text"
                size="small"
                icon={<UpOutlined aria-hidden />}
                disabled={at <= 1}
                aria-label={t("left", { name: column.header })}
                onClick={() => move(column.key, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<DownOutlined aria-hidden />}
                disabled={at === 0 || at === columns.length - 1}
                aria-label={t("right", { name: column.header })}
                onClick={() => move(column.key, 1)}
              />
            </span>
          </div>
        ))}
      </div>
      <Button size="small" onClick={() => reset(layoutKey)}>
        {t("reset")}
      </Button>
    </div>
  );
}

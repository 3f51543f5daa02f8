import { FilterFilled, FilterOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Popover, Spin } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useTexts } from "../i18n.ts";
import { gridTexts } from "./grid-texts.ts";
import type { FilterValue } from "./grid-types.ts";
import type { HeaderActions } from "./use-header-actions.ts";

interface FilterMenuProps {
  readonly column: string;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly actions: HeaderActions;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The funnel in a heading, and its list of values to tick. */
export function FilterMenu(props: FilterMenuProps): ReactNode {
  const t = useTexts(gridTexts);
  const active = props.chosen.length > 0;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={props.open}
      onOpenChange={props.onOpenChange}
      destroyOnHidden
      content={<FilterValues {...props} />}
    >
      <button
        type="button"
        tabIndex={-1}
        className={`sy-grid-funnel${active ? " is-on" : ""}`}
        aria-label={t(active ? "filterOn" : "filter", { name: props.name })}
        aria-expanded={props.open}
        onClick={(event) => event.stopPropagation()}
      >
        {active ? <FilterFilled aria-hidden /> : <FilterOutlined aria-hidden />}
      </button>
    </Popover>
  );
}

function FilterValues({ column, chosen, actions, onOpenChange }: FilterMenuProps): ReactNode {
  const t = useTexts(gridTexts);
  const [values, setValues] = useState<readonly FilterValue[] | undefined>(undefined);
  const [find, setFind] = useState("");
  useEffect(() => {
    let current = true;
    void actions.values(column).then((found) => {
      if (current) setValues(found);
    });
    return () => {
      current = false;
    };
    // Read once when opened: values that move under the pointer help nobody.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [column]);
  const shown = (values ?? []).filter(({ label }) => label.toLowerCase().includes(find.toLowerCase()));
  return (
    // Clicks inside bubble through React to the heading, which would sort.
    <div
      className="sy-filter"
      onClick={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") onOpenChange(false);
      }}
    >
      <Input
        size="small"
        allowClear
        autoFocus
        value={find}
        placeholder={t("filterFind")}
        aria-label={t("filterFind")}
        onChange={(event) => setFind(event.target.value)}
      />
      <div className="sy-filter-values">
        {values === undefined && <Spin size="small" />}
        {values !== undefined && shown.length === 0 && <span className="sy-quiet">{t("noValues")}</span>}
        {shown.map(({ value, label, count }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={(event) =>
              actions.choose(
                column,
                event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
              )
            }
          >
            {label === "" ? t("blank") : label}
            {count !== undefined && <span className="sy-quiet"> {count}</span>}
          </Checkbox>
        ))}
      </div>
      <Button size="small" disabled={chosen.length === 0} onClick={() => actions.choose(column, [])}>
        {t("clear")}
      </Button>
    </div>
  );
}

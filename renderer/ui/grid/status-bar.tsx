import type { ReactNode } from "react";
import { useTexts } from "../i18n.ts";
import { gridTexts } from "./grid-texts.ts";

interface StatusBarProps {
  readonly count: number;
  readonly total: number | undefined;
  readonly cap: number;
  readonly cells: number;
  readonly sum: number | undefined;
  /** What happened last, such as a copy. */
  readonly notice: string;
  readonly children: ReactNode;
}

/** The line under a grid: how many rows, how many cells selected, what their numbers come to. */
export function StatusBar(props: StatusBarProps): ReactNode {
  const t = useTexts(gridTexts);
  const { count, total } = props;
  return (
    <div className="sy-grid-status">
      <span>
        {total === undefined || total === count
          ? t("rows", { count: grouped(count) })
          : t("rowsOf", { count: grouped(count), total: grouped(total) })}
      </span>
      {count > props.cap && <span role="alert">{t("capped", { count: grouped(props.cap) })}</span>}
      {props.cells > 1 && <span>{t("selected", { count: grouped(props.cells) })}</span>}
      {props.sum !== undefined && <span>{t("sum", { sum: grouped(props.sum) })}</span>}
      <span role="status" className="sy-grid-notice">
        {props.notice === "" ? <span className="sy-quiet">{t("hint")}</span> : props.notice}
      </span>
      {props.children}
    </div>
  );
}

/** Made once: finding the locale takes a browser longer than writing the numbers. */
const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

function grouped(value: number): string {
  return format.format(value);
}

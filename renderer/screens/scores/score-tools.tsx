import { Segmented } from "antd";
import type { ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import { useTexts } from "../../ui/i18n.ts";
import { PinyinMultiSelect, PinyinSelect } from "../../ui/pinyin-select.tsx";
import { DateInput } from "../../ui/wall-input.tsx";
import { PERIODS, type Period } from "./periods.ts";
import { useScoreMemory } from "./score-memory.ts";
import { scoresTexts } from "./scores-texts.ts";

interface ScoreToolsProps {
  readonly vendors: readonly Stored<"vendor">[];
  readonly systems: readonly Stored<"system">[];
  /** What is wrong with the days typed. */
  readonly problem: string | undefined;
}

/** Whom and when: answered again as soon as something else is chosen. */
export function ScoreTools({ vendors, systems, problem }: ScoreToolsProps): ReactNode {
  const t = useTexts(scoresTexts);
  const { asked, ask } = useScoreMemory();
  return (
    <div className="sy-score-tools">
      <Segmented<Period>
        aria-label={t("period")}
        value={asked.period}
        onChange={(period) => ask({ period })}
        options={PERIODS.map((value) => ({ value, label: t(value) }))}
      />
      {asked.period === "free" && (
        <>
          <label htmlFor="score-from">{t("from")}</label>
          <span className="sy-score-date">
            <DateInput id="score-from" value={asked.from} onChange={(from) => ask({ from })} />
          </span>
          <label htmlFor="score-to">{t("to")}</label>
          <span className="sy-score-date">
            <DateInput id="score-to" value={asked.to} onChange={(to) => ask({ to })} />
          </span>
          {problem === undefined ? null : (
            <span role="status" className="sy-problem">
              {problem}
            </span>
          )}
        </>
      )}
      <span className="sy-score-select">
        <PinyinMultiSelect
          aria-label={t("vendors")}
          placeholder={t("vendors")}
          allowClear
          options={vendors.map(({ id, data }) => ({ value: id, label: data.shortName ?? data.name }))}
          value={asked.vendorIds}
          onChange={(vendorIds) => ask({ vendorIds })}
        />
      </span>
      <span className="sy-score-select">
        <PinyinSelect
          aria-label={t("system")}
          placeholder={t("system")}
          allowClear
          options={systems.map(({ id, data }) => ({ value: id, label: data.name }))}
          value={asked.systemId}
          onChange={(systemId) => ask({ systemId })}
        />
      </span>
    </div>
  );
}

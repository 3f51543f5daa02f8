import type { ReactNode } from "react";
import { clause as definition } from "../../../shared/records/clause.ts";
import { PAUSE_MODES } from "../../../shared/rules/clauses/pause-modes.ts";
import { targetText } from "../../../shared/rules/clauses/target-text.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import type { Metric, VendorCard } from "../../../shared/rules/scores/scorecard.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import type { OpenFigure } from "./figure-button.tsx";
import { FigureCells } from "./figure-cells.tsx";
import { scoresTexts } from "./scores-texts.ts";
import { READINGS } from "./vendor-table.tsx";

interface ClauseTableProps {
  readonly vendor: VendorCard;
  readonly book: ClauseBook;
  readonly name: string;
  readonly onOpen: (figure: OpenFigure) => void;
}

/** What each clause of a vendor came to, then each metric and all together. */
export function ClauseTable({ vendor, book, name, onOpen }: ClauseTableProps): ReactNode {
  const t = useTexts(scoresTexts);
  const label = useLabel();
  const metricWord = (metric: Metric): string => {
    const word = definition.fields.metric.choices?.[metric];
    return word === undefined ? metric : label(word);
  };
  // One clause on a metric is its own sum.
  const sums = vendor.metrics.filter(
    ({ metric }) => vendor.clauses.filter((clause) => clause.metric === metric).length > 1,
  );
  const clauseOf = (id: string) => book.clauses.find((clause) => clause.id === id)?.data;
  const contractOf = (id: string) => book.contracts.find((contract) => contract.id === id)?.data;
  return (
    <table className="sy-table sy-scores">
      <thead>
        <tr>
          <th scope="col">{t("clause")}</th>
          <th scope="col">{t("promise")}</th>
          <th scope="col" className="is-number">
            {t("rate")}
          </th>
          {READINGS.map((mode) => (
            <th key={mode} scope="col" className="is-number">
              {label(PAUSE_MODES[mode])}
            </th>
          ))}
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="is-number">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {vendor.clauses.map(({ clauseId, contractId, figures }) => {
          const clause = clauseOf(clauseId);
          const title =
            clause === undefined ? t("deletedClause") : `${clause.number ?? ""} ${clause.name}`.trim();
          return (
            <tr key={clauseId}>
              <th scope="row">
                {title}
                <small className="sy-quiet">{contractOf(contractId)?.title}</small>
              </th>
              <td>{clause === undefined ? "" : targetText(clause)}</td>
              <FigureCells
                figures={figures}
                behind={{ vendorId: vendor.vendorId, clauseId, name: `${name} ${title}`, onOpen }}
              />
            </tr>
          );
        })}
        {sums.map(({ metric, figures }) => (
          <tr key={metric} className="is-sum">
            <th scope="row" colSpan={2}>
              {t("ofMetric", { metric: metricWord(metric) })}
            </th>
            <FigureCells figures={figures} />
          </tr>
        ))}
        <tr className="is-sum">
          <th scope="row" colSpan={2}>
            {t("total")}
          </th>
          <FigureCells figures={vendor.overall} isTotal />
        </tr>
      </tbody>
    </table>
  );
}

const COLUMNS = [
  "sample",
  "met",
  "breached",
  "undecided",
  "open",
  "excluded",
  "median",
  "p90",
  "overrun",
  "frozen",
] as const;

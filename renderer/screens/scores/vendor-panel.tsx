import { Button } from "antd";
import type { ReactNode } from "react";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { termsOf } from "../../../shared/rules/clauses/terms.ts";
import { percentText } from "../../../shared/rules/scores/range-text.ts";
import type { VendorCard } from "../../../shared/rules/scores/scorecard.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { ClauseTable } from "./clause-table.tsx";
import type { OpenFigure } from "./figure-button.tsx";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";

interface VendorPanelProps {
  readonly vendor: VendorCard;
  readonly name: string;
  readonly book: ClauseBook;
  readonly onOpen: (figure: OpenFigure) => void;
  readonly onPrint: () => void;
}

/** One vendor for whoever decides on its renewal: the contracts and their dates, clause by clause, and what lies behind. */
export function VendorPanel({ vendor, name, book, onOpen, onPrint }: VendorPanelProps): ReactNode {
  const t = useTexts(scoresTexts);
  return (
    <section className="sy-panel sy-score-vendor" aria-labelledby="score-vendor">
      <div className="sy-panel-head">
        <h2 id="score-vendor">{t("clauses", { name })}</h2>
        <Button onClick={onPrint}>{t("print")}</Button>
      </div>
      <Contracts vendorId={vendor.vendorId} book={book} />
      <div className="sy-score-scroll">
        <ClauseTable {...{ vendor, book, name, onOpen }} />
      </div>
      <div className="sy-score-beside">
        <Severities vendor={vendor} />
        <Facts vendor={vendor} />
      </div>
    </section>
  );
}

function Contracts({ vendorId, book }: { readonly vendorId: string; readonly book: ClauseBook }): ReactNode {
  const t = useTexts(scoresTexts);
  const contracts = book.contracts.filter(({ data }) => data.vendorId === vendorId);
  return (
    <ul className="sy-score-contracts">
      {contracts.map((contract) => {
        const last = termsOf(contract, book.terms).at(-1);
        return (
          <li key={contract.id}>
            <a href={`#${recordAddress("contract", contract.id)}`}>{contract.data.title}</a>{" "}
            {last === undefined ? null : t("term", { from: last.startDate, to: last.endDate })}
            {last?.noticeDate === undefined ? null : `，${t("noticeBy", { date: last.noticeDate })}`}
          </li>
        );
      })}
    </ul>
  );
}

function Severities({ vendor }: { readonly vendor: VendorCard }): ReactNode {
  const t = useTexts(scoresTexts);
  const label = useLabel();
  const words = useScoreWords();
  return (
    <section>
      <h3>{t("bySeverity")}</h3>
      <table className="sy-table">
        <thead>
          <tr>
            <th scope="col">{t("severity")}</th>
            <th scope="col" className="is-number">
              {t("incidents")}
            </th>
            <th scope="col" className="is-number">
              {t("sample")}
            </th>
            <th scope="col" className="is-number">
              {t("rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          {vendor.severities.map(({ severity, incidents, compliance }) => (
            <tr key={severity}>
              <th scope="row">{severity === "" ? t("ungraded") : label(SEVERITIES[severity])}</th>
              <td className="is-number">{words.count(incidents)}</td>
              <td className="is-number">{words.count(compliance.sample)}</td>
              <td className="is-number">{words.compliance(compliance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whatever a number alone would hide. */
function Facts({ vendor }: { readonly vendor: VendorCard }): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  const { incidents, imported, paused, pausedMs, overall } = vendor;
  const unpromised = words.reasons(vendor.unpromised);
  const excluded = words.reasons(overall.excluded);
  const doubts = words.reasons(overall.doubts);
  const lines = [
    imported > 0 && t("importedFact", { count: imported }),
    paused > 0 &&
      t("pausedFact", {
        count: paused,
        share: percentText(Math.round((paused * 1000) / incidents)),
        time: words.time(pausedMs),
      }),
    unpromised !== "" &&
      t("unpromisedFact", {
        count: Object.values(vendor.unpromised).reduce((total, count) => total + count, 0),
        reasons: unpromised,
      }),
    excluded !== "" && t("excludedFact", { reasons: excluded }),
    doubts !== "" && t("doubtFact", { reasons: doubts }),
    overall.frozen > 0 && t("frozenFact", { count: overall.frozen }),
    overall.provisional > 0 && t("provisionalFact", { count: overall.provisional }),
    overall.evidenceMissing > 0 && t("evidenceFact", { count: overall.evidenceMissing }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{t("facts")}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

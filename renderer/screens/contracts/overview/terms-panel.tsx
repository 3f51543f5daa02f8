import type { ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { termsOf, type ContractTerm } from "../../../../shared/rules/clauses/terms.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import type { ContractFile } from "../contract-file.ts";
import { overviewTexts } from "./overview-texts.ts";
import { TermActions } from "./term-actions.tsx";

interface TermsPanelProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Every term as signed, the newest first, with who decided it; a termination cuts what lies after it. */
export function TermsPanel({ file, today }: TermsPanelProps): ReactNode {
  const t = useTexts(overviewTexts);
  const terms = [...termsOf(file.contract, file.terms)].reverse();
  const ends = file.terms.filter(({ data }) => data.kind === "termination");
  return (
    <section className="sy-panel" aria-labelledby="terms-title">
      <div className="sy-panel-head">
        <h2 id="terms-title">{t("terms")}</h2>
        <TermActions file={file} today={today} />
      </div>
      <table className="sy-table">
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("to")}</th>
            <th scope="col">{t("noticeBy")}</th>
            <th scope="col" className="is-number">
              {t("amount")}
            </th>
            <th scope="col">{t("decided")}</th>
          </tr>
        </thead>
        <tbody>
          {ends.map((end) => (
            <tr key={end.id}>
              <td>
                <a href={`#${recordAddress("term", end.id)}`}>{t("termination")}</a>
              </td>
              <td />
              <td className="is-date">{end.data.endDate}</td>
              <td />
              <td />
              <td>{decisionText(end)}</td>
            </tr>
          ))}
          {terms.map((term) => (
            <tr key={term.termId ?? "first"} className={term.endDate < today ? "is-past" : undefined}>
              <td className="is-date">
                {term.termId === undefined ? (
                  t(term.kind)
                ) : (
                  <a href={`#${recordAddress("term", term.termId)}`}>{t(term.kind)}</a>
                )}{" "}
                {isNow(term, today) && <span className="sy-tag is-done">{t("now")}</span>}
              </td>
              <td className="is-date">{term.startDate}</td>
              <td className="is-date">{term.endDate}</td>
              <td className="is-date">{term.noticeDate}</td>
              <td className="is-number">{term.amountFen === undefined ? "" : yuanText(term.amountFen)}</td>
              <td>{decisionOf(term, file)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isNow({ startDate, endDate }: ContractTerm, today: CalendarDate): boolean {
  return startDate <= today && today <= endDate;
}

function decisionOf(term: ContractTerm, { contract, terms }: ContractFile): string {
  const signed = terms.find(({ id }) => id === term.termId);
  if (signed !== undefined) return decisionText(signed);
  return [contract.data.signedDate, contract.data.signedBy].filter((part) => part !== undefined).join(" ");
}

function decisionText({ data }: Stored<"term">): string {
  const proof = data.proof === undefined ? "" : `（${data.proof}）`;
  return `${data.decidedDate} ${data.decidedBy}${proof}`;
}

import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { editAddress, recordAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { ageOf, useClauseWords } from "./clause-words.ts";
import { clausesTexts } from "./clauses-texts.ts";

interface ClauseRowProps {
  readonly clause: Stored<"clause">;
  /** The versions before, the newest first. */
  readonly older: readonly Stored<"clause">[];
  readonly today: CalendarDate;
  readonly onRevise: () => void;
}

const COLUMNS = 10;

/** One clause in a line; below it, when opened, its wording and every version. */
export function ClauseRow({ clause, older, today, onRevise }: ClauseRowProps): ReactNode {
  const t = useTexts(clausesTexts);
  const words = useClauseWords();
  const [open, setOpen] = useState(false);
  const { data } = clause;
  const age = ageOf(data, today);
  return (
    <>
      <tr className={age === "past" ? "is-past" : undefined}>
        <td className="sy-clause-caret">
          <Button
            type="text"
            size="small"
            aria-expanded={open}
            aria-label={t(open ? "shut" : "open", { name: words.title(data) })}
            icon={open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            onClick={() => setOpen(!open)}
          />
        </td>
        <td>{data.number}</td>
        <td>
          <a href={`#${recordAddress("clause", clause.id)}`}>{data.name}</a>{" "}
          {data.name.includes(words.metric(data)) ? null : (
            <span className="sy-quiet">{words.metric(data)}</span>
          )}
        </td>
        <td>
          <strong>{words.promise(data)}</strong>
        </td>
        <td>{words.span(data)}</td>
        <td>{words.conditions(data)}</td>
        <td>{words.pauses(data)}</td>
        <td>{words.evidence(data)}</td>
        <td>
          {words.force(data)}{" "}
          {age !== "now" && (
            <span className={`sy-tag ${age === "past" ? "is-closed" : "is-waiting"}`}>{t(age)}</span>
          )}
        </td>
        <td className="is-date">
          <Button size="small" onClick={onRevise}>
            {t("revise")}…
          </Button>
        </td>
      </tr>
      {open && (
        <tr className="sy-clause-more">
          <td />
          <td colSpan={COLUMNS - 1}>
            <h3>
              {t("wording")}
              {data.page !== undefined && (
                <span className="sy-quiet"> {t("page", { page: data.page })}</span>
              )}{" "}
              <a href={`#${editAddress("clause", clause.id)}`}>{t("correct")}</a>
            </h3>
            {data.wording === undefined ? (
              <p className="sy-quiet">{t("noWording")}</p>
            ) : (
              <blockquote>{data.wording}</blockquote>
            )}
            {older.length > 0 && <Versions versions={[clause, ...older]} />}
          </td>
        </tr>
      )}
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly Stored<"clause">[] }): ReactNode {
  const t = useTexts(clausesTexts);
  const words = useClauseWords();
  return (
    <>
      <h3>{t("versions")}</h3>
      <ul>
        {versions.map(({ id, data }, at) => (
          <li key={id}>
            <a href={`#${recordAddress("clause", id)}`}>{words.force(data)}</a>：{words.promise(data)}，
            {words.span(data)}
            {at === 0 && `（${t("thisVersion")}）`}
          </li>
        ))}
      </ul>
    </>
  );
}

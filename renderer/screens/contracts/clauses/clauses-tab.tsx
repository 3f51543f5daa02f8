import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { contradictionsIn, type Contradiction } from "../../../../shared/rules/clauses/contradictions.ts";
import { newAddress } from "../../../records/addresses.ts";
import { useRecords } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { ClauseRow } from "./clause-row.tsx";
import { clausesTexts } from "./clauses-texts.ts";
import { versionsOf } from "./clause-words.ts";
import { Contradictions } from "./contradictions.tsx";
import { ReviseDialog } from "./revise-dialog.tsx";
import { RuleDialog } from "./rule-dialog.tsx";

interface ClausesTabProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** Every promise with a clock, what contradicts what, and every version that held. */
export function ClausesTab({ file, today }: ClausesTabProps): ReactNode {
  const t = useTexts(clausesTexts);
  const [, go] = useLocation();
  const found = useContradictions(file, today);
  const [revising, setRevising] = useState<Stored<"clause"> | undefined>(undefined);
  const [ruling, setRuling] = useState<Contradiction | undefined>(undefined);
  const clauses = versionsOf(file.clauses);
  return (
    <>
      {found.length > 0 && <Contradictions found={found} onRule={setRuling} />}
      <section className="sy-panel" aria-labelledby="clauses-title">
        <div className="sy-panel-head">
          <h2 id="clauses-title">{t("title")}</h2>
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => go(newAddress("clause", file.contract.id))}
          >
            {t("create")}
          </Button>
        </div>
        {clauses.length === 0 && <p className="sy-quiet">{t("empty")}</p>}
        {clauses.length > 0 && (
          <div className="sy-scroll">
            <table className="sy-table sy-clauses">
              <thead>
                <tr>
                  <th aria-hidden />
                  <th scope="col">{t("number")}</th>
                  <th scope="col">{t("name")}</th>
                  <th scope="col">{t("promise")}</th>
                  <th scope="col">{t("span")}</th>
                  <th scope="col">{t("conditions")}</th>
                  <th scope="col">{t("pauses")}</th>
                  <th scope="col">{t("evidence")}</th>
                  <th scope="col">{t("force")}</th>
                  <th aria-hidden />
                </tr>
              </thead>
              <tbody>
                {clauses.map(([newest, ...older]) => (
                  <ClauseRow
                    key={newest.id}
                    clause={newest}
                    older={older}
                    today={today}
                    onRevise={() => setRevising(newest)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {revising !== undefined && (
        <ReviseDialog file={file} clause={revising} today={today} onClose={() => setRevising(undefined)} />
      )}
      {ruling !== undefined && (
        <RuleDialog file={file} contradiction={ruling} today={today} onClose={() => setRuling(undefined)} />
      )}
    </>
  );
}

/** Empty until the calendars are read: without them nobody knows which is stricter. */
export function useContradictions(
  { contract, clauses, rulings }: ContractFile,
  today: CalendarDate,
): readonly Contradiction[] {
  const calendars = useRecords("calendar");
  const notices = useRecords("holidayNotice");
  return useMemo(() => {
    if (calendars === undefined || notices === undefined) return [];
    return contradictionsIn(contract.id, { clauses, rulings, calendars, notices }, today);
  }, [contract.id, clauses, rulings, calendars, notices, today]);
}

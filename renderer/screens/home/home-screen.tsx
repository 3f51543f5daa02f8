import { useMemo, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { useClauseBook } from "../incidents/use-clause-book.ts";
import { useMinute, useToday } from "../incidents/use-minute.ts";
import { WorstAlerts } from "../inbox/worst-alerts.tsx";
import { useOpenIncidents, type OpenIncident } from "../incidents/use-open-incidents.ts";
import { EndingContracts } from "./ending-contracts.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { homeTexts } from "./home-texts.ts";
import { OpenIncidents } from "./open-incidents.tsx";
import { openCounts, ranked } from "./rank.ts";
import { RestoreProofs } from "./restore-proofs.tsx";
import { useDayCounts, type DayCounts } from "./use-day-counts.ts";
import "./home.css";

const LIMIT = 100;

/** The director's first page: what is overdue, what is due next, which contracts end, which backups are unproven. */
export function HomeScreen(): ReactNode {
  const t = useTexts(homeTexts);
  const today = useToday();
  const book = useClauseBook();
  const open = useOpenIncidents(LIMIT);
  const day = useDayCounts(today);
  const isEmpty = day?.total === 0 && book?.contracts.length === 0;
  return (
    <Page title={t("title")} tools={<AsOf />} flowing>
      {book !== undefined && open !== undefined && (
        <div className="sy-home">
          <div>{isEmpty ? <FirstSteps /> : <Open open={open} book={book} day={day} />}</div>
          <div>
            <WorstAlerts />
            <EndingContracts contracts={book.contracts} terms={book.terms} today={today} />
            <RestoreProofs today={today} />
          </div>
        </div>
      )}
    </Page>
  );
}

interface OpenProps {
  readonly open: readonly OpenIncident[];
  readonly book: ClauseBook;
  readonly day: DayCounts | undefined;
}

/** All that a minute changes stands in here. */
function Open({ open, book, day }: OpenProps): ReactNode {
  const t = useTexts(homeTexts);
  const nowMs = useMinute();
  const all = useMemo(() => ranked(open, book, nowMs), [open, book, nowMs]);
  const counts = openCounts(all, nowMs);
  const numbers: readonly (readonly [keyof typeof homeTexts.keys, number | undefined, boolean])[] = [
    ["overdue", counts.overdue, counts.overdue > 0],
    ["dueToday", counts.dueToday, false],
    ["open", open.length, false],
    ["unclocked", counts.unclocked, false],
    ["reportedToday", day?.reported, false],
    ["resolvedToday", day?.resolved, false],
  ];
  return (
    <>
      <dl className="sy-numbers">
        {numbers.map(([name, number, isBad]) => (
          <div key={name} className={isBad ? "is-bad" : ""}>
            <dt>{t(name)}</dt>
            <dd>{number ?? "…"}</dd>
          </div>
        ))}
      </dl>
      <OpenIncidents all={all} limit={LIMIT} />
    </>
  );
}

function AsOf(): ReactNode {
  const t = useTexts(homeTexts);
  return <span className="sy-quiet">{t("asOf", { at: formatWall(useMinute()) })}</span>;
}

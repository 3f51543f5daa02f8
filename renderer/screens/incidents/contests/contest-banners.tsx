import { Alert, Button } from "antd";
import { useMemo, type ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../../shared/records/event-kinds.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import type { IncidentFile } from "../incident-file.ts";
import { contestTexts } from "./contest-texts.ts";
import { storedContests, type StoredContest } from "./contests.ts";
import { useAccountWords } from "./use-account-words.ts";

/** A banner for each time that two desks told differently, with every account of it (beyond.md item 12). */
export function ContestBanners({
  file,
  onAsk,
}: {
  readonly file: IncidentFile;
  readonly onAsk: OnAsk;
}): ReactNode {
  const contests = useMemo(() => storedContests(file), [file]);
  return contests.map((contest) => (
    <ContestBanner key={`${contest.kind} ${contest.accounts[0]?.id ?? ""}`} contest={contest} onAsk={onAsk} />
  ));
}

function ContestBanner({
  contest,
  onAsk,
}: {
  readonly contest: StoredContest;
  readonly onAsk: OnAsk;
}): ReactNode {
  const t = useTexts(contestTexts);
  const label = useLabel();
  const wordsOf = useAccountWords(contest.accounts);
  const { kind, accounts } = contest;
  return (
    <Alert
      type="warning"
      showIcon
      title={<strong>{t("contest", { event: label(EVENT_KINDS[kind]), count: accounts.length })}</strong>}
      description={
        <>
          <ul className="sy-accounts">
            {accounts.map((account) => (
              <li key={account.id}>
                <strong>{formatWall(account.data.at)}</strong> <span>{wordsOf(account)}</span>
              </li>
            ))}
          </ul>
          <span className="sy-quiet">{t("untilThen")}</span>
        </>
      }
      action={
        <Button type="primary" onClick={() => onAsk({ kind: "adjudicate", about: kind })}>
          {t("adjudicate")}
        </Button>
      }
    />
  );
}

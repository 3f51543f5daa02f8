import type { ReactNode } from "react";
import { OBJECTION_DAYS } from "../../../../shared/commands/incidents/issue-breach.ts";
import { addDays } from "../../../../shared/lib/dates.ts";
import { longText, text } from "../../../../shared/lib/fields.ts";
import { formatWall } from "../../../../shared/lib/instants.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useRecord } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useAgreed } from "../agreed.ts";
import { useDuration } from "../clock-words.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useMinute, useToday } from "../use-minute.ts";
import { breachTexts } from "./breach-texts.ts";
import { useIssueBreach } from "./use-issue-breach.ts";

interface BreachDialogProps {
  readonly file: IncidentFile;
  readonly clock: ClauseClock;
  readonly onClose: () => void;
}

/** What goes on a 《违约认定单》 in our own words; the rest is counted. The facts stand in it already. */
export function BreachDialog({ file, clock, onClose }: BreachDialogProps): ReactNode {
  const t = useTexts(breachTexts);
  const duration = useDuration();
  const today = useToday();
  const finding = useFinding(clock);
  const issue = useIssueBreach(file, clock.clauseId);
  const contract = useRecord("contract", clock.clause.contractId);
  const days = contract?.data.objectionDays ?? OBJECTION_DAYS;
  return (
    <CommandDialog
      title={t("issueTitle", { clause: clock.clause.name })}
      fields={FIELDS}
      initial={{ finding }}
      saveLabel={t("issueSave")}
      intro={
        <p className="sy-command-note">
          {t("issueIntro", {
            due: clock.dueAt === undefined ? "—" : formatWall(clock.dueAt),
            over: duration(clock.overrunMs),
          })}
        </p>
      }
      outcome={() => <p className="sy-command-note">{t("objectBy", { date: addDays(today, days), days })}</p>}
      onSave={({ finding: told = "", by = "" }) => issue({ finding: told, by })}
      onClose={onClose}
    />
  );
}

const FIELDS = {
  by: text({ zh: "出具人", en: "Issued by" }),
  finding: longText({ zh: "事实说明", en: "Finding" }),
} as const;

function useFinding(clock: ClauseClock): string {
  const t = useTexts(breachTexts);
  const agreed = useAgreed();
  const duration = useDuration();
  const nowMs = useMinute();
  const wall = (at: string | undefined): string => (at === undefined ? "—" : formatWall(at));
  const facts = {
    clause: clock.clause.name,
    agreed: agreed(clock.clause),
    start: wall(clock.startAt),
    due: wall(clock.dueAt),
    over: duration(clock.overrunMs),
  };
  return clock.stopAt === undefined
    ? t("findingOpen", { ...facts, now: formatWall(nowMs) })
    : t("findingStopped", { ...facts, stop: wall(clock.stopAt) });
}

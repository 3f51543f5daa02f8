import { useMemo, useState, type ReactNode } from "react";
import { dateOf } from "../../../shared/lib/instants.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { useClauseBook } from "../incidents/use-clause-book.ts";
import { daysOf, type Days } from "./periods.ts";
import { ScoreBoard } from "./score-board.tsx";
import { useScoreMemory, type ScoreAsked } from "./score-memory.ts";
import type { ScoreNames } from "./score-names.ts";
import { ScoreTools } from "./score-tools.tsx";
import { scoresTexts } from "./scores-texts.ts";
import { useScoring } from "./use-scoring.ts";
import "./scores.css";

/** Who kept what was promised, compared fairly: a worker scores the period, however long the history. */
export function ScoresScreen({ vendorId }: { readonly vendorId: string | undefined }): ReactNode {
  const vendors = useRecords("vendor");
  const book = useClauseBook();
  const { asked, ask } = useScoreMemory();
  // A link from a contract asks for its vendor; from then on the screen is as any other.
  const [linked, setLinked] = useState(vendorId);
  if (linked !== undefined) {
    setLinked(undefined);
    ask({ shownVendorId: linked });
  }
  if (vendors === undefined || book === undefined) return <Page title="">{null}</Page>;
  return <Asked asked={asked} names={{ vendors, systems: book.systems, book }} />;
}

function Asked({ asked, names }: { readonly asked: ScoreAsked; readonly names: ScoreNames }): ReactNode {
  const t = useTexts(scoresTexts);
  const [today] = useState(() => dateOf(Date.now()));
  const days = daysAsked(asked, today);
  const question = useMemo(
    () =>
      typeof days === "string"
        ? undefined
        : ({ ...days, vendorIds: asked.vendorIds, systemId: asked.systemId } satisfies Omit<
            ScoreQuestion,
            "nowMs"
          >),
    [days, asked.vendorIds, asked.systemId],
  );
  const { scoring, again, cancel } = useScoring(question);
  const tools = (
    <ScoreTools
      vendors={names.vendors}
      systems={names.systems}
      problem={typeof days === "string" ? t(days) : undefined}
    />
  );
  if (question === undefined) {
    return (
      <Page title={t("title")} flowing>
        {tools}
      </Page>
    );
  }
  return <ScoreBoard {...{ tools, question, scoring, again, cancel, names }} />;
}

function daysAsked({ period, from, to }: ScoreAsked, today: string): Days | "chooseDays" | "daysTurned" {
  if (period !== "free") return daysOf(period, today);
  if (from === undefined || to === undefined) return "chooseDays";
  return from <= to ? { from, to } : "daysTurned";
}

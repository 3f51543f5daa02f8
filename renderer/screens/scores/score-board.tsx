import { Alert, Button, Progress } from "antd";
import { useState, type ReactNode } from "react";
import type { ScorecardInput } from "../../../shared/forms/scorecard-sheet.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import { LEAST_SAMPLE, type VendorCard } from "../../../shared/rules/scores/scorecard.ts";
import { takePaperNumber } from "../../records/paper-number.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useLanguage, useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { BehindDrawer } from "./behind-drawer.tsx";
import { ExportButton } from "./export-button.tsx";
import type { OpenFigure } from "./figure-button.tsx";
import { useScoreMemory } from "./score-memory.ts";
import { vendorName, type ScoreNames } from "./score-names.ts";
import { ScorePaper } from "./score-paper.tsx";
import { scoreTable } from "./score-table.ts";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";
import type { Scoring } from "./use-scoring.ts";
import { VendorPanel } from "./vendor-panel.tsx";
import { VendorTable } from "./vendor-table.tsx";

interface ScoreBoardProps {
  readonly tools: ReactNode;
  readonly question: Omit<ScoreQuestion, "nowMs">;
  readonly scoring: Scoring;
  readonly again: () => void;
  readonly cancel: () => void;
  readonly names: ScoreNames;
}

/** The answer to one question: how far it is, the vendors compared, one of them clause by clause, and its paper. */
export function ScoreBoard(props: ScoreBoardProps): ReactNode {
  const { tools, question, scoring, names } = props;
  const t = useTexts(scoresTexts);
  const language = useLanguage();
  const [paper, setPaper] = useState<Omit<ScorecardInput, "hospital"> | undefined>(undefined);
  const days = t("days", { from: question.from, to: question.to });
  const print = usePrint(props, setPaper);
  if (paper !== undefined) return <ScorePaper input={paper} onBack={() => setPaper(undefined)} />;
  const { book } = names;
  const table =
    scoring.kind === "done" && scoring.card.vendors.length > 0
      ? scoreTable(
          scoring.card,
          days,
          {
            vendor: (id) => vendorName(names, id) ?? t("deletedVendor"),
            clause: (id) => book.clauses.find((clause) => clause.id === id)?.data.name ?? t("deletedClause"),
            contract: (id) => book.contracts.find((contract) => contract.id === id)?.data.title ?? "",
          },
          language,
        )
      : undefined;
  return (
    <Page
      title={t("title")}
      flowing
      tools={
        <>
          <span className="sy-quiet">{days}</span>
          <span className="sy-grow" />
          <Button disabled={scoring.kind === "running"} onClick={props.again}>
            {t("again")}
          </Button>
          <ExportButton table={table} />
        </>
      }
    >
      {tools}
      {scoring.kind === "done" ? (
        <Done {...props} scoring={scoring} days={days} print={print} />
      ) : (
        <NotDone {...props} />
      )}
    </Page>
  );
}

function NotDone({ scoring, again, cancel }: ScoreBoardProps): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  if (scoring.kind !== "running") {
    return (
      <div className="sy-panel sy-score-empty">
        <p>{t(scoring.kind === "failed" ? "failed" : "cancelled")}</p>
        <Button type="primary" onClick={again}>
          {t("again")}
        </Button>
      </div>
    );
  }
  const { progress } = scoring;
  return (
    <div className="sy-panel sy-score-empty">
      <Progress
        percent={progress === undefined ? 0 : Math.floor((progress.done * 100) / Math.max(1, progress.total))}
        status="active"
        aria-label={t("title")}
      />
      <p role="status">
        {progress === undefined
          ? t("reading")
          : t("scoring", { done: words.count(progress.done), total: words.count(progress.total) })}
      </p>
      <Button onClick={cancel}>{t("cancel")}</Button>
    </div>
  );
}

interface DoneProps extends ScoreBoardProps {
  readonly scoring: Extract<Scoring, { kind: "done" }>;
  readonly days: string;
  readonly print: (vendor: VendorCard) => void;
}

function Done({ scoring, names, again, days, print }: DoneProps): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  const { asked, ask } = useScoreMemory();
  const [open, setOpen] = useState<OpenFigure | undefined>(undefined);
  const { card, run, isOld } = scoring;
  const nameOf = (id: string): string => vendorName(names, id) ?? t("deletedVendor");
  const shown = card.vendors.find(({ vendorId }) => vendorId === asked.shownVendorId) ?? card.vendors[0];
  const nobody = Object.values(card.nobody).reduce((total, count) => total + count, 0);
  return (
    <>
      {isOld && (
        <Alert
          showIcon
          type="info"
          title={t("isOld")}
          action={
            <Button size="small" onClick={again}>
              {t("again")}
            </Button>
          }
        />
      )}
      {card.vendors.length === 0 ? (
        <div className="sy-panel sy-score-empty">
          <p>{t("none", { days })}</p>
        </div>
      ) : (
        <section className="sy-panel" aria-labelledby="score-vendors">
          <div className="sy-panel-head">
            <h2 id="score-vendors">{t("compare")}</h2>
            <span className="sy-quiet" role="status">
              {t("summary", { count: words.count(card.incidents) })}
              {nobody > 0 && `，${t("nobody", { count: words.count(nobody) })}`}
            </span>
          </div>
          <div className="sy-score-scroll">
            <VendorTable
              {...{ card, nameOf, shownId: shown?.vendorId }}
              onShow={(shownVendorId) => ask({ shownVendorId })}
              onOpen={setOpen}
            />
          </div>
        </section>
      )}
      {shown === undefined ? null : (
        <VendorPanel
          vendor={shown}
          name={nameOf(shown.vendorId)}
          book={names.book}
          onOpen={setOpen}
          onPrint={() => print(shown)}
        />
      )}
      <p className="sy-quiet sy-score-formula">{t("formula", { least: LEAST_SAMPLE })}</p>
      {open === undefined ? null : (
        <BehindDrawer key={JSON.stringify(open)} run={run} open={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

/** A number is taken when the paper is asked for: two prints of one period are two papers. */
function usePrint(
  { question, scoring, names }: ScoreBoardProps,
  show: (paper: Omit<ScorecardInput, "hospital">) => void,
): (vendor: VendorCard) => void {
  const t = useTexts(scoresTexts);
  const desk = useDesk();
  const toast = useToast();
  const print = async (card: VendorCard): Promise<void> => {
    try {
      show({
        number: await takePaperNumber(desk, "score"),
        vendor: names.vendors.find(({ id }) => id === card.vendorId)?.data,
        card,
        book: names.book,
        from: question.from,
        to: question.to,
        systemName: names.systems.find(({ id }) => id === question.systemId)?.data.name,
        compared:
          scoring.kind === "done" ? scoring.card.vendors.filter(({ rank }) => rank !== undefined).length : 0,
        scoredAt: instant(Date.now()),
      });
    } catch {
      toast.problem(t("printFailed"));
    }
  };
  return (vendor) => void print(vendor);
}

import { Alert as Notice, Button, Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { readQuietHours } from "../../../shared/rules/alerts/quiet-hours.ts";
import { editAddress } from "../../records/addresses.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { MOST_CASES, useAlertBoard, type AlertBoard } from "./alert-board.tsx";
import { AlertTable } from "./alert-table.tsx";
import { isShown, kindOfPast, pastAnswers, type Kind, type Shown } from "./inbox-filter.ts";
import { inboxTexts } from "./inbox-texts.ts";
import { useAnswer } from "./use-answer.ts";
import "./inbox.css";

/** The record of all that asks for attention: clocks, contracts, obligations theirs and ours, until somebody decides. */
export function InboxScreen(): ReactNode {
  const t = useTexts(inboxTexts);
  const board = useAlertBoard();
  const [shown, setShown] = useState<Shown>("open");
  const [kind, setKind] = useState<Kind>("all");
  const tools = board !== undefined && (
    <>
      <Segmented<Shown>
        aria-label={t("showing")}
        value={shown}
        onChange={setShown}
        options={[
          { value: "open", label: t("open", { count: count(board, "open") }) },
          { value: "snoozed", label: t("snoozed", { count: count(board, "snoozed") }) },
          { value: "handled", label: t("handled") },
        ]}
      />
      <Segmented<Kind>
        aria-label={t("topic")}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(value) }))}
      />
      <span className="sy-grow" />
      {shown === "open" && <SeenAll board={board} kind={kind} />}
    </>
  );
  return (
    <Page title={t("title")} tools={tools} flowing>
      {board === undefined ? (
        <p className="sy-quiet" role="status">
          {t("reading")}
        </p>
      ) : (
        <>
          <QuietProblem board={board} />
          {board.isCut && (
            <Notice
              className="sy-inbox-notice"
              type="warning"
              showIcon
              title={t("cut", { count: MOST_CASES })}
            />
          )}
          <List board={board} shown={shown} kind={kind} onAll={() => setKind("all")} />
        </>
      )}
    </Page>
  );
}

const KINDS: readonly Kind[] = ["all", "clocks", "theirs", "ours", "contracts"];
const EMPTY = { open: "noneOpen", snoozed: "noneSnoozed", handled: "noneHandled" } as const;

function count(board: AlertBoard, shown: Shown): number {
  return board.alerts.filter((one) => isShown(one, shown, "all")).length;
}

interface ListProps {
  readonly board: AlertBoard;
  readonly shown: Shown;
  readonly kind: Kind;
  readonly onAll: () => void;
}

function List({ board, shown, kind, onAll }: ListProps): ReactNode {
  const t = useTexts(inboxTexts);
  const alerts = board.alerts.filter((one) => isShown(one, shown, kind));
  const past =
    shown === "handled"
      ? pastAnswers(board.answers, board.alerts).filter(
          (one) => kind === "all" || kindOfPast(one, board) === kind,
        )
      : [];
  if (alerts.length + past.length > 0)
    return <AlertTable key={`${shown} ${kind}`} board={board} alerts={alerts} past={past} />;
  if (kind !== "all") {
    return (
      <section className="sy-panel sy-inbox-empty">
        <p>{t("noneOfKind")}</p>
        <Button onClick={onAll}>{t("showAll")}</Button>
      </section>
    );
  }
  return (
    <section className="sy-panel sy-inbox-empty">
      <p>{t(EMPTY[shown])}</p>
      {shown === "open" && <p className="sy-quiet">{t("noneOpenHelp")}</p>}
    </section>
  );
}

function SeenAll({ board, kind }: { readonly board: AlertBoard; readonly kind: Kind }): ReactNode {
  const t = useTexts(inboxTexts);
  const toast = useToast();
  const { see } = useAnswer();
  const unread = board.alerts.filter((one) => one.standing === "unread" && isShown(one, "open", kind));
  const seeAll = async (): Promise<void> => {
    const wrong = await see(unread);
    if (wrong === undefined) toast.done(t("seenDone", { count: unread.length }));
    else toast.problem(wrong);
  };
  return (
    <Button disabled={unread.length === 0} onClick={() => void seeAll()}>
      {t("seenAll")}
    </Button>
  );
}

function QuietProblem({ board: { hospital } }: { readonly board: AlertBoard }): ReactNode {
  const t = useTexts(inboxTexts);
  const text = hospital?.data.quietHours;
  if (hospital === undefined || readQuietHours(text).ok) return null;
  return (
    <Notice
      className="sy-inbox-notice"
      type="warning"
      showIcon
      title={t("badQuiet", { text: text ?? "" })}
      action={<Button href={`#${editAddress("hospital", hospital.id)}`}>{t("mendQuiet")}</Button>}
    />
  );
}

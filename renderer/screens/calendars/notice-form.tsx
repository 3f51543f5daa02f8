import { Button, Input } from "antd";
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import {
  enterNotice,
  previewNotice,
  type EnterNoticeFailure,
  type NoticeEntry,
} from "../../../shared/commands/enter-notice.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { Stored } from "../../../shared/records/index.ts";
import type { OpenCase } from "../../../shared/rules/calendar/due-moves.ts";
import { noticesInForce } from "../../../shared/rules/calendar/official.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { recordTexts } from "../../records/record-texts.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useUnsavedGuard } from "../../records/use-unsaved-guard.ts";
import { useConfirm, useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { IntegerInput } from "../../ui/number-input.tsx";
import { useMinute } from "../incidents/use-minute.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import { EffectPreview } from "./effect-preview.tsx";
import { readRows, type ReadRow } from "./notice-draft.ts";
import { cellId, NoticeRows } from "./notice-rows.tsx";
import { useNoticeWords } from "./notice-words.ts";
import { marksOf, monthsOf } from "./year-months.ts";
import { YearLegend, YearStrip } from "./year-strip.tsx";

interface NoticeFormProps {
  /** What it begins with. */
  readonly first: NoticeEntry;
  /** The notice that is changed; undefined for a new one. */
  readonly record: Stored<"holidayNotice"> | undefined;
  readonly book: ClauseBook;
  readonly open: readonly OpenCase[];
  /** To the page of that year. */
  readonly onLeave: (year: number) => void;
}

/** A notice is typed in on the left, with what it would move below, and seen as a year on the right. */
export function NoticeForm({ first, record, book, open, onLeave }: NoticeFormProps): ReactNode {
  const t = useTexts(calendarsTexts);
  const ask = useTexts(recordTexts);
  const words = useNoticeWords();
  const desk = useDesk();
  const toast = useToast();
  const confirm = useConfirm();
  const problemOf = useSaveProblem();
  const [entry, setEntry] = useState(first);
  const [tried, setTried] = useState(false);
  const saving = useRef(false);
  const dirty = entry !== first;
  useUnsavedGuard(dirty);

  // Typing must not wait for some hundred clocks.
  const settled = useDeferredValue(entry);
  const minute = useMinute();
  const preview = useMemo(
    () => previewNotice(settled, { now: instant(minute), book, open, replaces: record }),
    [settled, book, open, record, minute],
  );
  const read = useMemo(() => readRows(entry), [entry]);
  const months = useMemo(() => monthsWith(entry, read, book), [entry, read, book]);
  const failure = preview.ok ? undefined : preview.failure;

  const edit = (part: Partial<NoticeEntry>): void => setEntry({ ...entry, ...part });
  const save = async (): Promise<void> => {
    if (saving.current) return;
    const context = { now: instant(Date.now()), book, open, replaces: record };
    const last = previewNotice(entry, context);
    setTried(true);
    if (!last.ok) {
      focusOn(last.failure);
      return;
    }
    saving.current = true;
    const incidents = new Set(last.value.moved.map(({ incidentId }) => incidentId)).size;
    const { year } = entry;
    const write = async (): Promise<Awaited<ReturnType<typeof desk.save>> | undefined> => {
      const [ids, by] = await Promise.all([desk.newIds(1 + incidents), desk.author()]);
      const edits = enterNotice(entry, { ...context, ids, by });
      const step = { zh: `录入${year}年放假通知`, en: `Holiday notice of ${year}` };
      return edits.ok ? desk.save(step, edits.value) : undefined;
    };
    const saved = await write().finally(() => (saving.current = false));
    if (saved?.ok === false) toast.problem(problemOf(saved.failure));
    if (saved?.ok !== true) return;
    const count = last.value.moved.length;
    toast.done(count === 0 ? t("saved", { year }) : t("savedMoved", { year, count }));
    onLeave(year);
  };
  const leave = async (): Promise<void> => {
    const question = {
      title: ask("leaveAsk"),
      body: ask("leaveBody"),
      yes: ask("leave"),
      no: ask("stay"),
      danger: true,
    };
    if (!dirty || (await confirm(question))) onLeave(first.year);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (!event.defaultPrevented && event.key === "Escape") void leave();
  };

  return (
    <form className="sy-notice" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div className="sy-notice-left">
        <section className="sy-form sy-notice-form" aria-label={t("formTitle")}>
          <div className="sy-notice-head">
            <div className="sy-field">
              <label htmlFor="notice-year">{t("year")}</label>
              <IntegerInput
                id="notice-year"
                value={entry.year}
                onChange={(year) => edit({ year: year ?? Number.NaN })}
              />
            </div>
            <div className="sy-field sy-grow">
              <label htmlFor="notice-number">{t("number")}</label>
              <Input
                id="notice-number"
                autoFocus
                value={entry.number}
                placeholder={t("numberHint")}
                autoComplete="off"
                onChange={(event) => edit({ number: event.target.value })}
              />
            </div>
          </div>
          <h2>{t("rows")}</h2>
          <p className="sy-hint">{t("rowsHint")}</p>
          <NoticeRows
            rows={entry.holidays}
            read={read}
            wrongRow={tried && failure !== undefined && "row" in failure ? failure.row : undefined}
            onChange={(holidays) => edit({ holidays })}
          />
          <div className="sy-field">
            <label htmlFor="notice-note">{t("note")}</label>
            <Input.TextArea
              id="notice-note"
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={entry.note}
              onChange={(event) => edit({ note: event.target.value })}
            />
          </div>
          <div className="sy-form-buttons">
            <Button type="primary" onClick={() => void save()}>
              {t("save")}
            </Button>
            <Button onClick={() => void leave()}>{t("cancel")}</Button>
            {preview.ok && preview.value.notice.holidays.length < FEW_HOLIDAYS && (
              <span className="sy-notice-few">
                {t("fewHolidays", { count: preview.value.notice.holidays.length })}
              </span>
            )}
            {failure !== undefined && (
              <span role={tried ? "alert" : undefined} className={tried ? "sy-problem" : "sy-quiet"}>
                {t("notYet", { problem: words(failure) })}
              </span>
            )}
          </div>
        </section>
        <EffectPreview preview={preview.ok ? preview.value : undefined} />
      </div>
      <section className="sy-panel sy-notice-year" aria-labelledby="preview-title">
        <h2 id="preview-title">{t("preview")}</h2>
        <YearLegend />
        <YearStrip year={entry.year} months={months} />
      </section>
    </form>
  );
}

/** Fewer than any year's notice since 2008 has had. */
const FEW_HOLIDAYS = 6;

/** The year as the rows that can be read so far would have it, between its neighbours as they are known. */
function monthsWith(entry: NoticeEntry, read: readonly ReadRow[], book: ClauseBook) {
  const { year } = entry;
  if (!Number.isInteger(year) || year < 1990 || year > 2200) return [];
  const draft = {
    year,
    number: entry.number,
    holidays: read.flatMap((row) => ("holiday" in row ? [row.holiday] : [])),
  };
  const others = noticesInForce(book.notices).filter((notice) => notice.year !== year);
  return monthsOf(year, draft, marksOf([...others, draft].sort((a, b) => a.year - b.year)));
}

/** To where something has to change. */
function focusOn(failure: EnterNoticeFailure): void {
  const id =
    "row" in failure
      ? cellId(
          failure.row,
          "field" in failure ? failure.field : WORK_KINDS.has(failure.kind) ? "work" : "from",
        )
      : failure.kind === "numberMissing" || failure.kind === "tooLong"
        ? "notice-number"
        : failure.kind === "noHolidays"
          ? cellId(0, "from")
          : "notice-year";
  document.getElementById(id)?.focus();
}

const WORK_KINDS: ReadonlySet<EnterNoticeFailure["kind"]> = new Set([
  "workInsideHoliday",
  "dateBothOffAndWork",
  "workOnWeekday",
  "workTwice",
]);

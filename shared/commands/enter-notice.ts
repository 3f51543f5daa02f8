import { groupBy } from "../lib/group-by.ts";
import { epochMs, formatWall, type Instant } from "../lib/instants.ts";
import { must } from "../lib/must.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import type { RecordData, Stored } from "../records/index.ts";
import {
  dueMoves,
  type DueMove,
  type DueMoves,
  type DueSide,
  type OpenCase,
} from "../rules/calendar/due-moves.ts";
import type { HolidayNotice } from "../rules/calendar/holidays/notice.ts";
import { readNotice, type NoticeFailure } from "../rules/calendar/read-notice.ts";
import type { ClauseBook } from "../rules/clauses/clause-book.ts";
import { change, create, type Edit } from "./edit.ts";

/** What stands in the form: the days as they were typed. */
export type NoticeEntry = Pick<RecordData<"holidayNotice">, "year" | "number" | "holidays"> & {
  readonly note: string;
};

export type EnterNoticeFailure =
  | NoticeFailure
  /** Somebody typed in a notice of this year already: it is changed, not doubled. */
  | { readonly kind: "yearTaken"; readonly noticeId: string; readonly number: string }
  | { readonly kind: "tooLong" };

export interface NoticeContext {
  readonly now: Instant;
  readonly book: ClauseBook;
  readonly open: readonly OpenCase[];
  /** The notice that is being changed; undefined for a new one. */
  readonly replaces: Stored<"holidayNotice"> | undefined;
}

export interface NoticePreview extends DueMoves {
  readonly notice: HolidayNotice;
}

/** What a notice would do to the due times of open incidents, before anything is saved (clocks R10). */
export function previewNotice(
  entry: NoticeEntry,
  { now, book, open, replaces }: NoticeContext,
): Result<NoticePreview, EnterNoticeFailure> {
  const notice = readNotice(entry);
  if (!notice.ok) return notice;
  const id = replaces?.id ?? NEW_ID;
  const twin = book.notices.find((other) => other.id !== id && other.data.year === entry.year);
  if (twin !== undefined) return fail({ kind: "yearTaken", noticeId: twin.id, number: twin.data.number });
  if (texts(entry).some((text) => text.length > LINE_LIMIT)) return fail({ kind: "tooLong" });
  const others = book.notices.filter((other) => other.id !== id);
  const after = {
    ...book,
    notices: [...others, { type: "holidayNotice" as const, id, data: dataOf(entry) }],
  };
  return ok({ notice: notice.value, ...dueMoves(open, book, after, epochMs(now)) });
}

/**
 * Saves a holiday notice that the office typed in, and logs what it moved: one `recomputed` line on each incident
 * whose due times changed, and all of them on the notice itself (clocks §2 rule 4, R10). Verdicts of closed incidents
 * stay as they are. Source of the words: the incident's card and the notice are read by Chinese-speaking clerks.
 */
export function enterNotice(
  entry: NoticeEntry,
  context: NoticeContext & {
    /** One for the notice, and one for each incident of the preview's `moved`. */
    readonly ids: readonly string[];
    readonly by: string;
  },
): Result<Edit[], EnterNoticeFailure> {
  const preview = previewNotice(entry, context);
  if (!preview.ok) return preview;
  const { now, ids, by, replaces } = context;
  const { moved, settled } = preview.value;
  const data = dataOf(entry);
  const effect = effectText(moved, settled.length, now);
  const noticeEdit =
    replaces === undefined
      ? create("holidayNotice", must(ids[0], "an id for the notice"), { ...data, effect })
      : change("holidayNotice", replaces.id, {
          ...data,
          note: data.note ?? null,
          effect: [effect, replaces.data.effect ?? ""].join("\n").trim().slice(0, EFFECT_LIMIT),
        });
  const byIncident = groupBy(moved, ({ incidentId }) => incidentId);
  const events = [...byIncident].map(([incidentId, moves], i) =>
    create("incidentEvent", must(ids[i + 1], "an id for every incident that moved"), {
      incidentId,
      kind: "recomputed",
      at: now,
      recordedAt: now,
      ...(by.trim() === "" ? {} : { by: by.trim() }),
      proof: entry.number.trim(),
      note: `按${entry.year}年放假通知重算时限：${moves.map(moveText).join("；")}`,
    }),
  );
  return ok([noticeEdit, ...events]);
}

/** Before it has an id of its own. Sorts after every desk's. */
const NEW_ID = "~";
const LINE_LIMIT = 500;
/** Of a long text. */
const EFFECT_LIMIT = 200_000;

function dataOf({ year, number, holidays, note }: NoticeEntry): RecordData<"holidayNotice"> {
  const rows = holidays.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, text]) => (text.trim() === "" ? [] : [[key, text.trim()]])),
    ),
  );
  return {
    year,
    number: number.trim(),
    holidays: rows.filter((row) => Object.keys(row).length > 0),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
}

function texts({ number, holidays }: NoticeEntry): string[] {
  return [number, ...holidays.flatMap((row) => Object.values(row))];
}

function effectText(moved: readonly DueMove[], settled: number, now: Instant): string {
  const incidents = new Set(moved.map(({ incidentId }) => incidentId)).size;
  const lines = moved.map((move) => `${move.number === "" ? move.title : move.number} ${moveText(move)}`);
  const head =
    moved.length === 0 ? "未结故障的时限没有变动" : `${incidents} 起未结故障的 ${moved.length} 个时限变动`;
  const certain = settled === 0 ? "" : `，另有 ${settled} 个时限不变、不再是预估`;
  return [`${formatWall(now)} 登记：${head}${certain}`, ...lines].join("\n");
}

function moveText({ clauseName, before, after }: DueMove): string {
  return `${clauseName} ${sideText(before)} → ${sideText(after)}`;
}

function sideText({ dueAt, provisional }: DueSide): string {
  return `${dueAt === undefined ? "无应完成时间" : formatWall(dueAt)}${provisional ? "（预估）" : ""}`;
}

import { isDate, type CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Letter, Stored } from "../../records/index.ts";
import { change, create, type Edit } from "../edit.ts";
import { LINE_LIMIT, said, toldDayFailure } from "./told-day.ts";

/** A letter as it came in; empty texts are not known. */
export interface LetterEntry {
  readonly contractId: string;
  readonly kind: Letter["kind"];
  readonly subject: string;
  readonly theirNumber: string;
  readonly letterDate: CalendarDate;
  readonly receivedDate: CalendarDate | undefined;
  /** Calendar days; undefined: as the letter does not say, two weeks for one that urges acceptance. */
  readonly answerDays: number | undefined;
  readonly moduleIds: readonly string[];
  readonly note: string;
}

export interface LetterFailure {
  readonly field: keyof LetterEntry;
  readonly kind: "missing" | "notADate" | "inTheFuture" | "receivedBeforeDated" | "notADayCount" | "tooLong";
}

/** Every wrong field, not only the first; asked before a number is taken. */
export function letterFailures(entry: LetterEntry, now: Instant): readonly LetterFailure[] {
  const today = dateOf(epochMs(now));
  const failures: LetterFailure[] = [];
  const wrong = (field: LetterFailure["field"], kind: LetterFailure["kind"]): void => {
    failures.push({ field, kind });
  };
  for (const field of ["contractId", "subject"] as const)
    if (entry[field].trim() === "") wrong(field, "missing");
  for (const field of ["subject", "theirNumber"] as const) {
    if (entry[field].length > LINE_LIMIT) wrong(field, "tooLong");
  }
  const { letterDate, receivedDate, answerDays } = entry;
  const wrongDate = letterDate === "" ? "missing" : toldDayFailure(letterDate, today);
  if (wrongDate !== undefined) wrong("letterDate", wrongDate);
  if (receivedDate !== undefined) {
    const wrongReceipt = toldDayFailure(receivedDate, today);
    if (wrongReceipt !== undefined) wrong("receivedDate", wrongReceipt);
    else if (isDate(letterDate) && receivedDate < letterDate) wrong("receivedDate", "receivedBeforeDated");
  }
  if (answerDays !== undefined && !(Number.isInteger(answerDays) && answerDays >= 1 && answerDays <= 365))
    wrong("answerDays", "notADayCount");
  return failures;
}

/** Registers a letter so that the office is never caught out by its deadline (checklist F14). */
export function recordLetter(
  entry: LetterEntry,
  context: { readonly now: Instant; readonly id: string; readonly number: string },
): Result<Edit[], readonly LetterFailure[]> {
  const failures = letterFailures(entry, context.now);
  if (failures.length > 0) return fail(failures);
  const { contractId, kind, letterDate, receivedDate, answerDays, moduleIds } = entry;
  const letter: Letter = {
    contractId,
    number: context.number,
    kind,
    subject: entry.subject.trim(),
    letterDate,
    ...(receivedDate === undefined ? {} : { receivedDate }),
    ...(answerDays === undefined ? {} : { answerDays }),
    ...(moduleIds.length === 0 ? {} : { moduleIds: [...moduleIds] }),
    ...said({ theirNumber: entry.theirNumber, note: entry.note }),
  };
  return ok([create("letter", context.id, letter)]);
}

export type AnswerLetterFailure =
  | { readonly kind: "notADate" | "inTheFuture" | "beforeLetter" | "answerMissing" }
  | { readonly kind: "alreadyAnswered"; readonly day: CalendarDate };

/** What we answered and when. A letter is answered once; a slip is corrected on the record. */
export function answerLetter(
  told: { readonly day: CalendarDate; readonly answer: string },
  context: { readonly now: Instant; readonly letter: Stored<"letter"> },
): Result<Edit[], AnswerLetterFailure> {
  const { id, data } = context.letter;
  if (data.answeredDate !== undefined) return fail({ kind: "alreadyAnswered", day: data.answeredDate });
  const wrongDay = toldDayFailure(told.day, dateOf(epochMs(context.now)));
  if (wrongDay !== undefined) return fail({ kind: wrongDay });
  if (told.day < data.letterDate) return fail({ kind: "beforeLetter" });
  if (told.answer.trim() === "") return fail({ kind: "answerMissing" });
  return ok([change("letter", id, { answeredDate: told.day, answer: told.answer.trim() })]);
}

import { BOOK_TYPES, type ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import type { RecordType, Stored } from "../../../shared/records/index.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Reader } from "../reader.ts";
import type { Store } from "../store.ts";
import { FileReader } from "./file-reader.ts";
import { scoreFiles, type Scored } from "./score-files.ts";

/** Scores these incidents on a connection of one's own, wherever that is: in the worker, or beside a test. */
export async function scoreWork(
  store: Store,
  question: ScoreQuestion,
  ids: readonly string[],
  onRead: (count: number) => void,
): Promise<Scored> {
  const files = new FileReader(store);
  const book = await bookOf(await files.open());
  return scoreFiles(files.files(ids), book, question, onRead);
}

async function bookOf(reader: Reader): Promise<ClauseBook> {
  const read = new Map<RecordType, readonly Stored[]>();
  for (const type of BOOK_TYPES) read.set(type, await reader.all(type));
  // What was read under a type is of that type.
  const all = <T extends RecordType>(type: T): readonly Stored<T>[] =>
    (read.get(type) ?? []) as unknown as readonly Stored<T>[];
  return {
    contracts: all("contract"),
    terms: all("term"),
    clauses: all("clause"),
    rulings: all("ruling"),
    calendars: all("calendar"),
    notices: all("holidayNotice"),
    systems: all("system"),
  };
}

import { BOOK_TYPES, type ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import type { RecordType, Stored } from "../../../shared/records/index.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Reader } from "../reader.ts";
import type { Store } from "../store.ts";
import { FileReader } from "./file-reader.ts";
import { WHOLE, type Part } from "./parts.ts";
import { scoreFiles, type Scored } from "./score-files.ts";

/** A store opened for a question: what was promised is read, the incidents are not. */
export interface ScoreDesk {
  score(ids: readonly string[], part: Part, onRead: (count: number) => void): Promise<Scored>;
}

/** On a connection of one's own, wherever that is: in a worker, or beside a test. */
export async function openScores(store: Store, question: ScoreQuestion): Promise<ScoreDesk> {
  const files = new FileReader(store);
  const book = await bookOf(await files.open());
  return { score: (ids, part, onRead) => scoreFiles(files.files(ids, part), book, question, onRead) };
}

/** Scores these incidents from the beginning to the end. */
export async function scoreWork(
  store: Store,
  question: ScoreQuestion,
  ids: readonly string[],
  onRead: (count: number) => void,
): Promise<Scored> {
  return (await openScores(store, question)).score(ids, WHOLE, onRead);
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

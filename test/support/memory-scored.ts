import { scoreFiles, type Scored } from "../../renderer/db/scoring/score-files.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import type { ScoredFile } from "../../shared/rules/scores/assess.ts";
import type { ScoreQuestion } from "../../shared/rules/scores/question.ts";

/** Scores what a desk in memory holds. */
export function memoryScored(
  all: <T extends RecordType>(type: T) => readonly Stored<T>[],
  question: ScoreQuestion,
  ids: readonly string[],
  onRead: (count: number) => void,
): Promise<Scored> {
  const wanted = new Set(ids);
  const files = all("incident")
    .filter(({ id }) => wanted.has(id))
    .map(({ id, data }): ScoredFile => {
      const events = all("incidentEvent").filter((event) => event.data.incidentId === id);
      const verdicts = all("verdict").filter((verdict) => verdict.data.incidentId === id);
      return { id, incident: data, events: events.map((event) => event.data), verdicts };
    });
  const book = {
    contracts: all("contract"),
    terms: all("term"),
    clauses: all("clause"),
    rulings: all("ruling"),
    calendars: all("calendar"),
    notices: all("holidayNotice"),
    systems: all("system"),
  };
  return scoreFiles(once(files), book, question, onRead);
}

async function* once<V>(value: V): AsyncGenerator<V> {
  yield await Promise.resolve(value);
}

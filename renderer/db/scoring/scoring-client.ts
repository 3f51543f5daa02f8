import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Score } from "../../../shared/rules/scores/score.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { IncidentIndex } from "../desk.ts";
import type { Request, Response } from "./messages.ts";
import { reportedIds } from "./reported-ids.ts";
import { mergeBehind } from "./parts.ts";
import type { Scored } from "./score-files.ts";
import type { BehindFigure, Figure, Scoring, ScoringProgress, ScoringRun } from "./scoring.ts";

/** Fewer are scored by one worker sooner than two have divided them. */
const SHARED_FROM = 4000;

/** Workers for each question, ended with it: two that share it where the machine has two processors. */
export function workerScoring(storeName: string, incidents: IncidentIndex): Scoring {
  return { start: (question, onProgress) => new WorkerRun(storeName, incidents, question, onProgress) };
}

class WorkerRun implements ScoringRun {
  readonly card: Promise<Scorecard | undefined>;
  #workers = Array.from(
    { length: Math.min(2, navigator.hardwareConcurrency) },
    () => new Worker(new URL("./scoring.worker.ts", import.meta.url), { type: "module" }),
  );
  readonly #waiting = new Map<number, (answer: BehindFigure) => void>();
  #last = 0;
  #isClosed = false;
  #stopped: () => void = () => undefined;

  constructor(
    storeName: string,
    incidents: IncidentIndex,
    question: ScoreQuestion,
    onProgress: (progress: ScoringProgress) => void,
  ) {
    for (const worker of this.#workers)
      worker.postMessage({ openStore: storeName, question } satisfies Request);
    this.card = this.#run(incidents, question, onProgress);
  }

  async behind(figure: Figure, from: number, to: number): Promise<BehindFigure> {
    // What came back is known of all parts together.
    const asked = figure.of === "recurred" ? this.#workers.slice(0, 1) : this.#workers;
    const parts = await Promise.all(asked.map((worker) => this.#ask(worker, figure, to)));
    return mergeBehind(parts, from, to);
  }

  close(): void {
    this.#isClosed = true;
    for (const worker of this.#workers) worker.terminate();
    this.#stopped();
  }

  async #run(
    incidents: IncidentIndex,
    question: ScoreQuestion,
    onProgress: (progress: ScoringProgress) => void,
  ): Promise<Scorecard | undefined> {
    const ids = await reportedIds(incidents, question, () => this.#isClosed);
    if (this.#isClosed) return undefined;
    if (ids.length < SHARED_FROM) for (const worker of this.#workers.splice(1)) worker.terminate();
    return new Promise((resolve, reject) => {
      const total = ids.length;
      const scores: Score[] = [];
      let done = 0;
      this.#stopped = () => resolve(undefined);
      const [first] = this.#workers;
      const gather = (): void => {
        if (scores.length === this.#workers.length - 1)
          first?.postMessage({ others: scores } satisfies Request);
      };
      for (const [n, worker] of this.#workers.entries()) {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }: MessageEvent<Response>) => {
          if ("read" in data) {
            done += data.read;
            onProgress({ done, total });
          } else if ("score" in data) {
            scores.push(data.score);
            gather();
          } else if ("card" in data) resolve(data.card);
          else if ("failed" in data) reject(new Error(data.failed));
          else {
            this.#waiting.get(data.no)?.(data.answer);
            this.#waiting.delete(data.no);
          }
        };
        worker.postMessage({ ids, part: { n, of: this.#workers.length } } satisfies Request);
      }
      gather();
    });
  }

  #ask(worker: Worker, figure: Figure, to: number): Promise<BehindFigure> {
    return new Promise((resolve) => {
      this.#last += 1;
      this.#waiting.set(this.#last, resolve);
      worker.postMessage({ no: this.#last, figure, from: 0, to } satisfies Request);
    });
  }
}

/** The same beside the caller, where there are no workers: in unit tests. */
export function inlineScoring(
  incidents: IncidentIndex,
  work: (question: ScoreQuestion, ids: readonly string[], onRead: (count: number) => void) => Promise<Scored>,
): Scoring {
  return {
    start: (question, onProgress) => {
      const closing = new AbortController();
      const isClosed = (): boolean => closing.signal.aborted;
      const score = async (): Promise<Scored | undefined> => {
        const ids = await reportedIds(incidents, question, isClosed);
        if (isClosed()) return undefined;
        let done = 0;
        return work(question, ids, (count) => {
          done += count;
          onProgress({ done, total: ids.length });
        });
      };
      const scored = score();
      return {
        card: scored.then((finished) => (isClosed() ? undefined : finished?.card([]))),
        behind: async (figure, from, to) =>
          (await scored)?.behind(figure, from, to) ?? { count: 0, incidents: [] },
        close: () => closing.abort(),
      };
    },
  };
}

import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { IncidentIndex } from "../desk.ts";
import type { Request, Response } from "./messages.ts";
import { reportedIds } from "./reported-ids.ts";
import type { Scored } from "./score-files.ts";
import type { BehindFigure, Scoring, ScoringProgress, ScoringRun } from "./scoring.ts";

/** One worker for each question, ended with it. */
export function workerScoring(storeName: string, incidents: IncidentIndex): Scoring {
  return { start: (question, onProgress) => new WorkerRun(storeName, incidents, question, onProgress) };
}

class WorkerRun implements ScoringRun {
  readonly card: Promise<Scorecard | undefined>;
  readonly #worker = new Worker(new URL("./scoring.worker.ts", import.meta.url), { type: "module" });
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
    this.card = this.#run(storeName, incidents, question, onProgress);
  }

  behind(figure: Parameters<ScoringRun["behind"]>[0], from: number, to: number): Promise<BehindFigure> {
    return new Promise((resolve) => {
      this.#last += 1;
      this.#waiting.set(this.#last, resolve);
      this.#worker.postMessage({ no: this.#last, figure, from, to } satisfies Request);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#worker.terminate();
    this.#stopped();
  }

  async #run(
    storeName: string,
    incidents: IncidentIndex,
    question: ScoreQuestion,
    onProgress: (progress: ScoringProgress) => void,
  ): Promise<Scorecard | undefined> {
    const ids = await reportedIds(incidents, question, () => this.#isClosed);
    if (this.#isClosed) return undefined;
    return new Promise((resolve, reject) => {
      const total = ids.length;
      let done = 0;
      this.#stopped = () => resolve(undefined);
      this.#worker.onerror = (event) => reject(new Error(event.message));
      this.#worker.onmessage = ({ data }: MessageEvent<Response>) => {
        if ("read" in data) {
          done += data.read;
          onProgress({ done, total });
        } else if ("card" in data) resolve(data.card);
        else if ("failed" in data) reject(new Error(data.failed));
        else {
          this.#waiting.get(data.no)?.(data.answer);
          this.#waiting.delete(data.no);
        }
      };
      this.#worker.postMessage({ openStore: storeName, question, ids } satisfies Request);
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
        card: scored.then((finished) => (isClosed() ? undefined : finished?.card)),
        behind: async (figure, from, to) =>
          (await scored)?.behind(figure, from, to) ?? { count: 0, incidents: [] },
        close: () => closing.abort(),
      };
    },
  };
}

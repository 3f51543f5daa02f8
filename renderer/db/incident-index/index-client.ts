import type { IncidentColumn, IncidentIndex, IncidentQuery, IncidentView } from "../desk.ts";
import type { Answers, Question, Request, Response } from "./messages.ts";

/** Puts a question to the list, wherever it runs. */
export type Ask = <K extends Question["kind"]>(
  question: Extract<Question, { kind: K }>,
) => Promise<Answers[K]>;

/** The incident list as the window sees it. */
export function incidentIndex(ask: Ask): IncidentIndex {
  return {
    async query(query: IncidentQuery): Promise<IncidentView> {
      const { view, count, total } = await ask<"query">({ kind: "query", query });
      return { count, total, rows: (from, to) => ask<"rows">({ kind: "rows", view, from, to }) };
    },
    values: (column: IncidentColumn) => ask<"values">({ kind: "values", column }),
    open: (limit: number) => ask<"open">({ kind: "open", limit }),
    ready: async () => {
      await ask<"ready">({ kind: "ready" });
    },
  };
}

/** Starts the worker. `changed` is called when the list has taken in something that was written. */
export function startIndexWorker(storeName: string, changed: () => void): { ask: Ask; close: () => void } {
  const worker = new Worker(new URL("./index.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.onmessage = (event: MessageEvent<Response>) => {
    const response = event.data;
    if ("changed" in response) {
      changed();
      return;
    }
    const asked = waiting.get(response.no);
    waiting.delete(response.no);
    if ("error" in response) asked?.reject(new Error(response.error));
    else asked?.resolve(response.answer);
  };
  worker.postMessage({ openStore: storeName } satisfies Request);
  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      last += 1;
      // The worker answers each kind of question with its own kind of answer: `Answers` says which.
      waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject });
      worker.postMessage({ no: last, question } satisfies Request);
    });
  return { ask, close: () => worker.terminate() };
}

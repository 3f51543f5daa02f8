import type { RecordType } from "../../../shared/records/index.ts";
import type { IncidentColumn, IncidentIndex, ListIndex } from "../desk.ts";
import type { Notices } from "../notices.ts";
import type { Answers, Question, Request, Response } from "./messages.ts";

/** Puts a question to the lists, wherever they run. */
export type Ask = <K extends Question["kind"]>(
  question: Extract<Question, { kind: K }>,
) => Promise<Answers[K]>;

/** The list of one type as the window sees it. */
export function listIndex(ask: Ask, type: RecordType): ListIndex {
  return {
    async query(query) {
      const { view, count, total, first } = await ask<"query">({ kind: "query", type, query });
      return {
        count,
        total,
        first,
        rows: (from, to) =>
          Math.min(to, count) <= first.length
            ? Promise.resolve(first.slice(from, to))
            : ask<"rows">({ kind: "rows", view, from, to }),
        ids: (from, to) => ask<"ids">({ kind: "ids", view, from, to }),
        texts: (column, from, to) => ask<"texts">({ kind: "texts", view, column, from, to }),
      };
    },
    values: (column) => ask<"values">({ kind: "values", type, column }),
    ready: async () => {
      await ask<"ready">({ kind: "ready", type });
    },
  };
}

/** The incident list, and what only it is asked. */
export function incidentIndex(ask: Ask): IncidentIndex {
  // The columns of the list of incidents are `IncidentColumn`, as `listedIncident` makes sure.
  const list = listIndex(ask, "incident") as ListIndex<IncidentColumn>;
  return {
    ...list,
    open: async (limit) => {
      const view = await list.query({
        search: "",
        filters: { status: ["pending", "inProgress", "onHold"], imported: [""] },
        sort: { column: "reportedAt", descending: false },
      });
      return (await view.rows(0, limit)).map(({ id }) => id);
    },
  };
}

/** The lists, wherever they run. */
export interface Lists {
  readonly ask: Ask;
  /** Has them read the store and follow what is written; they tell `notices` when they have taken something in. */
  readonly open: (storeName: string, notices: Notices) => void;
  readonly close: () => void;
}

/**
 * Starts the worker before there is a store for it: a browser takes a fifth of a second to fetch and run its script, and
 * longer when the window draws meanwhile.
 */
export function startIndexWorker(): Lists {
  const worker = new Worker(new URL("./index.worker.ts", import.meta.url), { type: "module" });
  let notices: Notices | undefined;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.onmessage = (event: MessageEvent<Response>) => {
    const response = event.data;
    if ("changed" in response) {
      // It heard of the write by the channel, as all windows do; the lists on screen now ask again.
      notices?.tellHere({ touched: response.changed, records: [] });
      return;
    }
    const asked = waiting.get(response.no);
    waiting.delete(response.no);
    if ("error" in response) asked?.reject(new Error(response.error));
    else asked?.resolve(response.answer);
  };
  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      last += 1;
      // The worker answers each kind of question with its own kind of answer: `Answers` says which.
      waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject });
      worker.postMessage({ no: last, question } satisfies Request);
    });
  return {
    ask,
    open: (storeName, told) => {
      notices = told;
      worker.postMessage({ openStore: storeName } satisfies Request);
    },
    close: () => worker.terminate(),
  };
}

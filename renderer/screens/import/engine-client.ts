import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { Answered, Asked, Question, Questions } from "./engine-protocol.ts";

/** Reading one file may take this long; after that the worker is killed (checklist: never more than 30 s). */
const PATIENCE_MS = 30_000;

export type EngineFailure =
  /** No answer in time: the worker was killed and the file has to be chosen again. */
  | { readonly kind: "tooSlow" }
  /** The worker broke down, most likely for want of memory. */
  | { readonly kind: "broken"; readonly detail: string }
  /** The user closed the wizard or chose another file. */
  | { readonly kind: "stopped" };

export interface ImportEngine {
  /** Answers come in the order of the questions. */
  readonly ask: <Q extends Question>(
    question: Q,
    ask: Questions[Q]["ask"],
  ) => Promise<Result<Questions[Q]["answer"], EngineFailure>>;
  /** Ends the worker at once, whatever it is doing. Every open question is answered `stopped`. */
  readonly stop: () => void;
}

/** The part of a Worker that the client needs: tests hand in their own. */
export interface WorkerPort {
  postMessage: (message: Asked) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Answered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Starts the reader of one file in a worker of its own, so that a hostile file can be ended with it. */
export function startImportEngine(
  worker: WorkerPort = new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" }),
  patienceMs = PATIENCE_MS,
): ImportEngine {
  const open = new Map<number, (answer: Result<never, EngineFailure> | Result<unknown, never>) => void>();
  let no = 0;
  let ended: EngineFailure | undefined;

  const end = (failure: EngineFailure): void => {
    if (ended !== undefined) return;
    ended = failure;
    worker.terminate();
    for (const settle of open.values()) settle(fail(failure));
    open.clear();
  };
  worker.onmessage = ({ data }) => {
    const settle = open.get(data.no);
    open.delete(data.no);
    if ("answer" in data) settle?.(ok(data.answer));
    else settle?.(fail({ kind: "broken", detail: data.error }));
  };
  worker.onerror = (event) => end({ kind: "broken", detail: event.message });

  return {
    ask: (question, ask) =>
      new Promise((resolve) => {
        if (ended !== undefined) {
          resolve(fail(ended));
          return;
        }
        const mine = (no += 1);
        const timer = setTimeout(() => end({ kind: "tooSlow" }), patienceMs);
        open.set(mine, (answer) => {
          clearTimeout(timer);
          // The worker answers each question with its own kind of answer: see engine-session.ts.
          resolve(answer as never);
        });
        // One of `Asked`: the pair is right because `ask` has the type of `question`.
        worker.postMessage({ no: mine, question, ask } as Asked);
      }),
    stop: () => end({ kind: "stopped" }),
  };
}

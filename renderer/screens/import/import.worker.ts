import type { Answered, Asked } from "./engine-protocol.ts";
import { importSession } from "./engine-session.ts";

// A spreadsheet must not be able to plant a property on every object of the reader (security §3).
Object.freeze(Object.prototype);

const session = importSession();

onmessage = ({ data }: MessageEvent<Asked>): void => {
  try {
    const answer = answerTo(data);
    // A file made here is handed over, not copied.
    const handOver = answer instanceof Uint8Array ? [answer.buffer] : [];
    send({ no: data.no, answer }, handOver);
  } catch (error) {
    send({ no: data.no, error: error instanceof Error ? error.message : String(error) }, []);
  }
};

function answerTo(asked: Asked): unknown {
  // `Asked` pairs each question with its own `ask`; the compiler loses the pair when it indexes.
  const answer = session[asked.question] as (ask: Asked["ask"]) => unknown;
  return answer(asked.ask);
}

function send(answered: Answered, handOver: Transferable[]): void {
  // `self` is the worker: the room's types are those of a window, whose postMessage takes an origin.
  (self as unknown as Worker).postMessage(answered, handOver);
}

import type { Answered, Asked } from "./engine-protocol.ts";
import { importSession } from "./engine-session.ts";

// A spreadsheet must not be able to plant a property on every object of the reader (security §3).
Object.freeze(Object.prototype);

const session = importSession();

onmessage = ({ data }: MessageEvent<Asked>): void => void answer(data);

async function answer(asked: Asked): Promise<void> {
  const { no } = asked;
  try {
    const answered = await answerTo(asked);
    // A file made here is handed over, not copied.
    send({ no, answer: answered }, answered instanceof Uint8Array ? [answered.buffer] : []);
  } catch (error) {
    send({ no, error: error instanceof Error ? error.message : String(error) }, []);
  }
}

function answerTo(asked: Asked): unknown {
  // `Asked` pairs each question with its own `ask`; the compiler loses the pair when it indexes.
  const toAsked = session[asked.question] as (ask: Asked["ask"]) => unknown;
  return toAsked(asked.ask);
}

function send(answered: Answered, handOver: Transferable[]): void {
  // `self` is the worker: the room's types are those of a window, whose postMessage takes an origin.
  (self as unknown as Worker).postMessage(answered, handOver);
}

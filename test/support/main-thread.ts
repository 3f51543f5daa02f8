import type { CDPSession, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A trace of minutes would not fit into the browser's buffer, nor into one text. */
const SLICE_MS = 10_000;

/**
 * Milliseconds of the processor that the page's main thread spent at most without a pause while `work` ran. Not of the
 * clock: a loaded machine makes a task late, not long. Long work is looked at in slices; what falls between two, some
 * milliseconds, is not seen.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let [longest, isOver] = [0, false];
  const working = work().finally(() => (isOver = true));
  const over = working.catch(() => undefined);
  try {
    do longest = Math.max(longest, await longestWhile(session, over));
    while (!hasEnded());
    await working;
  } finally {
    await session.detach();
  }
  return longest;

  function hasEnded(): boolean {
    return isOver;
  }
}

/** Of one slice, or of less where `over` comes sooner. */
async function longestWhile(session: CDPSession, over: Promise<void>): Promise<number> {
  await session.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([over, new Promise((later) => (timer = setTimeout(later, SLICE_MS)))]);
  clearTimeout(timer);
  const complete = new Promise<{ readonly stream?: string; readonly dataLossOccurred: boolean }>((done) =>
    session.once("Tracing.tracingComplete", done),
  );
  await session.send("Tracing.end");
  const { stream: handle, dataLossOccurred } = await complete;
  if (handle === undefined || dataLossOccurred) throw new Error("the browser gave no whole trace");
  let text = "";
  for (let eof = false; !eof;) {
    const piece = await session.send("IO.read", { handle });
    text += piece.base64Encoded === true ? Buffer.from(piece.data, "base64").toString() : piece.data;
    eof = piece.eof;
  }
  await session.send("IO.close", { handle });
  return longestOf((JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents);
}

/** Of every page's process: whoever measures has one page open. */
function longestOf(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  if (mains.size === 0) throw new Error("the trace has no main thread");
  let longest = 0;
  for (const { ph, pid, tid, tdur = 0 } of events)
    if (ph === "X" && mains.has(`${pid}:${tid}`)) longest = Math.max(longest, tdur / 1000);
  return longest;
}

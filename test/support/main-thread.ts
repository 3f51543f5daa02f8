import type { Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Milliseconds of the processor that the page's main thread spent at most without a pause while `work` ran. Not of the
 * clock: a loaded machine makes a task late, not long.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await work();
  const complete = new Promise<string | undefined>((done) =>
    session.once("Tracing.tracingComplete", ({ stream }) => done(stream)),
  );
  await session.send("Tracing.end");
  const handle = await complete;
  if (handle === undefined) throw new Error("the browser gave no trace");
  let text = "";
  for (let eof = false; !eof;) {
    const piece = await session.send("IO.read", { handle });
    text += piece.base64Encoded === true ? Buffer.from(piece.data, "base64").toString() : piece.data;
    eof = piece.eof;
  }
  await session.detach();
  return longestOf((JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents);
}

/** Of every page's process: whoever measures has one page open. */
function longestOf(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = events.filter(({ ph, pid, tid }) => ph === "X" && mains.has(`${pid}:${tid}`));
  if (tasks.length === 0) throw new Error("the trace has no main thread");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

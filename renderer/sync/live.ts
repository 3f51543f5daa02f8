import { zPulled } from "../../shared/sync/wire.ts";
import { Backoff } from "./backoff.ts";

/** As much of `fetch` as following needs: an answer whose body can be read while it is still coming. */
export type LiveFetch = (
  path: string,
  init: { readonly signal: AbortSignal },
) => Promise<{
  readonly status: number;
  readonly body: ReadableStream<Uint8Array> | null;
  json(): Promise<unknown>;
}>;

export interface LiveTimes {
  /** The service says something every 20 s: a longer silence means that something in between keeps it back. */
  readonly silenceMs: number;
  /** How long to ask in turns, where a stream does not come through, before it is tried again. */
  readonly askingMs: number;
  /** Between two questions that were answered at once. */
  readonly pauseMs: number;
  readonly retryMs: { readonly first: number; readonly longest: number };
}

const USUAL: LiveTimes = {
  silenceMs: 50_000,
  askingMs: 10 * 60_000,
  pauseMs: 1000,
  retryMs: { first: 2000, longest: 60_000 },
};

interface LiveParts {
  readonly fetchLive: LiveFetch;
  /** How far this desk has read. */
  readonly cursor: () => Promise<number>;
  /** The service has something up to here; undefined where it is not heard any more. */
  readonly heard: (newest: number | undefined) => void;
  readonly random: () => number;
  readonly times?: Partial<LiveTimes>;
}

/**
 * Hears of the service when there is something new, until `stopped`: by its stream of server-sent events, and where that
 * does not come through (a proxy that keeps everything back), by questions that are answered when there is something.
 * What fails is tried again, later each time: the loop of rounds looks for itself meanwhile.
 */
export async function followLive(parts: LiveParts, stopped: AbortSignal): Promise<void> {
  const times = { ...USUAL, ...parts.times };
  const backoff = new Backoff(times.retryMs, parts.random);
  while (!stopped.aborted) {
    const ended = await readStream(parts, times, stopped, () => backoff.reset());
    if (ended === "failed") parts.heard(undefined);
    if (ended === "silent") await askInTurns(parts, times, stopped);
    else if (ended === "failed") await pause(backoff.next(), stopped);
    // The service ends a stream now and then, so that rights are judged again.
    else await pause(times.pauseMs, stopped);
  }
}

async function readStream(
  { fetchLive, heard }: LiveParts,
  { silenceMs }: LiveTimes,
  stopped: AbortSignal,
  works: () => void,
): Promise<"ended" | "silent" | "failed"> {
  const given = new AbortController();
  const giveUp = (): void => given.abort();
  stopped.addEventListener("abort", giveUp, { once: true });
  const silence = (): void => given.abort(SILENT);
  let timer = setTimeout(silence, silenceMs);
  try {
    const answer = await fetchLive("/api/live", { signal: given.signal });
    if (answer.status !== 200 || answer.body === null) return "failed";
    const reader = answer.body.getReader();
    const text = new TextDecoder();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return "ended";
      works();
      clearTimeout(timer);
      timer = setTimeout(silence, silenceMs);
      const lines = (rest + text.decode(value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const newest = /^data: (\d{1,15})$/.exec(line)?.[1];
        if (newest !== undefined) heard(Number(newest));
      }
      // Nothing of the service's is that long.
      if (rest.length > LONGEST_LINE) return "failed";
    }
  } catch {
    return given.signal.reason === SILENT ? "silent" : "failed";
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", giveUp);
    given.abort();
  }
}

const LONGEST_LINE = 1000;
const SILENT = new Error("silent");
const WAIT_S = 25;
/** A question that is still open then got lost on its way. */
const LOST_MS = (WAIT_S + 20) * 1000;

async function askInTurns(parts: LiveParts, times: LiveTimes, stopped: AbortSignal): Promise<void> {
  const until = Date.now() + times.askingMs;
  let newest = 0;
  while (!stopped.aborted && Date.now() < until) {
    const after = Math.max(newest, await parts.cursor());
    const given = new AbortController();
    const giveUp = (): void => given.abort();
    stopped.addEventListener("abort", giveUp, { once: true });
    const timer = setTimeout(giveUp, LOST_MS);
    try {
      const path = `/api/pull?after=${after}&limit=1&wait=${WAIT_S}`;
      const answer = await parts.fetchLive(path, { signal: given.signal });
      if (answer.status !== 200) return;
      newest = zPulled.parse(await answer.json()).cursor;
    } catch {
      return;
    } finally {
      clearTimeout(timer);
      stopped.removeEventListener("abort", giveUp);
    }
    if (newest > after) parts.heard(newest);
    await pause(times.pauseMs, stopped);
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stopped.addEventListener("abort", done, { once: true });
  });
}

import { describe, expect, onTestFinished, test, vi } from "vitest";
import { followLive, type LiveFetch, type LiveTimes } from "../../../renderer/sync/live.ts";

const QUICK: LiveTimes = { silenceMs: 60, askingMs: 200, pauseMs: 5, retryMs: { first: 5, longest: 20 } };

/** Follows a service that answers like this, until the test is over. */
function follow(
  fetchLive: LiveFetch,
  cursor = 0,
): { heard: number[]; told: (number | undefined)[]; stop: () => Promise<void> } {
  const heard: number[] = [];
  const told: (number | undefined)[] = [];
  const tell = (newest: number | undefined): void => {
    told.push(newest);
    if (newest !== undefined) heard.push(newest);
  };
  const stopped = new AbortController();
  const parts = { fetchLive, cursor: async () => Promise.resolve(cursor), random: () => 0, times: QUICK };
  const done = followLive({ ...parts, heard: tell }, stopped.signal);
  const stop = async (): Promise<void> => {
    stopped.abort();
    await done;
  };
  onTestFinished(stop);
  return { heard, told, stop };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = async (): Promise<unknown> => Promise.resolve({});

/** An answer of these pieces that stays open, or ends. */
function stream(pieces: readonly string[], ends: boolean, signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes(piece));
      if (ends) controller.close();
      else signal.addEventListener("abort", () => controller.error(new Error("aborted")));
    },
  });
}

describe("a desk that follows its service", () => {
  test("hears every number, also one that came in two pieces, and nothing else", async () => {
    const { heard } = follow(async (_path, { signal }) =>
      Promise.resolve({
        status: 200,
        json: none,
        body: stream(["retry: 3000\n\nda", "ta: 4", "2\n\n", "data: x\n\ndata: 43\n\n"], false, signal),
      }),
    );
    await vi.waitFor(() => expect(heard).toEqual([42, 43]));
  });

  test("connects again when the stream ends, is refused or cannot be had", async () => {
    let calls = 0;
    const { heard, told } = follow(async (_path, { signal }) => {
      calls += 1;
      if (calls === 1) throw new TypeError("fetch failed");
      if (calls === 2) return Promise.resolve({ status: 401, body: null, json: none });
      return Promise.resolve({ status: 200, json: none, body: stream([`data: ${calls}\n\n`], true, signal) });
    });
    await vi.waitFor(() => expect(heard.slice(0, 2)).toEqual([3, 4]));
    // Not heard, twice: until then rounds come by the clock again.
    expect(told.slice(0, 3)).toEqual([undefined, undefined, 3]);
  });

  test("asks in turns where something keeps the stream back, and tries the stream again later", async () => {
    const paths: string[] = [];
    const { heard } = follow(async (path, { signal }) => {
      paths.push(path.split("?")[0] ?? "");
      if (path === "/api/live")
        return Promise.resolve({ status: 200, json: none, body: stream([], false, signal) });
      const pulled = { changes: [], cursor: 8, more: false };
      return Promise.resolve({ status: 200, body: null, json: async () => Promise.resolve(pulled) });
    }, 7);
    await vi.waitFor(() => expect(heard).toContain(8));
    await vi.waitFor(() => expect(paths.filter((path) => path === "/api/live").length).toBeGreaterThan(1));
    // What was heard is not asked for again.
    expect(heard.filter((newest) => newest === 8).length).toBeLessThan(paths.length);
  });

  test("is not fed an endless line", async () => {
    let calls = 0;
    const { heard, stop } = follow(async (_path, { signal }) => {
      calls += 1;
      return Promise.resolve({
        status: 200,
        json: none,
        body: stream(["data: 1".padEnd(5000, "1")], false, signal),
      });
    });
    await vi.waitFor(() => expect(calls).toBeGreaterThan(1));
    await stop();
    expect(heard).toEqual([]);
  });

  test("asks nothing after it was stopped", async () => {
    let calls = 0;
    const { stop } = follow(async () => {
      calls += 1;
      return Promise.reject(new TypeError("fetch failed"));
    });
    await vi.waitFor(() => expect(calls).toBeGreaterThan(1));
    await stop();
    const before = calls;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(calls).toBe(before);
  });
});

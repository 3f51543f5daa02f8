import { describe, expect, it } from "vitest";
import { startImportEngine, type WorkerPort } from "../../../renderer/screens/import/engine-client.ts";
import type { Asked } from "../../../renderer/screens/import/engine-protocol.ts";

function silentWorker(): WorkerPort & { asked: Asked[]; isTerminated: boolean } {
  return {
    asked: [],
    isTerminated: false,
    onmessage: null,
    onerror: null,
    postMessage(message) {
      this.asked.push(message);
    },
    terminate() {
      this.isTerminated = true;
    },
  };
}

describe("the reader of a file", () => {
  it("is killed when it gives no answer in time, and says that it was too slow", async () => {
    const worker = silentWorker();
    const engine = startImportEngine(worker, 10);
    expect(await engine.ask("held", { format: "xlsx" })).toEqual({ ok: false, failure: { kind: "tooSlow" } });
    expect(worker.isTerminated).toBe(true);
    expect(await engine.ask("held", { format: "xlsx" })).toEqual({ ok: false, failure: { kind: "tooSlow" } });
  });

  it("is killed at once when the user stops it, and every open question is answered", async () => {
    const worker = silentWorker();
    const engine = startImportEngine(worker);
    const open = [engine.ask("held", { format: "xlsx" }), engine.ask("next", { size: 1, restart: true })];
    engine.stop();
    expect(worker.isTerminated).toBe(true);
    const stopped = { ok: false, failure: { kind: "stopped" } };
    expect(await Promise.all(open)).toEqual([stopped, stopped]);
  });

  it("gives each question its own answer, in whatever order they come", async () => {
    const worker = silentWorker();
    const engine = startImportEngine(worker);
    const first = engine.ask("held", { format: "xlsx" });
    const second = engine.ask("next", { size: 1, restart: true });
    worker.onmessage?.({ data: { no: 2, answer: [] } } as MessageEvent<never>);
    worker.onmessage?.({ data: { no: 1, error: "out of memory" } } as MessageEvent<never>);
    expect(await second).toEqual({ ok: true, value: [] });
    expect(await first).toEqual({ ok: false, failure: { kind: "broken", detail: "out of memory" } });
  });
});

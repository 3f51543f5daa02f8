import { get, type IncomingMessage } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { appendAll } from "../../support/append-all.ts";
import { changesOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";

/** The numbers that a follower is told, as they come. */
async function follow(address: string): Promise<{ readonly told: number[]; readonly ended: Promise<void> }> {
  const body = await new Promise<IncomingMessage>((done, failed) => {
    const request = get(`${address}/api/live`, { agent: false }, done);
    request.on("error", failed);
    onTestFinished(() => void request.destroy());
  });
  expect(body.headers["content-type"]).toContain("text/event-stream");
  const told: number[] = [];
  body.setEncoding("utf8");
  body.on("data", (text: string) => {
    for (const [, number] of text.matchAll(/^data: (\d+)$/gm)) told.push(Number(number));
  });
  body.on("error", () => undefined);
  return { told, ended: new Promise((done) => body.once("close", () => done())) };
}

describe("a desk that follows the service", () => {
  test("is told the newest sequence at once, and each time that there is something new", async () => {
    const { app, store } = serviceApp();
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 2));
    const { told } = await follow(address);
    await expect.poll(() => told).toEqual([2]);
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 3, 5));
    await expect.poll(() => told).toEqual([2, 5]);
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 1), "west");
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 6, 6));
    await expect.poll(() => told).toEqual([2, 5, 6]);
  });

  test("hears a heartbeat meanwhile, and is sent away after a while to be judged again", async () => {
    const { app } = serviceApp({ liveTimes: { heartbeatMs: 20, lastingMs: 300 } });
    const { told, ended } = await follow(await app.listen({ host: "127.0.0.1", port: 0 }));
    await ended;
    expect(told.length).toBeGreaterThan(2);
    expect(new Set(told)).toEqual(new Set([0]));
  });

  test("may wait in a pull instead, where events do not get through", async () => {
    const { app, store } = serviceApp();
    const headers = { host: "127.0.0.1:4180" };
    const waiting = app.inject({ url: "/api/pull?after=0&wait=25", headers });
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 2));
    expect((await waiting).json()).toMatchObject({ cursor: 2, more: false });
    const nothing = await app.inject({ url: "/api/pull?after=2&wait=1", headers });
    expect(nothing.json()).toEqual({ changes: [], cursor: 2, more: false });
  });

  test("is one of two hundred at once, each of whom writes and misses nothing", async () => {
    const { app } = serviceApp();
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const desks = Array.from({ length: 200 }, (_, n) => `D${String(n).padStart(5, "0")}`);
    const seen = await Promise.all(
      desks.map(async (desk) => {
        const { told } = await follow(address);
        for (let n = 1; n <= 2; n += 1) {
          const answer = await fetch(`${address}/api/push`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ changes: changesOf(desk, n, n) }),
          });
          expect(answer.status).toBe(200);
          await answer.arrayBuffer();
        }
        return told;
      }),
    );
    await expect.poll(() => seen.every((told) => told.at(-1) === 400), { timeout: 30_000 }).toBe(true);
    const pulled = (await (await fetch(`${address}/api/pull?after=0`)).json()) as {
      changes: { id: string }[];
    };
    expect(new Set(pulled.changes.map(({ id }) => id)).size).toBe(400);
  });
});

import { describe, expect, test } from "vitest";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import { PROTOCOL, zHello, zPulled, zPushed } from "../../../shared/sync/wire.ts";
import { changesOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";

const headers = { host: "127.0.0.1:4180", "content-type": "application/json" };

describe("a desk and the service", () => {
  test("agree on the shapes of hello, push and pull", async () => {
    const { app, store } = serviceApp();
    const push = await app.inject({
      method: "POST",
      url: "/api/push",
      headers,
      payload: { changes: changesOf("AAAAAA", 1, 5) },
    });
    expect(push.json()).toEqual({ mark: 5, verdicts: [], appended: 5, newest: 5 });
    const hello = zHello.parse((await app.inject({ url: "/api/hello", headers })).json());
    expect(hello).toMatchObject({ epoch: store.epoch, newest: 5, marks: { AAAAAA: 5 } });
    expect(hello.protocols).toContain(PROTOCOL);
    const pulled = zPulled.parse((await app.inject({ url: "/api/pull?after=2&limit=2", headers })).json());
    expect(pulled).toEqual({ changes: changesOf("AAAAAA", 3, 4), cursor: 4, more: true });
  });

  test("a push that comes twice, or overlaps, counts once", async () => {
    const { app } = serviceApp();
    const push = async (from: number, to: number): Promise<unknown> => {
      const payload = { changes: changesOf("AAAAAA", from, to) };
      return (await app.inject({ method: "POST", url: "/api/push", headers, payload })).json();
    };
    await push(1, 5);
    expect(await push(1, 5)).toEqual({ mark: 5, verdicts: [], appended: 0, newest: 5 });
    expect(await push(4, 7)).toEqual({ mark: 7, verdicts: [], appended: 2, newest: 7 });
  });

  test("a bad change among good ones is refused by its code, and one from the future gets a minute from now", async () => {
    const nowMs = 1_760_000_100_000;
    const { app, store } = serviceApp({ nowMs: () => nowMs });
    const [good, ahead, bad, last] = changesOf("AAAAAA", 1, 4);
    const future = stampOf({ ms: nowMs + 864_000_000, counter: 0 }, "AAAAAA");
    const payload = { changes: [good, { ...ahead, stamp: future }, { ...bad, admin: true }, last] };
    const answer = await app.inject({ method: "POST", url: "/api/push", headers, payload });
    const stamp = stampOf({ ms: nowMs + 60_000, counter: 2 }, "AAAAAA");
    expect(zPushed.parse(answer.json())).toEqual({
      mark: 4,
      verdicts: [
        { deskSeq: 2, code: "clamped", stamp },
        { deskSeq: 3, code: "malformed" },
      ],
      appended: 3,
      newest: 3,
    });
    expect(await store.marks("office")).toEqual({ AAAAAA: 4 });
    const pulled = zPulled.parse((await app.inject({ url: "/api/pull?after=0", headers })).json());
    expect(pulled.changes).toEqual([good, { ...ahead, stamp }, last]);
  });

  test("a gap is answered with the mark to go on from", async () => {
    const { app } = serviceApp();
    const payload = { changes: changesOf("AAAAAA", 3, 4) };
    const answer = await app.inject({ method: "POST", url: "/api/push", headers, payload });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({ failure: { kind: "gap", mark: 0 } });
  });

  test("fields that this version does not know come back as they were sent", async () => {
    const { app } = serviceApp();
    const [change] = changesOf("AAAAAA", 1, 1);
    const odd = { ...change, type: "invention", patch: { 新字段: { 深: [1, null, "全角：１２"] }, "": 0.1 } };
    await app.inject({ method: "POST", url: "/api/push", headers, payload: { changes: [odd] } });
    const pulled = zPulled.parse((await app.inject({ url: "/api/pull?after=0", headers })).json());
    expect(pulled.changes).toEqual([odd]);
  });
});

import { describe, expect, test } from "vitest";
import { zHello, zPulled } from "../../../shared/sync/wire.ts";
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
    expect(push.json()).toEqual({ mark: 5, appended: 5, newest: 5 });
    const hello = zHello.parse((await app.inject({ url: "/api/hello", headers })).json());
    expect(hello).toMatchObject({ epoch: store.epoch, newest: 5, marks: { AAAAAA: 5 } });
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
    expect(await push(1, 5)).toEqual({ mark: 5, appended: 0, newest: 5 });
    expect(await push(4, 7)).toEqual({ mark: 7, appended: 2, newest: 7 });
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

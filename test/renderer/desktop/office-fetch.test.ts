import { expect, test } from "vitest";
import { throughTheDoor } from "../../../renderer/desktop/office-fetch.ts";
import type { Input, Output } from "../../../shared/desktop/contract.ts";

type Called = Output<"serviceCall">;

const ANSWERED: Called = {
  outcome: "answered",
  status: 200,
  headers: { "content-type": "application/json" },
  body: new TextEncoder().encode('{"a":1}'),
  isEnd: true,
};

/** A machine that answers so, with these pieces after it. */
function machine(answer: Called, pieces: Output<"serviceRead">[] = []) {
  const asked: Input<"serviceCall">[] = [];
  const aborted: number[] = [];
  return {
    asked,
    aborted,
    serviceCall: async (input: Input<"serviceCall">) => {
      asked.push(input);
      return Promise.resolve(answer);
    },
    serviceRead: async () =>
      Promise.resolve(pieces.shift() ?? { body: new Uint8Array(), isEnd: true, isBroken: true }),
    serviceAbort: async ({ call }: Input<"serviceAbort">) => {
      aborted.push(call);
      return Promise.resolve({});
    },
  };
}

const piece = (text: string, isEnd = false): Output<"serviceRead"> => ({
  body: new TextEncoder().encode(text),
  isEnd,
  isBroken: false,
});

test("a call is answered as fetch answers, and says no more than the door takes", async () => {
  const host = machine(ANSWERED);
  const answer = await throughTheDoor(host, "/api/push", {
    method: "POST",
    body: "{}",
    headers: { "content-type": "text/plain", cookie: "a=b", "content-range": "bytes 0-1/2" },
  });
  expect([answer.status, answer.headers.get("content-type"), await answer.json()]).toEqual([
    200,
    "application/json",
    { a: 1 },
  ]);
  const { call: _call, body, ...rest } = host.asked[0] ?? {};
  expect(rest).toEqual({ method: "POST", path: "/api/push", contentRange: "bytes 0-1/2" });
  expect(new TextDecoder().decode(body ?? undefined)).toBe("{}");
});

test.each(["unreachable", "noService", "untrusted", "changed"] as const)(
  "%s rejects, as fetch does when nobody answers",
  async (outcome) => {
    await expect(throughTheDoor(machine({ ...ANSWERED, outcome }), "/api/hello", {})).rejects.toThrow(
      TypeError,
    );
  },
);

test("an answer in pieces is read to its end; a live one can be read as it comes", async () => {
  const host = machine({ ...ANSWERED, isEnd: false }, [piece("b"), piece("c", true)]);
  expect(await (await throughTheDoor(host, "/api/hello", {})).text()).toBe('{"a":1}bc');
  const live = machine({ ...ANSWERED, body: new Uint8Array(), isEnd: false }, [piece("data: 1\n\n")]);
  const reader = (await throughTheDoor(live, "/api/live", {})).body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: 1\n\n");
  await reader?.cancel();
  expect(live.aborted).toHaveLength(1);
});

test("an answer that breaks off in the middle is no answer", async () => {
  const host = machine({ ...ANSWERED, isEnd: false }, [piece("b")]);
  const answer = await throughTheDoor(host, "/api/hello", {});
  await expect(answer.text()).rejects.toThrow();
});

test("an answer without a body, as to HEAD or after a piece was kept, can be had", async () => {
  const host = machine({ ...ANSWERED, status: 204, body: new Uint8Array() });
  expect((await throughTheDoor(host, `/api/blobs/${"a".repeat(64)}`, { method: "PUT" })).status).toBe(204);
});

test("whoever gives up gets an abort, and the machine is told", async () => {
  const host = machine(ANSWERED);
  const given = new AbortController();
  const call = throughTheDoor(host, "/api/hello", { signal: given.signal });
  given.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(host.aborted).toHaveLength(1);
  await expect(throughTheDoor(host, "/api/hello", { signal: given.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
});

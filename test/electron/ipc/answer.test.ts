import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, type Handler } from "../../../electron/ipc/answer.ts";
import { Failed } from "../../../electron/ipc/failed.ts";
import { isHeavierThan } from "../../../electron/ipc/weight.ts";
import { CHANNELS, channels, type Channel } from "../../../shared/desktop/contract.ts";

const ours = { origin: "app://main", isTop: true };
const silent = (): void => undefined;
const info = { edition: "desktop" as const, version: "1", platform: "linux", dataAt: "/data" };
const tellInfo: Handler<"appInfo"> = () => info;

test("our own window is answered", async () => {
  expect(await answer("appInfo", tellInfo, ours, {}, silent)).toEqual({ value: info });
});

test.each([
  ["a frame inside the window", { origin: "app://main", isTop: false }],
  ["a page from the network", { origin: "https://main", isTop: true }],
  ["a page of no origin", { origin: "null", isTop: true }],
  ["a page that only looks like ours", { origin: "app://main.evil", isTop: true }],
  ["a frame that has gone", undefined],
])("%s is refused before anything is done", async (_who, sender) => {
  let isDone = false;
  const handler: Handler<"appInfo"> = () => {
    isDone = true;
    return info;
  };
  expect(await answer("appInfo", handler, sender, {}, silent)).toEqual({ failure: "refused" });
  expect(isDone).toBe(false);
});

test("of a failure the window learns a code, and the developer the rest", async () => {
  const logged: unknown[] = [];
  const secret = new Error("/home/liu/secret.xlsx");
  const throwing = (error: Error) => () => Promise.reject(error);
  const ask = (error: Error): Promise<unknown> =>
    answer("appInfo", throwing(error), ours, {}, (_channel, thrown) => logged.push(thrown));
  expect(await ask(secret)).toEqual({ failure: "internal" });
  expect(logged).toEqual([secret]);
  expect(await ask(new Failed("too-big"))).toEqual({ failure: "too-big" });
  expect(await ask(Object.assign(new Error("x"), { code: "ENOSPC" }))).toEqual({ failure: "disk-full" });
  expect(logged).toHaveLength(1);
});

test("a handler that answers otherwise than promised is not passed on", async () => {
  const lying = (() => ({ ...info, password: "x" })) as unknown as Handler<"appInfo">;
  expect(await answer("appInfo", lying, ours, {}, silent)).toEqual({ failure: "internal" });
});

test.each([
  "../x",
  "a/b",
  "a\\b",
  "C:x",
  "con",
  "NUL.xlsx",
  "x.",
  "x ",
  "",
  "a\u0000b",
  "..",
  "a".repeat(151),
])("a file may not be suggested as %j", async (suggestedName) => {
  const never: Handler<"saveFile"> = () => Promise.reject(new Error("reached"));
  const raw = { suggestedName, kind: "any", bytes: new Uint8Array() };
  expect(await answer("saveFile", never, ours, raw, silent)).toEqual({ failure: "malformed" });
});

test("a question too heavy is put down unread", async () => {
  const heavy = { deep: Array.from({ length: 20_000 }, () => ({})) };
  expect(await answer("appInfo", tellInfo, ours, heavy, silent)).toEqual({ failure: "too-big" });
  expect(isHeavierThan({ a: "x".repeat(600) }, 1000)).toBe(true);
  expect(isHeavierThan([new Uint8Array(900)], 1000)).toBe(false);
  const round: { self?: unknown } = {};
  round.self = round;
  expect(isHeavierThan(round, 1000)).toBe(true);
});

test.each(CHANNELS)(
  "%s: whatever is asked, its handler sees only what the contract allows",
  async (channel) => {
    const anything = fc.oneof(fc.anything(), almost(channel));
    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        const seen: unknown[] = [];
        const handler = ((input: unknown) => {
          seen.push(input);
          throw new Failed("not-allowed");
        }) as Handler<Channel>;
        const result = await answer(channel, handler, ours, raw, silent);
        if (seen.length > 0) {
          expect(channels[channel].input.safeParse(seen[0]).success).toBe(true);
          expect(result).toEqual({ failure: "not-allowed" });
        } else expect(["malformed", "too-big"]).toContain("failure" in result && result.failure);
      }),
      { numRuns: 300 },
    );
  },
);

/** Questions with the right names and any values: nearer to getting through than noise is. */
function almost(channel: Channel): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("any", "xlsx", "spreadsheet", "清单", "a-b", true, null, undefined),
    fc.uint8Array({ maxLength: 8 }),
    fc.anything(),
  );
  const names = Object.keys(channels[channel].input.shape);
  return fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
}

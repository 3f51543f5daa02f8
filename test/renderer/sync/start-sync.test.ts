import { expect, onTestFinished, test, vi } from "vitest";
import type { FetchLike } from "../../../renderer/sync/service-client.ts";
import { startSync, type Sync, type SyncOptions } from "../../../renderer/sync/start-sync.ts";
import { fetchInto } from "../../support/app-fetch.ts";
import { MemoryDesk } from "../../support/memory-desk.ts";
import { serviceApp } from "../../support/service-app.ts";

const quick: SyncOptions = {
  pollMs: 40,
  debounceMs: 5,
  retryMs: { first: 5, longest: 20 },
  now: () => 1_760_000_000_000,
};

function start(desk: MemoryDesk, fetchLike: FetchLike, options: SyncOptions = {}): Sync {
  const sync = startSync(desk, fetchLike, { ...quick, ...options });
  onTestFinished(async () => sync.stop());
  return sync;
}

test("a save goes out soon, and the desk says that everything is safe", async () => {
  const { app, store } = serviceApp();
  const desk = new MemoryDesk("AAAAAA");
  const sync = start(
    desk,
    fetchInto(() => app),
    { pollMs: 60_000 },
  );
  await vi.waitFor(() => expect(sync.status().state).toBe("upToDate"));
  desk.save();
  await vi.waitFor(async () => expect(await store.marks("office")).toEqual({ AAAAAA: 1 }));
  await vi.waitFor(() =>
    expect(sync.status()).toMatchObject({ state: "upToDate", waiting: 0, lastAt: 1_760_000_000_000 }),
  );
});

test("what another desk saves arrives by itself", async () => {
  const { app } = serviceApp();
  const [a, b] = [new MemoryDesk("AAAAAA"), new MemoryDesk("BBBBBB")];
  start(
    a,
    fetchInto(() => app),
  );
  start(
    b,
    fetchInto(() => app),
  );
  a.save();
  await vi.waitFor(() => expect(b.known()).toEqual(["AAAAAA:1"]));
});

test("what is heard of is fetched at once, whatever the clock says", async () => {
  const { app } = serviceApp();
  const real = fetchInto(() => app);
  const [a, b] = [new MemoryDesk("AAAAAA"), new MemoryDesk("BBBBBB")];
  let tell: (newest: number) => void = () => undefined;
  const follow: NonNullable<SyncOptions["follow"]> = async (heard, stopped) => {
    tell = heard;
    await new Promise((resolve) => stopped.addEventListener("abort", resolve));
  };
  const slow = { pollMs: 3_600_000, followedMs: 3_600_000 };
  start(a, real, slow);
  let rounds = 0;
  const counted: FetchLike = async (path, init) => {
    if (path === "/api/hello") rounds += 1;
    return real(path, init);
  };
  const sync = start(b, counted, { ...slow, follow });
  await vi.waitFor(() => expect(sync.status().state).toBe("upToDate"));
  a.save();
  await vi.waitFor(() => expect(a.known()).toEqual(["AAAAAA:1"]));
  await vi.waitFor(async () => {
    tell(1);
    await Promise.resolve();
    expect(b.known()).toEqual(["AAAAAA:1"]);
  });
  // Told once more of what it has, or of what was never there, it asks once and rests.
  const before = rounds;
  tell(1);
  tell(99);
  await vi.waitFor(() => expect(rounds).toBe(before + 1));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(rounds).toBe(before + 1);
});

test("somebody who asks does not wait, not for an absent service either", async () => {
  const { app } = serviceApp();
  const real = fetchInto(() => app);
  let away = true;
  const desk = new MemoryDesk("AAAAAA");
  const answer: FetchLike = async (path, init) => {
    if (away) throw new TypeError("fetch failed");
    return real(path, init);
  };
  const sync = start(desk, answer, { retryMs: { first: 3_600_000, longest: 3_600_000 } });
  await vi.waitFor(() => expect(sync.status().state).toBe("offline"));
  const { since } = sync.status();
  expect(since).toBe(1_760_000_000_000);
  away = false;
  sync.now();
  await vi.waitFor(() => expect(sync.status().state).toBe("upToDate"));
});

test("without the service the desk counts what waits, and sends it when the service is back", async () => {
  const { app, store } = serviceApp();
  const real = fetchInto(() => app);
  let away = true;
  const desk = new MemoryDesk("AAAAAA");
  const sync = start(desk, async (path, init) => {
    if (away) throw new TypeError("fetch failed");
    return real(path, init);
  });
  desk.save();
  desk.save();
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "offline", waiting: 2 }));
  away = false;
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "upToDate", waiting: 0 }));
  expect(await store.marks("office")).toEqual({ AAAAAA: 2 });
});

test("a service of another kind is not believed: a web page in its place means that it is away", async () => {
  const desk = new MemoryDesk("AAAAAA");
  const sync = start(desk, async () =>
    Promise.resolve({ status: 200, json: async () => Promise.resolve({ title: "路由器登录" }) }),
  );
  await vi.waitFor(() => expect(sync.status().state).toBe("offline"));
});

test("a refusal is shown with its reason", async () => {
  const desk = new MemoryDesk("AAAAAA");
  const hello = {
    protocols: ["another"],
    product: "shouyue",
    epoch: "e",
    marks: {},
    newest: 0,
    serverTime: "2026-11-23T00:00:00.000Z",
  };
  const sync = start(desk, async () =>
    Promise.resolve({ status: 200, json: async () => Promise.resolve(hello) }),
  );
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "refused", refusal: "deskTooOld" }));
});

test("a store that fails stops nothing but the round, and is shown", async () => {
  const { app } = serviceApp();
  const desk = new MemoryDesk("AAAAAA");
  vi.spyOn(desk, "position").mockRejectedValue(new Error("disk"));
  const sync = start(
    desk,
    fetchInto(() => app),
  );
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "refused", refusal: "storeFailed" }));
});

test("after stopping nothing is asked any more", async () => {
  const { app } = serviceApp();
  const real = fetchInto(() => app);
  let calls = 0;
  const desk = new MemoryDesk("AAAAAA");
  const heard: string[] = [];
  const sync = startSync(
    desk,
    async (path, init) => {
      calls += 1;
      return real(path, init);
    },
    quick,
  );
  sync.onStatus((status) => heard.push(status.state));
  await vi.waitFor(() => expect(sync.status().state).toBe("upToDate"));
  await sync.stop();
  const before = calls;
  desk.save();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(calls).toBe(before);
  expect(sync.status().state).toBe("off");
  expect(heard.at(-1)).toBe("off");
});

import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import type { RelayLine } from "../../../renderer/db/archive.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { relayOnce } from "../../../renderer/sync/relay.ts";
import { serviceClient, type ServiceClient } from "../../../renderer/sync/service-client.ts";
import { fail, ok } from "../../../shared/lib/result.ts";
import type { Change } from "../../../shared/sync/change.ts";
import type { Hello, Pushed } from "../../../shared/sync/wire.ts";
import { fetchInto } from "../../support/app-fetch.ts";
import { asFile, bytesOf, PASSPHRASE } from "../../support/archive.ts";
import { changesOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";
import { valueOf } from "../../support/value-of.ts";

const never = new AbortController().signal;
const quiet = (): void => undefined;
const opened: DexieDesk[] = [];

async function desk(name: string): Promise<DexieDesk> {
  const one = await openDesk({ name, index: "inline", archiveWorkFactor: 4 });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function fileOf(name: string, changes: readonly Change[]): Promise<ReturnType<typeof asFile>> {
  const far = await desk(name);
  await far.syncSource().applyPulled(changes, { epoch: "e", cursor: changes.length });
  return asFile(await bytesOf((await far.archive.make(PASSPHRASE, quiet)).stream));
}

async function read(here: DexieDesk, file: ReturnType<typeof asFile>, by: string | undefined): Promise<void> {
  const opener = { passphrase: PASSPHRASE };
  const checked = valueOf(await here.archive.check(file, opener, quiet, never));
  valueOf(await here.archive.takeIn(file, opener, checked, quiet, never, { by }));
}

/** A desk that took in a file of another network's changes 1 to 5 and 7; 6 was refused there. */
async function reader(name: string, by: string | undefined = ""): Promise<DexieDesk> {
  const changes = changesOf("DESK07", 1, 7).filter(({ deskSeq }) => deskSeq !== 6);
  const here = await desk(name);
  await read(here, await fileOf(`${name}-far`, changes), by);
  return here;
}

/** What somebody stands for and the service is not known to have. */
async function vouched(here: DexieDesk, by: string): Promise<Readonly<Record<string, number>>> {
  const waiting = Object.entries(await here.archive.relay.waiting(by));
  return Object.fromEntries(
    waiting.flatMap(([desk, { upTo, isVouched }]) => (isVouched ? [[desk, upTo]] : [])),
  );
}

async function lineOf(here: DexieDesk): Promise<RelayLine | undefined> {
  return (await here.archive.relay.lines())[0];
}

/** Pulls once, so that the desk knows which log it follows. */
async function round(here: DexieDesk, service: ServiceClient): Promise<void> {
  const { epoch } = valueOf(await service.hello());
  const { changes, cursor } = valueOf(await service.pull(0, 1000));
  await here.syncSource().applyPulled(changes, { epoch, cursor });
}

function serviceOf(app: ReturnType<typeof serviceApp>["app"]): ServiceClient {
  return serviceClient(
    fetchInto(() => app),
    never,
  );
}

describe("what came by file", () => {
  test("goes on to the service of this network, from where other desks have it, and once", async () => {
    const here = await reader("relay-1");
    const { app, store } = serviceApp();
    const service = serviceOf(app);
    await round(here, service);
    expect(await vouched(here, "")).toEqual({ DESK07: 7 });
    let turns = 0;
    expect(await relayOnce(here.archive.relay, service, "", () => (turns += 1))).toBeUndefined();
    const page = await store.since("office", 0, 100);
    const numbers = page.texts.map((text) => (JSON.parse(text) as { deskSeq: number }).deskSeq);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 7]);
    expect(turns).toBeGreaterThan(0);
    expect(await vouched(here, "")).toEqual({});
    // The number that stands for nothing is no refusal of ours.
    expect(await lineOf(here)).toMatchObject({ mark: 7, isDone: true, isLeft: false, refused: {} });
    expect(await relayOnce(here.archive.relay, service, "")).toBeUndefined();
    expect(await store.newest("office")).toBe(6);
  });

  test("and is read on a second desk, too, is pushed by neither again", async () => {
    const [first, second] = [await reader("relay-2a"), await reader("relay-2b")];
    const { app, store } = serviceApp();
    let pushes = 0;
    const service = serviceOf(app);
    const counting: ServiceClient = {
      ...service,
      relay: async (entries) => {
        pushes += 1;
        return service.relay(entries);
      },
    };
    for (const here of [first, second, first]) {
      await round(here, service);
      expect(await relayOnce(here.archive.relay, counting, "")).toBeUndefined();
    }
    expect([pushes, await store.newest("office")]).toEqual([1, 6]);
  });

  test("is brought to a service that is away when it is back, and one that has a part takes the rest", async () => {
    const here = await reader("relay-3");
    const away = serviceClient(() => Promise.reject(new Error("offline")), never);
    expect(await relayOnce(here.archive.relay, away, "")).toBeUndefined();
    expect(await vouched(here, "")).toEqual({ DESK07: 7 });
    const { app, store } = serviceApp();
    const service = serviceOf(app);
    valueOf(await service.push(changesOf("DESK07", 1, 4)));
    await relayOnce(here.archive.relay, service, "");
    expect(await store.newest("office")).toBe(6);
  });

  test("is known to be there, also on a desk that had nothing to pull before", async () => {
    const here = await reader("relay-empty");
    const { app } = serviceApp();
    await relayOnce(here.archive.relay, serviceOf(app), "");
    expect(await lineOf(here)).toMatchObject({ mark: 7, isDone: true });
    await round(here, serviceOf(app));
    expect(await lineOf(here)).toMatchObject({ mark: 7, isDone: true });
  });

  test("is brought again to a service that was put back from before it came", async () => {
    const here = await reader("relay-4");
    const before = serviceApp();
    await round(here, serviceOf(before.app));
    await relayOnce(here.archive.relay, serviceOf(before.app), "");
    expect(await vouched(here, "")).toEqual({});
    const after = serviceApp();
    await round(here, serviceOf(after.app));
    expect(await vouched(here, "")).toEqual({ DESK07: 7 });
    await relayOnce(here.archive.relay, serviceOf(after.app), "");
    expect(await after.store.newest("office")).toBe(6);
  });
});

describe("somebody stands for it", () => {
  test("and nothing goes while nobody has, or somebody else sits here", async () => {
    const here = await reader("relay-5", "a-wang");
    const { app, store } = serviceApp();
    for (const by of ["", "a-li"]) await relayOnce(here.archive.relay, serviceOf(app), by);
    expect(await store.newest("office")).toBe(0);
    await relayOnce(here.archive.relay, serviceOf(app), "a-wang");
    expect(await store.newest("office")).toBe(6);
  });

  test("elsewhere: the desk where a clerk read it learns that the service has it", async () => {
    const here = await reader("relay-7", "a-wang");
    const there = await desk("relay-7-clerk");
    await read(there, await fileOf("relay-7-file", changesOf("DESK07", 1, 7)), undefined);
    const { app } = serviceApp();
    await relayOnce(there.archive.relay, serviceOf(app), undefined);
    expect(await lineOf(there)).toMatchObject({ mark: 0, isDone: false });
    await relayOnce(here.archive.relay, serviceOf(app), "a-wang");
    await relayOnce(there.archive.relay, serviceOf(app), undefined);
    expect(await lineOf(there)).toMatchObject({ mark: 7, isDone: true });
  });

  test("later, where a clerk read the file", async () => {
    const here = await desk("relay-6");
    const file = await fileOf("relay-6-far", changesOf("DESK07", 1, 3));
    await read(here, file, undefined);
    expect(await lineOf(here)).toMatchObject({ upTo: 3, mark: 0, isDone: false });
    expect((await lineOf(here))?.by).toBeUndefined();
    await here.archive.relay.vouch("a-wang");
    expect(await vouched(here, "a-wang")).toEqual({ DESK07: 3 });
    // The same file once more takes nobody's word back.
    await read(here, file, undefined);
    expect(await vouched(here, "a-wang")).toEqual({ DESK07: 3 });
    // One with more in it does: nobody has said anything of that.
    await read(here, await fileOf("relay-6-more", changesOf("DESK07", 1, 5)), undefined);
    expect(await vouched(here, "a-wang")).toEqual({});
    await read(here, await fileOf("relay-6-again", changesOf("DESK07", 1, 5)), "a-li");
    expect(await vouched(here, "a-li")).toEqual({ DESK07: 5 });
  });
});

/** A service that answers each push as it is told. */
function telling(
  answer: ReturnType<typeof fail> | ReturnType<typeof ok>,
): Pick<ServiceClient, "hello" | "relay"> {
  return {
    hello: async () => Promise.resolve(ok({ epoch: "e2", marks: {} } as Hello)),
    relay: async () => Promise.resolve(answer as Awaited<ReturnType<ServiceClient["relay"]>>),
  };
}

describe("what the service says to it", () => {
  test.each(["notYourLog", "ownPeople"])(
    "%s: that log is left to the desk that writes it",
    async (refusal) => {
      const here = await reader(`relay-${refusal}`);
      const refusing = telling(fail({ kind: "refused", status: 403, refusal }));
      expect(await relayOnce(here.archive.relay, refusing, "")).toBeUndefined();
      expect(await lineOf(here)).toMatchObject({ isLeft: true, isDone: false });
      expect(await vouched(here, "")).toEqual({});
    },
  );

  test.each(["notAllowed", "notFound", "signIn", "gap"])("%s: nothing is given up", async (refusal) => {
    const here = await reader(`relay-${refusal}`);
    const refusing = telling(fail({ kind: "refused", status: 403, refusal }));
    expect(await relayOnce(here.archive.relay, refusing, "")).toBe(refusal);
    expect(await vouched(here, "")).toEqual({ DESK07: 7 });
  });

  test("that it took the number and not the change: how many and why is kept", async () => {
    const here = await reader("relay-refused");
    const verdicts = [
      { deskSeq: 1, code: "badValue" },
      { deskSeq: 2, code: "clamped", stamp: "x" },
      { deskSeq: 6, code: "malformed" },
      { deskSeq: 7, code: "badValue" },
    ];
    const pushed: Pushed = { mark: 7, verdicts, appended: 4, newest: 4 };
    await relayOnce(here.archive.relay, telling(ok(pushed)), "");
    expect((await lineOf(here))?.refused).toEqual({ badValue: 2 });
  });

  test("that it got no further: it is not asked for ever", async () => {
    const here = await reader("relay-stuck");
    const pushed: Pushed = { mark: 0, verdicts: [], appended: 0, newest: 0 };
    expect(await relayOnce(here.archive.relay, telling(ok(pushed)), "")).toBeUndefined();
    expect(await vouched(here, "")).toEqual({ DESK07: 7 });
  });
});

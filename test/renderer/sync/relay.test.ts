import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { relayOnce } from "../../../renderer/sync/relay.ts";
import { serviceClient } from "../../../renderer/sync/service-client.ts";
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

/** A desk that took in a file of another network's changes 1 to 5 and 7; 6 was refused there. */
async function reader(name: string): Promise<DexieDesk> {
  const [far, here] = [await desk(`${name}-far`), await desk(name)];
  const changes = changesOf("DESK07", 1, 7).filter(({ deskSeq }) => deskSeq !== 6);
  await far.syncSource().applyPulled(changes, { epoch: "e", cursor: 7 });
  const file = asFile(await bytesOf((await far.archive.make(PASSPHRASE, quiet)).stream));
  const opener = { passphrase: PASSPHRASE };
  const checked = valueOf(await here.archive.check(file, opener, quiet, never));
  valueOf(await here.archive.takeIn(file, opener, checked, quiet, never));
  return here;
}

test("what came by file goes on to the service of this network, from where other desks have it", async () => {
  const here = await reader("relay-1");
  const { app, store } = serviceApp();
  const service = serviceClient(
    fetchInto(() => app),
    never,
  );
  expect(await here.archive.relay.waiting()).toEqual({ DESK07: 7 });
  expect(await relayOnce(here.archive.relay, service)).toBeUndefined();
  const page = await store.since("office", 0, 100);
  const numbers = page.texts.map((text) => (JSON.parse(text) as { deskSeq: number }).deskSeq);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 7]);
  expect(await here.archive.relay.waiting()).toEqual({});
  // And once more, from the same file, does nothing.
  expect(await relayOnce(here.archive.relay, service)).toBeUndefined();
  expect(await store.newest("office")).toBe(6);
});

test("a service that is away is asked again, and one that has it already takes nothing twice", async () => {
  const here = await reader("relay-2");
  const away = serviceClient(() => Promise.reject(new Error("offline")), never);
  expect(await relayOnce(here.archive.relay, away)).toBeUndefined();
  expect(await here.archive.relay.waiting()).toEqual({ DESK07: 7 });
  const { app, store } = serviceApp();
  const service = serviceClient(
    fetchInto(() => app),
    never,
  );
  valueOf(await service.push(changesOf("DESK07", 1, 4)));
  await relayOnce(here.archive.relay, service);
  expect(await store.newest("office")).toBe(6);
});

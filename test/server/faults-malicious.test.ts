import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { openDesk } from "../../renderer/db/open-desk.ts";
import { runRound } from "../../renderer/sync/round.ts";
import { serviceClient } from "../../renderer/sync/service-client.ts";
import { stampOf } from "../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../shared/sync/change.ts";
import { fetchInto } from "../support/app-fetch.ts";
import { appendAll } from "../support/append-all.ts";
import { changeOf, changesOf } from "../support/changes.ts";
import { serviceApp } from "../support/service-app.ts";

const label = { zh: "测试", en: "Test" };
const limits = { batchLimit: 200, batchBytes: 1_000_000, pageLimit: 500 };
const HONEST = "AAAAAA";

/**
 * What somebody sends who writes the messages by hand, from the desk that is his: that it speaks for no other desk is
 * seen to before (routes/people-push.test.ts).
 */
const forgery = fc.record({
  type: fc.constantFrom(
    "vendor",
    "incident",
    "incidentEvent",
    "importBatch",
    "fromTheFuture",
    "toString",
    "__proto__",
  ),
  recordId: fc.constantFrom(
    "AAAAAA-000000001",
    "ZZZZZZ-1",
    "constructor",
    "__proto__",
    " ",
    "../x",
    "😀",
    "x".repeat(64),
  ),
  schemaVersion: fc.constantFrom(1, 2, 99, 2 ** 52),
  stampMs: fc.constantFrom(0, 1_760_000_000_000, Date.now() + 59_000, 2 ** 48 - 1),
  counter: fc.constantFrom(0, 7, 0xffff_ffff),
  batchId: fc.constantFrom(undefined, "AAAAAA-000000009", "", "hasOwnProperty"),
  seen: fc.constantFrom(
    undefined,
    { amountFen: ["not a stamp"] },
    { amountFen: Array.from({ length: 100 }, () => "f".repeat(48)) },
  ),
  patch: fc.constantFrom<Record<string, unknown>>(
    { $deleted: true },
    { $deleted: "yes" },
    { name: { deep: [[[[["x"]]]]] }, title: 7, number: null },
    { name: "名", title: "题", number: "N" },
    { constructor: "x", toString: "y", hasOwnProperty: 1 },
    { note: "字".repeat(300_000) },
    { state: "committed", records: 1e9, rows: -1 },
  ),
  fate: fc.constantFrom("sent", "sent", "sent", "replayed", "gap", "inAnothersName"),
});

test(
  "a desk that forges ids, stamps, tombstones, types and imports, replays and leaps gets nothing of others, and no honest desk stumbles over what it left",
  { timeout: 240_000 },
  async () => {
    const { app, store } = serviceApp();
    const real = fetchInto(() => app);
    const honest = changesOf(HONEST, 1, 20);
    await appendAll(store, HONEST, honest);
    await appendAll(store, HONEST, changesOf(HONEST, 1, 5), "west");
    const west = await store.since("west", 0, 100);
    const never = new AbortController().signal;
    let mark = 0;
    await fc.assert(
      fc.asyncProperty(forgery, async ({ stampMs, counter, batchId, seen, fate, ...said }) => {
        const desk = "EVIL01";
        const deskSeq = fate === "gap" ? mark + 5 : fate === "replayed" ? Math.max(1, mark) : mark + 1;
        const forged = {
          ...changeOf(desk, deskSeq),
          ...said,
          stamp: stampOf({ ms: stampMs, counter }, fate === "inAnothersName" ? HONEST : desk),
          ...(batchId === undefined ? {} : { batchId }),
          ...(seen === undefined ? {} : { seen }),
        };
        const answer = await real("/api/push", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ changes: [forged] }),
          signal: never,
        });
        expect(answer.status).toBeLessThan(500);
        ({ EVIL01: mark = 0 } = await store.marks("office"));
      }),
      { numRuns: 120 },
    );
    // The honest desk's log has what it sent, as it sent it, and the other hospital's is untouched.
    const log = (await store.since("office", 0, 10_000)).texts.map((text) => JSON.parse(text) as Change);
    expect(log.filter(({ desk }) => desk === HONEST)).toEqual(honest);
    expect(new Set(log.map(({ desk }) => desk))).toEqual(new Set([HONEST, "EVIL01"]));
    expect(await store.since("west", 0, 100)).toEqual(west);

    // Two honest desks take all of it in, go on working, and end alike.
    const desks = await Promise.all(
      ["malicious-1", "malicious-2"].map(async (name) => openDesk({ name, index: "inline" })),
    );
    onTestFinished(() => {
      for (const desk of desks) desk.close();
    });
    const ids: string[] = [];
    for (const desk of [...desks, ...desks]) {
      const round = await runRound(desk.syncSource(), serviceClient(real, never), limits, () => undefined);
      expect(round).toEqual({ ok: true, value: null });
      const [id = ""] = await desk.newIds(1);
      expect(await desk.save(label, [{ type: "vendor", id, patch: { name: "东软" } }])).toMatchObject({
        ok: true,
      });
      ids.push(id);
    }
    for (const desk of [...desks, ...desks])
      expect(await runRound(desk.syncSource(), serviceClient(real, never), limits, () => undefined)).toEqual({
        ok: true,
        value: null,
      });
    const [one, two] = await Promise.all(
      desks.map(async (desk) => [...(await desk.all("vendor")), ...(await desk.all("incident"))]),
    );
    expect(one).toEqual(two);
    expect(one?.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  },
);

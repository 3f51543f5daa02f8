import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runRound } from "../../../renderer/sync/round.ts";
import { serviceClient, type FetchLike } from "../../../renderer/sync/service-client.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { fetchInto } from "../../support/app-fetch.ts";
import { MemoryDesk } from "../../support/memory-desk.ts";
import { serviceApp } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const limits = { batchLimit: 3, batchBytes: 1_000_000, pageLimit: 4 };
const never = new AbortController().signal;

async function round(desk: MemoryDesk, fetchLike: FetchLike): ReturnType<typeof runRound> {
  return runRound(desk, serviceClient(fetchLike, never), limits, () => undefined);
}

describe("a round of a desk with the service", () => {
  test("brings two desks to the same knowledge", async () => {
    const { app } = serviceApp();
    const fetchLike = fetchInto(() => app);
    const [a, b] = [new MemoryDesk("AAAAAA"), new MemoryDesk("BBBBBB")];
    for (let n = 0; n < 10; n += 1) a.save();
    for (let n = 0; n < 5; n += 1) b.save();
    for (const desk of [a, b, a]) expect(await round(desk, fetchLike)).toEqual({ ok: true, value: null });
    expect(a.known()).toHaveLength(15);
    expect(a.known()).toEqual(b.known());
  });

  test("goes on from where the service is when answers were lost after they had counted", async () => {
    const { app } = serviceApp();
    const real = fetchInto(() => app);
    let lost = 0;
    const losing: FetchLike = async (path, init) => {
      const answer = await real(path, init);
      if (path === "/api/push" && lost < 2) {
        lost += 1;
        throw new Error("connection reset");
      }
      return answer;
    };
    const desk = new MemoryDesk("AAAAAA");
    for (let n = 0; n < 7; n += 1) desk.save();
    expect(await round(desk, losing)).toMatchObject({ ok: false, failure: { kind: "offline" } });
    expect(await round(desk, losing)).toMatchObject({ ok: false, failure: { kind: "offline" } });
    expect((await round(desk, losing)).ok).toBe(true);
    const other = new MemoryDesk("BBBBBB");
    await round(other, real);
    expect(other.known()).toEqual(desk.known());
  });

  test("pushes again what a service that was put back from its backup no longer has", async () => {
    const folder = tempFolder();
    const before = serviceApp({ file: join(folder, "one.sqlite") });
    const [a, b] = [new MemoryDesk("AAAAAA"), new MemoryDesk("BBBBBB")];
    for (let n = 0; n < 4; n += 1) a.save();
    await round(
      a,
      fetchInto(() => before.app),
    );
    await before.copyTo(join(folder, "two.sqlite"));
    for (let n = 0; n < 4; n += 1) a.save();
    b.save();
    for (const desk of [a, b])
      await round(
        desk,
        fetchInto(() => before.app),
      );

    const after = serviceApp({ file: join(folder, "two.sqlite") });
    for (const desk of [a, b, a])
      expect(
        (
          await round(
            desk,
            fetchInto(() => after.app),
          )
        ).ok,
      ).toBe(true);
    expect(await after.store.marks("office")).toEqual({ AAAAAA: 8, BBBBBB: 1 });
    const fresh = new MemoryDesk("CCCCCC");
    await round(
      fresh,
      fetchInto(() => after.app),
    );
    expect(fresh.known()).toEqual(a.known());
    expect(fresh.known()).toEqual(b.known());
  });

  test("learns which changes were refused and why from the answer, or, where that was lost, from the next round", async () => {
    const { app } = serviceApp();
    const real = fetchInto(() => app);
    let lost = false;
    const losing: FetchLike = async (path, init) => {
      const answer = await real(path, init);
      if (path !== "/api/push" || lost) return answer;
      lost = true;
      throw new Error("connection reset");
    };
    for (const fetchLike of [real, losing]) {
      const desk = new MemoryDesk(fetchLike === real ? "AAAAAA" : "BBBBBB");
      desk.save();
      desk.save({ title: 7 });
      desk.save();
      const first = await round(desk, fetchLike);
      expect(first.ok).toBe(fetchLike === real);
      if (!first.ok) expect([[...desk.refusals], desk.settledTo]).toEqual([[], 0]);
      await round(desk, fetchLike);
      expect([...desk.refusals]).toEqual([[2, "badValue"]]);
      expect(desk.settledTo).toBe(3);
      expect([...desk.applied.keys()].filter((id) => id.startsWith(desk.deskId))).toHaveLength(2);
    }
  });

  test("a store that was made anew asks for all that was ever refused", async () => {
    const { app } = serviceApp();
    const real = fetchInto(() => app);
    const desk = new MemoryDesk("AAAAAA");
    for (let n = 1; n <= 5; n += 1) desk.save(n % 2 === 0 ? { title: 7 } : {});
    await round(desk, real);
    const rebuilt = new MemoryDesk("AAAAAA");
    rebuilt.own.push(...desk.own);
    await round(rebuilt, real);
    expect([[...rebuilt.refusals.keys()], rebuilt.settledTo]).toEqual([[2, 4], 5]);
  });

  test.each([1, 6])(
    "a desk put back from an old copy goes on beside what it did before, after %i more changes",
    async (more) => {
      const { app, store } = serviceApp();
      const real = fetchInto(() => app);
      const desk = new MemoryDesk("AAAAAA");
      for (let n = 0; n < 2; n += 1) desk.save();
      await round(desk, real);
      const old = new MemoryDesk("AAAAAA");
      old.own.push(...desk.own);
      old.settledTo = desk.settledTo;
      old.at = desk.at;
      for (let n = 0; n < 3; n += 1) desk.save();
      await round(desk, real);
      for (let n = 0; n < more; n += 1) old.save({ title: `恢复之后 ${n}` });

      let reissued = 0;
      let lost = false;
      const losing: FetchLike = async (path, init) => {
        if (path.startsWith("/api/pull") && !lost) {
          lost = true;
          throw new Error("connection reset");
        }
        return real(path, init);
      };
      const again = async (): ReturnType<typeof runRound> =>
        runRound(
          old,
          serviceClient(losing, never),
          limits,
          () => undefined,
          (changes) => (reissued += changes),
        );
      expect(await again()).toMatchObject({ ok: false, failure: { kind: "offline" } });
      expect([old.own.length, reissued]).toEqual([2 + more, 0]);
      expect((await again()).ok).toBe(true);
      expect(reissued).toBe(more);
      const log = (await store.since("office", 0, 100)).texts.map((text) => JSON.parse(text) as Change);
      expect(log.map(({ deskSeq }) => deskSeq)).toEqual([...Array(5 + more).keys()].map((n) => n + 1));
      expect(log.slice(5).map(({ patch }) => patch["title"])).toEqual(
        Array.from({ length: more }, (_, n) => `恢复之后 ${n}`),
      );
      expect((await again()).ok).toBe(true);
      expect(reissued).toBe(more);
    },
  );

  test("sends no push larger than agreed, and a single large change alone", async () => {
    const { app } = serviceApp();
    const real = fetchInto(() => app);
    const sizes: number[] = [];
    const counting: FetchLike = async (path, init) => {
      if (path === "/api/push") sizes.push((JSON.parse(init.body ?? "") as { changes: [] }).changes.length);
      return real(path, init);
    };
    const desk = new MemoryDesk("AAAAAA");
    for (const length of [10, 10, 400_000, 10]) desk.save({ note: "字".repeat(length) });
    expect((await round(desk, counting)).ok).toBe(true);
    expect(sizes).toEqual([2, 1, 1]);
  });

  test("whatever is lost, repeated or cut, desks agree once it is quiet", async () => {
    const fault = fc.constantFrom("none", "requestLost", "answerLost", "twice", "down");
    const step = fc.record({ desk: fc.nat(2), saves: fc.nat(6), faults: fc.array(fault, { maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { app } = serviceApp();
        const real = fetchInto(() => app);
        const desks = ["AAAAAA", "BBBBBB", "CCCCCC"].map((id) => new MemoryDesk(id));
        for (const { desk: at, saves, faults } of steps) {
          const desk = desks[at];
          if (desk === undefined) continue;
          for (let n = 0; n < saves; n += 1) desk.save();
          await round(desk, withFaults(real, [...faults]));
        }
        for (let turn = 0; turn < 2; turn += 1) {
          for (const desk of desks) expect((await round(desk, real)).ok).toBe(true);
        }
        const [first, ...others] = desks.map((desk) => desk.known());
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });
});

function withFaults(real: FetchLike, faults: string[]): FetchLike {
  return async (path, init) => {
    const fault = faults.shift() ?? "none";
    if (fault === "requestLost") throw new Error("lost");
    if (fault === "down") return { status: 503, json: async () => Promise.resolve({}) };
    const answer = await real(path, init);
    if (fault === "answerLost") throw new Error("lost");
    return fault === "twice" ? real(path, init) : answer;
  };
}

import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { create } from "../../../../shared/commands/edit.ts";
import { must } from "../../../../shared/lib/must.ts";
import type { Incident, IncidentEvent } from "../../../../shared/records/index.ts";
import type { ScoreQuestion } from "../../../../shared/rules/scores/question.ts";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import { mergeBehind } from "../../../../renderer/db/scoring/parts.ts";
import { openScores } from "../../../../renderer/db/scoring/score-work.ts";
import { Store } from "../../../../renderer/db/store.ts";
import { wall } from "../../../shared/rules/clauses/fixtures.ts";

const label = { zh: "测试", en: "Test" };
const NOW = Date.UTC(2026, 10, 22, 1);
const YEAR: ScoreQuestion = { from: "2026-01-01", to: "2026-12-31", vendorIds: [], nowMs: NOW };
let stores = 0;
const opened: DexieDesk[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A desk with a vendor that promises a solution within four hours round the clock. */
async function deskWithPromise(): Promise<DexieDesk> {
  const desk = await openDesk({ name: `scoring-${(stores += 1)}`, now: () => NOW, index: "inline" });
  opened.push(desk);
  await desk.save(label, [
    create("vendor", "v1", { name: "东软" }),
    create("contract", "k1", {
      ...{ title: "HIS 维护", vendorId: "v1", startDate: "2020-01-01", endDate: "2030-12-31" },
    }),
    create("clause", "c1", {
      ...{ contractId: "k1", name: "解决 4 小时", metric: "resolution", startEvent: "reported" },
      ...{ stopEvent: "resolved", target: 4, unit: "hour", coverage: "always" },
    }),
  ]);
  return desk;
}

const event = (incidentId: string, kind: IncidentEvent["kind"], at: string): IncidentEvent => ({
  ...{ incidentId, kind, at: wall(at), recordedAt: wall(at) },
});

/** `days` incidents a day apart from this day on, every third late, packed as an import is. */
async function imported(desk: DexieDesk, count: number, firstDay: string): Promise<readonly string[]> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(count * 3);
  const begin = Date.parse(wall(`${firstDay} 09:00`));
  const faults = ids.slice(0, count).map((id, n) => ({
    id,
    data: {
      ...{ number: `OLD-${n}`, title: "打印机卡纸", vendorId: "v1", importBatchId: writer.batchId },
    } satisfies Incident,
  }));
  const at = (n: number, hours: number): string =>
    new Date(begin + n * 86_400_000 + hours * 3_600_000).toISOString();
  const lines = faults.flatMap(({ id }, n) =>
    (["reported", "resolved"] as const).map((kind) => {
      const when = at(n, kind === "reported" ? 0 : n % 3 === 0 ? 6 : 2);
      return { incidentId: id, kind, at: when, recordedAt: when };
    }),
  );
  await writer.add("incident", faults);
  await writer.add(
    "incidentEvent",
    lines.map((data, n) => ({ id: must(ids[count + n], "enough were asked for"), data })),
  );
  const batch = {
    fileName: "旧台账.csv",
    recordType: "incident",
    state: "committed",
    importedAt: wall("2026-11-01 08:00"),
  };
  const committed = await writer.commit(
    { ...batch, rows: count, records: count, duplicates: 0, held: 0 } as Parameters<typeof writer.commit>[0],
    label,
  );
  expect(committed.ok).toBe(true);
  return ids.slice(0, count);
}

describe("scoring a period", () => {
  it("reads packed history and single rows as one, and tells how far it is", async () => {
    const desk = await deskWithPromise();
    const ids = await imported(desk, 250, "2026-01-01");
    await desk.save(label, [
      create("incident", "own-1", { number: "N1", title: "无法登录", vendorId: "v1" }),
      create("incidentEvent", "own-2", event("own-1", "reported", "2026-10-01 09:00")),
      create("incidentEvent", "own-3", event("own-1", "resolved", "2026-10-01 10:00")),
    ]);
    const heard: number[] = [];
    const run = desk.scoring.start(YEAR, ({ done, total }) => heard.push(done, total));
    const card = must(await run.card, "nobody closed it");
    const vendor = must(card.vendors[0], "the vendor is concerned");
    expect(card.incidents).toBe(251);
    expect(vendor).toMatchObject({ vendorId: "v1", imported: 250 });
    expect(vendor.overall.outcomes).toEqual({ met: 167, breached: 84, undecided: 0, open: 0 });
    expect(heard.slice(-2)).toEqual([251, 251]);
    // The incidents behind a figure, page by page.
    const late = await run.behind({ vendorId: "v1", of: "breached" }, 0, 2);
    expect(late.count).toBe(84);
    expect(late.incidents.map(({ id }) => id)).toEqual([ids[0], ids[3]]);
    expect(late.incidents[0]?.overrunMs).toBe(2 * 3_600_000);
    run.close();
  });

  it("comes to the same in parts that are put together, and so does what stands behind each figure", async () => {
    const desk = await deskWithPromise();
    const ids = await imported(desk, 250, "2026-01-01");
    const store = new Store(`scoring-${stores}`, "relaxed");
    const score = async (n: number, of: number) =>
      (await openScores(store, YEAR)).score(ids, { n, of }, () => undefined);
    const whole = await score(0, 1);
    const parts = [await score(0, 3), await score(1, 3), await score(2, 3)];
    const card = must(parts[0], "three were made").card(parts.slice(1).map((part) => part.score));
    expect(card).toEqual(whole.card([]));
    const late = { vendorId: "v1", of: "breached" } as const;
    expect(
      mergeBehind(
        parts.map((part) => part.behind(late, 0, 30)),
        20,
        30,
      ),
    ).toEqual(whole.behind(late, 20, 30));
    store.close();
  });

  it("scores what is asked: the days of a month, and nothing where nothing was reported", async () => {
    const desk = await deskWithPromise();
    await imported(desk, 100, "2026-01-01");
    const february = desk.scoring.start({ ...YEAR, from: "2026-02-01", to: "2026-02-28" }, () => undefined);
    expect((await february.card)?.incidents).toBe(28);
    const before = desk.scoring.start({ ...YEAR, from: "2025-01-01", to: "2025-12-31" }, () => undefined);
    expect(await before.card).toMatchObject({ incidents: 0, vendors: [{ rank: undefined }] });
  });

  it("goes by a line added later to packed history, and leaves out what was deleted or taken back", async () => {
    const desk = await deskWithPromise();
    const [first = "", second = ""] = await imported(desk, 3, "2026-01-01");
    await desk.save(label, [{ type: "incident", id: second, patch: { $deleted: true } }]);
    const run = desk.scoring.start(YEAR, () => undefined);
    expect((await run.card)?.incidents).toBe(2);
    expect((await run.behind({ vendorId: "v1", of: "breached" }, 0, 9)).incidents).toMatchObject([
      { id: first },
    ]);
    await desk.undo();
    await desk.undo();
    expect((await desk.scoring.start(YEAR, () => undefined).card)?.incidents).toBe(0);
  });

  it("counts the pauses that were added to an incident of this desk, and its frozen verdicts", async () => {
    const desk = await deskWithPromise();
    await desk.save(label, [
      create("incident", "own-1", { number: "N1", title: "无法登录", vendorId: "v1" }),
      create("incidentEvent", "own-2", event("own-1", "reported", "2026-10-01 09:00")),
      create("incidentEvent", "own-3", {
        ...event("own-1", "paused", "2026-10-01 10:00"),
        agreement: "vendor",
      }),
      create("incidentEvent", "own-4", event("own-1", "resolved", "2026-10-01 14:00")),
    ]);
    const vendorNow = async () => (await desk.scoring.start(YEAR, () => undefined).card)?.vendors[0];
    const disputed = await vendorNow();
    expect([disputed?.overall.leastPermille, disputed?.overall.mostPermille]).toEqual([0, 1000]);
    expect(disputed?.paused).toBe(1);
    const saved = await desk.save(label, [
      create("verdict", "own-5", {
        ...{ incidentId: "own-1", clauseId: "c1", clauseName: "解决", frozenAt: wall("2026-10-02 08:00") },
        ...{ cause: "closed", verdict: "met", verdictBoth: "met", verdictHospital: "met", verdictAll: "met" },
        ...{ elapsedMs: 3_600_000, overrunMs: 0, provisional: false, stopAt: wall("2026-10-01 14:00") },
        ...{ clauseDigest: "a", calendarDigest: "b", eventsDigest: "c" },
      }),
    ]);
    expect(saved).toMatchObject({ ok: true });
    const frozen = await vendorNow();
    expect(frozen?.overall).toMatchObject({ frozen: 1, leastPermille: 1000, medianMinutes: 60 });
  });

  it("stops when it is closed, and gives no card", async () => {
    const desk = await deskWithPromise();
    await imported(desk, 100, "2026-01-01");
    const run = desk.scoring.start(YEAR, () => undefined);
    run.close();
    expect(await run.card).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { readTrail } from "../../../server/audit/trail.ts";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import { changeOf } from "../../support/changes.ts";
import { START_MS, type Office } from "../../support/office.ts";
import { officeApp, signedIn } from "../../support/people-app.ts";

async function pushes(office: Office): Promise<AuditEntry[]> {
  const { sql, tenant } = office.scene();
  return (await readTrail(sql, tenant, undefined, 100)).filter(({ what }) => what === "push").reverse();
}

describe("the trail tells of a push", () => {
  test("that was refused in part: who, which log, how many and why, and nothing of what the changes say", async () => {
    const { app, office } = await officeApp();
    const auditor = await signedIn(app, office, "zhao", ["auditor"]);
    const broken = { ...changeOf("CCCCCC", 3), stamp: "yesterday" };
    await auditor.post("/api/push", { changes: [changeOf("CCCCCC", 1), changeOf("CCCCCC", 2), broken] });
    const [entry, ...more] = await pushes(office);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      who: auditor.id,
      target: "CCCCCC",
      outcome: "refused",
      detail: { readOnly: "2", malformed: "1" },
    });
    expect(JSON.stringify(entry)).not.toContain("门诊收费");
  });

  test("in the name of another desk, and one that speaks for two", async () => {
    const { app, office } = await officeApp();
    const lina = await signedIn(app, office, "lina", ["clerk"]);
    const wang = await signedIn(app, office, "wang", ["director"]);
    await lina.post("/api/push", { changes: [changeOf("AAAAAA", 1)] });
    await wang.post("/api/push", { changes: [changeOf("AAAAAA", 2)] });
    await lina.post("/api/push", { changes: [changeOf("AAAAAA", 2), changeOf("BBBBBB", 1)] });
    expect((await pushes(office)).map(({ who, target, outcome }) => [who, target, outcome])).toEqual([
      [wang.id, "AAAAAA", "notYourLog"],
      [lina.id, "AAAAAA", "notOneDesk"],
    ]);
  });

  test("from a clock ten days ahead: the stamp as it was sent and as it counts", async () => {
    const { app, office } = await officeApp();
    const clerk = await signedIn(app, office, "lina", ["clerk"]);
    const stamp = stampOf({ ms: START_MS + 10 * 86_400_000, counter: 0 }, "AAAAAA");
    await clerk.post("/api/push", { changes: [changeOf("AAAAAA", 1, {}, { stamp })] });
    const [entry] = await pushes(office);
    expect(entry).toMatchObject({ outcome: "clamped", detail: { clamped: "1", sentStamp: stamp } });
    expect((entry?.detail["countedStamp"] ?? "") < stamp).toBe(true);
  });

  test("not at all where everything was taken in, sent twice, or asked where to go on", async () => {
    const { app, office } = await officeApp();
    const clerk = await signedIn(app, office, "lina", ["clerk"]);
    const first = { changes: [changeOf("AAAAAA", 1)] };
    await clerk.post("/api/push", first);
    await clerk.post("/api/push", first);
    await clerk.post("/api/push", { changes: [changeOf("AAAAAA", 5)] });
    expect(await pushes(office)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { setState } from "../../../server/people/accounts.ts";
import { changeOf } from "../../support/changes.ts";
import { setUp } from "../../support/office.ts";
import { kindOf, officeApp, signedIn } from "../../support/people-app.ts";
import { valueOf } from "../../support/value-of.ts";

const money = { type: "contract", patch: { amountFen: 1 } } as const;

describe("a push to an office that was set up", () => {
  test("is taken in from the desk that speaks for the log, and in its own hospital", async () => {
    const { app, office, store } = await officeApp();
    const clerk = await signedIn(app, office, "lina", ["clerk"]);
    expect(kindOf(await clerk.post("/api/push", { changes: [changeOf("AAAAAA", 1)] }))).toBe("ok");
    expect([await store.newest("office"), await store.newest("second")]).toEqual([1, 0]);
    const other = await setUp({ database: office.database, tenant: "second" });
    const theirs = await signedIn(app, other, "lina", ["clerk"]);
    const hello = (await theirs.get("/api/hello")).json<{ newest: number; marks: object }>();
    expect([hello.newest, hello.marks]).toEqual([0, {}]);
    expect((await theirs.get("/api/pull?after=0")).json()).toMatchObject({ changes: [] });
  });

  test("in the name of another desk's log is refused", async () => {
    const { app, office, store } = await officeApp();
    const [lina, wang] = [
      await signedIn(app, office, "lina", ["clerk"]),
      await signedIn(app, office, "wang", ["director"]),
    ];
    await lina.post("/api/push", { changes: [changeOf("AAAAAA", 1)] });
    const forged = await wang.post("/api/push", { changes: [changeOf("AAAAAA", 2)] });
    expect([forged.statusCode, kindOf(forged)]).toEqual([403, "notYourLog"]);
    expect(await store.newest("office")).toBe(1);
  });

  test("is judged by rights, and tells which change and why", async () => {
    const { app, office, store } = await officeApp();
    const clerk = await signedIn(app, office, "lina", ["clerk"]);
    const typed = changeOf("AAAAAA", 1, {}, { ...money, recordId: "AAAAAA-1" });
    expect(kindOf(await clerk.post("/api/push", { changes: [typed] }))).toBe("ok");
    const changed = changeOf("AAAAAA", 2, {}, { ...money, recordId: "AAAAAA-1" });
    const answer = await clerk.post("/api/push", { changes: [changed] });
    expect(answer.body).toContain("directorOnly");
    const auditor = await signedIn(app, office, "zhao", ["auditor"]);
    expect((await auditor.post("/api/push", { changes: [changeOf("CCCCCC", 1)] })).body).toContain(
      "readOnly",
    );
    expect(await store.newest("office")).toBe(1);
  });

  test("of somebody who was disabled a moment ago is refused at once", async () => {
    const { app, office } = await officeApp();
    const clerk = await signedIn(app, office, "lina", ["clerk"]);
    expect(kindOf(await clerk.post("/api/push", { changes: [changeOf("AAAAAA", 1)] }))).toBe("ok");
    valueOf(await setState(office.scene(), clerk.id, "disabled"));
    expect(kindOf(await clerk.post("/api/push", { changes: [changeOf("AAAAAA", 2)] }))).toBe("signIn");
  });
});

import "fake-indexeddb/auto";
import { afterEach, expect, it } from "vitest";
import { decideContested } from "../../../shared/commands/decide-contested.ts";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const NOW = Date.UTC(2026, 10, 22);
const opened: DexieDesk[] = [];
const contract = { title: "维保", vendorId: "v1", startDate: "2026-01-01", endDate: "2026-12-31" };

async function desk(name: string): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => NOW, index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** Everything of each goes to the other. */
async function exchange(one: DexieDesk, two: DexieDesk): Promise<void> {
  const [ones, twos] = await Promise.all([one, two].map((from) => from.syncSource().pendingChanges(0, 1000)));
  await one.syncSource().applyPulled(twos ?? [], { epoch: "e", cursor: 1 });
  await two.syncSource().applyPulled(ones ?? [], { epoch: "e", cursor: 1 });
}

it("is listed on both desks with who wrote what, until one decides; then both agree", async () => {
  const [one, two] = [await desk("contest-1"), await desk("contest-2")];
  const [id = "", decisionId = ""] = await one.newIds(2);
  await one.setAuthor("张三");
  await two.setAuthor("李四");
  await one.save(label, [create("contract", id, { ...contract, amountFen: 100 })]);
  await exchange(one, two);
  await one.save(label, [change("contract", id, { amountFen: 200, title: "维保甲" })]);
  await two.save(label, [change("contract", id, { amountFen: 300, title: "维保乙" })]);
  await exchange(one, two);
  for (const each of [one, two]) {
    expect(await each.conflicts.counts()).toEqual({ contested: 1, refused: 0 });
    const [contest] = await each.conflicts.contested();
    expect(contest).toMatchObject({ type: "contract", id, field: "amountFen" });
    expect(contest?.accounts.map(({ value, author, saw }) => [value, author, saw]).sort()).toEqual([
      [200, "张三", [100]],
      [300, "李四", [100]],
    ]);
    expect(await each.conflicts.merged(NOW - 1)).toMatchObject([{ type: "contract", id, field: "title" }]);
  }
  // Typing over it decides nothing: it is one more version, in place of the same desk's own.
  await two.save(label, [change("contract", id, { amountFen: 400 })]);
  expect((await two.conflicts.contestedIn("contract", id))[0]?.accounts.map(({ value }) => value)).toEqual([
    200, 400,
  ]);
  const accounts = must((await two.conflicts.contested())[0], "the question").accounts;
  const made = decideContested(
    { type: "contract", recordId: id, field: "amountFen", value: 200, reason: "以原件为准", by: "王主任" },
    {
      now: new Date(NOW).toISOString(),
      id: decisionId,
      accounts: accounts.map((each) => ({
        value: each.value,
        author: each.author ?? "",
        desk: each.desk,
        at: new Date(each.atMs).toISOString(),
      })),
    },
  );
  if (!made.ok) throw new Error(made.failure.kind);
  expect(await two.save(label, made.value, { silent: true })).toEqual({ ok: true, value: null });
  await exchange(one, two);
  for (const each of [one, two]) {
    expect(await each.conflicts.contested()).toEqual([]);
    expect((await each.get("contract", id))?.data.amountFen).toBe(200);
    expect((await each.all("decision")).map(({ data }) => data.reason)).toEqual(["以原件为准"]);
  }
});

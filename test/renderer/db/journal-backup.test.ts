import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import { changesOf } from "../../support/changes.ts";
import { valueOf } from "../../support/value-of.ts";

const label = { zh: "测试", en: "Test" };
const opened: DexieDesk[] = [];
let stores = 0;

async function desk(): Promise<DexieDesk> {
  const name = `backup-${(stores += 1)}`;
  const one = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A desk with records of its own and of another. */
async function busyDesk(): Promise<DexieDesk> {
  const one = await desk();
  const [id = ""] = await one.newIds(1);
  valueOf(await one.save(label, [create("vendor", id, { name: "东软" })]));
  valueOf(await one.save(label, [change("vendor", id, { name: "东软集团" })]));
  await one.syncSource().applyPulled(changesOf("DESK02", 1, 5), { epoch: "e", cursor: 5 });
  return one;
}

async function fileOf(one: DexieDesk): Promise<string> {
  let text = "";
  for await (const line of one.backup.lines()) text += `${line}\n`;
  return text;
}

async function shown(one: DexieDesk): Promise<unknown> {
  const [vendors, incidents] = [await one.all("vendor"), await one.all("incident")];
  const [vendor] = vendors;
  return [vendors, incidents, await one.history("vendor", must(vendor, "there is one").id)];
}

test("a backup taken in on an empty desk shows all records with their history, under that desk's own id", async () => {
  const before = await busyDesk();
  const after = await desk();
  expect(valueOf(await after.backup.takeIn(await fileOf(before)))).toBe(7);
  expect(await shown(after)).toEqual(await shown(before));
  expect(after.id).not.toBe(before.id);
});

test("a backup taken in where it was made, or twice, changes nothing", async () => {
  const one = await busyDesk();
  const before = await shown(one);
  expect(valueOf(await one.backup.takeIn(await fileOf(one)))).toBe(0);
  expect(await shown(one)).toEqual(before);
});

test.each([
  ["nothing", () => "", "notABackup"],
  ["another file", () => "编号,主题\n1,卡纸", "notABackup"],
  ["another JSON file", () => '{"a":1}\n{"end":0}', "notABackup"],
  ["one cut off at the end", (text: string) => text.slice(0, text.lastIndexOf('{"end"')), "cutOff"],
  ["one cut off in the middle", (text: string) => text.slice(0, text.length / 2), "cutOff"],
  [
    "one that lacks a line",
    (text: string) =>
      text
        .split("\n")
        .filter((_, at) => at !== 1)
        .join("\n"),
    "cutOff",
  ],
  ["one with a letter changed", (text: string) => text.replace('"patch"', '"pitch"'), "cutOff"],
])("%s is refused, and nothing of it taken in", async (_what, harm, kind) => {
  const one = await desk();
  const text = harm(await fileOf(await busyDesk()));
  expect(await one.backup.takeIn(text)).toMatchObject({ ok: false, failure: { kind } });
  expect(await one.all("vendor")).toEqual([]);
});

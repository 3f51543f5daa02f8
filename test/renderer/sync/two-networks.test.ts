import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { utf8 } from "../../../shared/archive/bytes.ts";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import { network, Workplace, type Network } from "../../support/two-networks.ts";
import { valueOf } from "../../support/value-of.ts";

const label = { zh: "测试", en: "Test" };
const TYPES: readonly RecordType[] = ["vendor", "contract", "incident", "attachment", "importBatch"];

/** A network with a director and a clerk, each at a desk of their own. */
interface Office extends Network {
  readonly director: Workplace;
  readonly clerk: Workplace;
}

async function officeOf(name: string): Promise<Office> {
  const one = await network(name);
  const director = await Workplace.open(one, "wang", ["director"]);
  return { ...one, director, clerk: await Workplace.open(one, "lina", ["clerk"]) };
}

/** Until both desks of a network have what the other has. */
async function settle({ director, clerk }: Office): Promise<void> {
  for (const one of [director, clerk, director, clerk]) await one.round();
}

async function shown({ desk }: Workplace): Promise<unknown> {
  const found: unknown[] = [];
  for (const type of TYPES) {
    const records = await desk.all(type);
    found.push(records.map(({ id, data }) => ({ id, data })).sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return found;
}

async function add<T extends RecordType>(
  { desk }: Workplace,
  type: T,
  data: Parameters<typeof create<T>>[2],
): Promise<string> {
  const [id = ""] = await desk.newIds(1);
  valueOf(await desk.save(label, [create(type, id, data)]));
  return id;
}

async function attach(at: Workplace, ownerId: string, text: string): Promise<string> {
  const bytes = utf8(text);
  const sha256 = await at.desk.putBlob(bytes);
  await add(at, "attachment", {
    ownerType: "incident",
    ownerId,
    fileName: "照片.txt",
    sha256,
    bytes: bytes.length,
    addedAt: "2026-11-22T00:00:00.000Z",
  });
  return sha256;
}

async function importSome({ desk }: Workplace, count: number): Promise<void> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(count);
  const rows = ids.map((id, at) => ({
    id,
    data: { number: `旧-${desk.id}-${at}`, title: `门诊打印机 ${at}`, imported: true },
  }));
  await writer.add("incident", rows);
  const facts = { fileName: "旧台账.xlsx", recordType: "incident", rows: count, records: count } as const;
  const counted = { duplicates: 0, held: 0, importedAt: "2026-11-22T00:00:00.000Z" };
  valueOf(await writer.commit({ ...facts, ...counted, state: "committed" }, label));
}

const fault = (number: string, title: string) => ({ number, title });

test("two networks, each with its service and its people, come to the same by files, and stay so", async () => {
  const [a, b] = [await officeOf("内网"), await officeOf("外网")];
  const all = [a.director, a.clerk, b.director, b.clerk];
  const [east, west] = [
    await add(a.clerk, "incident", fault("内-1", "门诊收费无法登录")),
    await add(b.clerk, "incident", fault("外-1", "影像调不出来")),
  ];
  const vendor = await add(a.director, "vendor", { name: "东软" });
  const photos = [await attach(a.clerk, east, "收费窗口"), await attach(b.clerk, west, "影像工作站")];
  await importSome(a.clerk, 230);
  await settle(a);
  await settle(b);

  const exchange = async (): Promise<readonly [Uint8Array, Uint8Array]> => {
    const there = await a.director.write();
    await b.director.read(there);
    await settle(b);
    const back = await b.director.write();
    await a.director.read(back);
    await settle(a);
    return [there, back];
  };
  const [first, answer] = await exchange();
  const one = await shown(a.director);
  for (const desk of all) {
    expect(await shown(desk)).toEqual(one);
    for (const photo of photos) expect((await desk.desk.getBlob(photo))?.length).toBeGreaterThan(0);
  }
  // What went to B does not come back in B's own file.
  expect((await a.director.check(answer)).manifest.held).not.toHaveProperty(a.clerk.desk.id);

  // Both sides go on, on the same records, too.
  valueOf(await b.director.desk.save(label, [change("vendor", vendor, { name: "东软集团" })]));
  valueOf(await b.clerk.desk.save(label, [change("incident", east, { title: "门诊收费登录慢" })]));
  valueOf(await a.clerk.desk.save(label, [change("incident", west, { title: "影像调阅超时" })]));
  await add(a.director, "incident", fault("内-2", "打印机卡纸"));
  await settle(a);
  await settle(b);
  const [second] = await exchange();
  await exchange();
  const two = await shown(a.director);
  for (const desk of all) expect(await shown(desk)).toEqual(two);
  expect(two).not.toEqual(one);

  // Every file once more, on the other desk, too, by somebody who may not vouch: nothing happens.
  const before = [await a.store.newest("office"), await b.store.newest("office")];
  const pushes = all.map(({ relayed }) => relayed);
  for (const file of [first, second, first])
    for (const desk of [b.director, b.clerk]) expect((await desk.read(file)).changes).toBe(0);
  expect((await a.clerk.read(answer)).changes).toBe(0);
  await settle(a);
  await settle(b);
  expect([await a.store.newest("office"), await b.store.newest("office")]).toEqual(before);
  expect(all.map(({ relayed }) => relayed)).toEqual(pushes);
  for (const desk of all) expect(await shown(desk)).toEqual(two);

  // Each trail names the director who brought the other's logs, and no log of its own.
  for (const [here, there] of [
    [a, b],
    [b, a],
  ] as const) {
    const entries = await here.trail("relay");
    const logs = [there.director.desk.id, there.clerk.desk.id];
    expect(new Set(entries.map(({ target }) => target))).toEqual(new Set(logs));
    expect(entries.every(({ who, outcome }) => who === here.director.account && outcome === "done")).toBe(
      true,
    );
    expect(entries.length).toBeLessThan(8);
    expect(await here.trail("push")).toEqual([]);
  }
});

test("what a clerk read stays there until a director vouches, at that desk or by reading the file", async () => {
  const [a, b] = [await officeOf("内网二"), await officeOf("外网二")];
  await add(a.clerk, "incident", fault("内-1", "门诊收费无法登录"));
  await settle(a);
  const file = await a.director.write();
  expect((await b.clerk.read(file)).changes).toBe(1);
  await settle(b);
  expect(
    [await b.clerk.desk.all("incident"), await b.director.desk.all("incident")].map((x) => x.length),
  ).toEqual([1, 0]);
  expect(await b.store.newest("office")).toBe(0);
  expect(await b.trail("relay")).toEqual([]);
  await b.director.read(file);
  await settle(b);
  expect(await b.director.desk.all("incident")).toHaveLength(1);
  expect(await b.store.newest("office")).toBe(1);
  const line = must((await b.clerk.desk.archive.relay.lines())[0], "it was read there");
  expect([line.by, line.isDone, b.clerk.relayed]).toEqual([undefined, true, 0]);
});

test("what the service of its own network has not judged does not travel, and so nothing that it refuses", async () => {
  const [a, b] = [await officeOf("内网三"), await officeOf("外网三")];
  const vendorId = await add(a.director, "vendor", { name: "东软" });
  const dates = { startDate: "2026-01-01", endDate: "2026-12-31" };
  const made = await add(a.director, "contract", { title: "HIS 维护", vendorId, amountFen: 100, ...dates });
  await settle(a);
  // A clerk changes what only a director may, and carries a file away before the service has said anything.
  const kept = await add(a.clerk, "incident", fault("内-3", "叫号屏黑屏"));
  valueOf(await a.clerk.desk.save(label, [change("contract", made, { amountFen: 1 })]));
  expect(await a.clerk.desk.archive.unjudged()).toBe(2);
  const early = await a.clerk.write();
  expect((await b.director.read(early)).changes).toBe(2);
  await settle(a);
  expect(await a.clerk.desk.archive.unjudged()).toBe(0);
  expect((await b.director.read(await a.clerk.write())).changes).toBe(1);
  await settle(b);
  for (const { desk } of [a.director, a.clerk, b.director, b.clerk]) {
    expect((await desk.get("contract", made))?.data.amountFen).toBe(100);
    expect(await desk.get("incident", kept)).toBeDefined();
  }
  // Who carries it along all the same was asked first.
  await add(a.clerk, "incident", fault("内-4", "读卡器不认卡"));
  const counts = [];
  for (const onlyJudged of [true, false])
    counts.push((await b.director.check(await a.clerk.write(onlyJudged))).manifest.changes);
  expect(counts).toEqual([3, 4]);
});

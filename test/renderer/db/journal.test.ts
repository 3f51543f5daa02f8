import "fake-indexeddb/auto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Failed } from "../../../electron/ipc/failed.ts";
import { journalHandlers } from "../../../electron/journal/handlers.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { changesOfText } from "../../../renderer/db/journal-text.ts";
import type { JournalPort, SecondCopyStatus } from "../../../renderer/db/journal.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { change, create } from "../../../shared/commands/edit.ts";
import { failureText, type FailureCode } from "../../../shared/desktop/failure.ts";
import { instant } from "../../../shared/lib/instants.ts";
import { must } from "../../../shared/lib/must.ts";
import { RECORD_TYPES } from "../../../shared/records/index.ts";
import { DELETED, type Change } from "../../../shared/sync/change.ts";
import { changesOf } from "../../support/changes.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const label = { zh: "测试", en: "Test" };
const NOW = Date.UTC(2026, 10, 22);
const opened: DexieDesk[] = [];
let stores = 0;

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** The machine's journal in a folder. While `fails` says so, every answer is that failure. */
function machine(folder: string) {
  const { channels, close } = journalHandlers(folder);
  const own: { fails: FailureCode | undefined } = { fails: undefined };
  const through =
    <I, O>(channel: (input: I) => O | Promise<O>) =>
    async (input: I): Promise<O> => {
      if (own.fails !== undefined) throw new Error(failureText(own.fails));
      try {
        return await channel(input);
      } catch (error) {
        // As the door and the preload do it.
        throw new Error(failureText(error instanceof Failed ? error.code : "internal"), { cause: error });
      }
    };
  const port: JournalPort = {
    journalState: through(channels.journalState),
    journalAppend: through(channels.journalAppend),
    journalRead: through(channels.journalRead),
    journalSnapshot: through(channels.journalSnapshot),
    journalVerify: through(channels.journalVerify),
    journalHasBlobs: through(channels.journalHasBlobs),
    journalKeepBlob: through(channels.journalKeepBlob),
    journalReadBlob: through(channels.journalReadBlob),
  };
  return Object.assign(own, { port, close });
}

type Machine = ReturnType<typeof machine>;

interface Window {
  readonly desk: DexieDesk;
  /** What the window was told, the last at the end. */
  readonly told: SecondCopyStatus[];
  readonly settled: () => Promise<void>;
}

async function open(port: JournalPort, name: string): Promise<Window> {
  const told: SecondCopyStatus[] = [];
  const waiting: (() => void)[] = [];
  const desk = await openDesk({
    name,
    now: () => NOW,
    index: "inline",
    secondCopy: {
      port,
      onStatus: (status) => {
        told.push(status);
        if (status.state !== "catchingUp") for (const done of waiting.splice(0)) done();
      },
    },
  });
  opened.push(desk);
  const settled = async (): Promise<void> => {
    if (told.at(-1)?.state === "catchingUp") await new Promise<void>((done) => waiting.push(done));
  };
  await settled();
  return { desk, told, settled };
}

const fresh = (): string => `journal-${(stores += 1)}`;

/** Vendors, an import of 230 incidents, an edit within it, a delete and a paper number. */
async function work({ desk, settled }: Window): Promise<void> {
  await desk.setAuthor("李工");
  const [vendor, gone] = await desk.newIds(2);
  valueOf(await desk.save(label, [create("vendor", must(vendor, "id"), { name: "东软" })]));
  valueOf(await desk.save(label, [create("vendor", must(gone, "id"), { name: "误录" })]));
  const writer = await desk.openImport();
  const ids = await writer.newIds(230);
  await writer.add(
    "incident",
    ids.map((id, n) => ({ id, data: { number: `n${n}`, title: `门诊收费 ${n}` } })),
  );
  const batch = {
    fileName: "旧台账.xlsx",
    recordType: "incident",
    state: "committed",
    rows: 230,
    records: 230,
    duplicates: 0,
    held: 0,
    importedAt: "2026-11-22T00:00:00.000Z",
  } as const;
  valueOf(await writer.commit(batch, label));
  await settled();
  valueOf(await desk.save(label, [change("incident", must(ids[7], "id"), { title: "改过" })]));
  valueOf(await desk.undo());
  valueOf(await desk.redo());
  valueOf(await desk.save(label, [{ type: "vendor", id: must(gone, "id"), patch: { [DELETED]: true } }]));
}

/** All that a desk shows, with the history of each record. */
async function everythingOf(desk: DexieDesk): Promise<unknown> {
  const all: unknown[] = [];
  for (const type of RECORD_TYPES) {
    for (const record of (await desk.all(type)).sort((a, b) => (a.id < b.id ? -1 : 1))) {
      all.push([record, await desk.history(type, record.id)]);
    }
  }
  return all;
}

async function changesIn({ port }: Machine): Promise<Change[]> {
  const { entries } = await port.journalRead({ after: 0, maxChars: 10_000_000 });
  return entries.flatMap(({ text }) => (text === "" ? [] : changesOfText(text)));
}

describe("a save", () => {
  test("is in the journal before it is answered", async () => {
    const one = machine(tempFolder());
    const { desk } = await open(one.port, fresh());
    const [id = ""] = await desk.newIds(1);
    valueOf(await desk.save(label, [create("vendor", id, { name: "东软" })]));
    expect(await changesIn(one)).toEqual(await desk.history("vendor", id));
    await one.close();
  });

  test("that the second copy's disk refuses stays saved, is told, and is made good", async () => {
    const one = machine(tempFolder());
    const { desk, told, settled } = await open(one.port, fresh());
    const ids = await desk.newIds(3);
    one.fails = "disk-full";
    valueOf(await desk.save(label, [create("vendor", must(ids[0], "id"), { name: "甲" })]));
    expect(told.at(-1)).toMatchObject({ state: "behind", failure: "disk-full" });
    expect(await desk.all("vendor")).toHaveLength(1);
    one.fails = undefined;
    valueOf(await desk.save(label, [create("vendor", must(ids[1], "id"), { name: "乙" })]));
    await settled();
    await expect.poll(() => told.at(-1)).toEqual({ state: "ok", damaged: 0 });
    expect((await changesIn(one)).map(({ deskSeq }) => deskSeq)).toEqual([1, 2]);
    await one.close();
  });

  test("of two windows at once: each is in the journal, once", async () => {
    const one = machine(tempFolder());
    const name = fresh();
    const [first, second] = [await open(one.port, name), await open(one.port, name)];
    const saves = [first, second].flatMap(({ desk }, window) =>
      Array.from({ length: 10 }, async (_, n) => {
        const [id = ""] = await desk.newIds(1);
        return desk.save(label, [create("vendor", id, { name: `${window}-${n}` })]);
      }),
    );
    for (const saved of await Promise.all(saves)) valueOf(saved);
    const numbers = (await changesIn(one)).map(({ deskSeq }) => deskSeq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect((await one.port.journalState({ at: 0 })).marks).toEqual({ [first.desk.id]: 20 });
    await one.close();
  });
});

describe("a store that is empty", () => {
  test("is rebuilt: each record and its history as before, and no id or number given twice", async () => {
    const one = machine(tempFolder());
    const before = await open(one.port, fresh());
    await work(before);
    const number = await before.desk.takeNumber("XXK-GZ");
    const [last = ""] = await before.desk.newIds(1);
    const everything = await everythingOf(before.desk);

    const after = await open(one.port, fresh());
    expect(after.desk.id).toBe(before.desk.id);
    expect(await everythingOf(after.desk)).toEqual(everything);
    expect(after.told.at(-1)).toMatchObject({ state: "ok", restored: { everything: true } });
    expect(await after.desk.author()).toBe("李工");
    expect(await after.desk.takeNumber("XXK-GZ")).not.toBe(number);
    const [next = ""] = await after.desk.newIds(1);
    expect(next > last).toBe(true);
    const source = after.desk.syncSource();
    expect(await source.newestDeskSeq()).toBe(await before.desk.syncSource().newestDeskSeq());
    expect(await source.pendingChanges(0, 1000)).toEqual(
      await before.desk.syncSource().pendingChanges(0, 1000),
    );
    valueOf(await after.desk.save(label, [create("vendor", next, { name: "以后" })]));
    await one.close();
  });

  test("is rebuilt from a snapshot as well", async () => {
    const one = machine(tempFolder());
    const before = await open(one.port, fresh());
    await work(before);
    await one.port.journalSnapshot({});
    const [id = ""] = await before.desk.newIds(1);
    valueOf(await before.desk.save(label, [create("vendor", id, { name: "之后" })]));
    const after = await open(one.port, fresh());
    expect(await everythingOf(after.desk)).toEqual(await everythingOf(before.desk));
    await one.close();
  });

  test("beside a journal that cannot be read is not begun anew: it would give numbers twice", async () => {
    const one = machine(tempFolder());
    await work(await open(one.port, fresh()));
    one.fails = "file-busy";
    await expect(open(one.port, fresh())).rejects.toThrow("file-busy");
    await one.close();
  });

  test("beside an empty journal is a new desk", async () => {
    const one = machine(tempFolder());
    const { desk, told } = await open(one.port, fresh());
    expect(desk.id).toMatch(/^\w{6}$/);
    expect(told.at(-1)).toEqual({ state: "ok", damaged: 0 });
    await one.close();
  });
});

describe("a store that is behind", () => {
  test("takes in what came after, and says how much", async () => {
    const folder = tempFolder();
    const [early, name] = [join(folder, "early"), fresh()];
    const one = machine(join(folder, "now"));
    const before = await open(one.port, fresh());
    await work(before);
    cpSync(join(folder, "now"), early, { recursive: true });
    const old = machine(early);
    const rolledBack = await open(old.port, name);
    rolledBack.desk.close();
    await old.close();
    const ids = await before.desk.newIds(2);
    for (const id of ids) valueOf(await before.desk.save(label, [create("vendor", id, { name: id })]));
    const number = await before.desk.takeNumber("XXK-GZ");

    const after = await open(one.port, name);
    expect(after.told.at(-1)?.restored).toEqual({ changes: 2, everything: false });
    expect(await everythingOf(after.desk)).toEqual(await everythingOf(before.desk));
    expect(await after.desk.takeNumber("XXK-GZ")).not.toBe(number);
    await one.close();
  });

  test("is left alone when it has everything", async () => {
    const one = machine(tempFolder());
    const name = fresh();
    const before = await open(one.port, name);
    await work(before);
    const again = await open(one.port, name);
    expect(again.told.at(-1)).toEqual({ state: "ok", damaged: 0 });
    await one.close();
  });
});

describe("a journal that is behind", () => {
  test("is completed from the store: own changes, packed and single, and those of others", async () => {
    const name = fresh();
    const lost = machine(tempFolder());
    const before = await open(lost.port, name);
    await work(before);
    await before.desk.syncSource().applyPulled(changesOf("DESK02", 1, 3), { epoch: "e", cursor: 3 });
    const everything = await everythingOf(before.desk);
    await lost.close();

    const one = machine(tempFolder());
    const again = await open(one.port, name);
    expect(again.told.at(-1)).toEqual({ state: "ok", damaged: 0 });
    const rebuilt = await open(one.port, fresh());
    expect(await everythingOf(rebuilt.desk)).toEqual(everything);
    // Where the service had been read up to was not known of these: it is asked again from the beginning.
    expect(await rebuilt.desk.syncSource().position()).toBeUndefined();
    await one.close();
  });

  test("holds an import a page an entry, not a change an entry", async () => {
    const one = machine(tempFolder());
    const before = await open(one.port, fresh());
    await work(before);
    const { entries } = await one.port.journalState({ at: 0 });
    expect(entries).toBeLessThan(20);
    expect(await changesIn(one)).toHaveLength(237);
    await one.close();
  });

  test("that was unreadable at the start does not keep a full store from opening, and is tried again", async () => {
    const name = fresh();
    const one = machine(tempFolder());
    await work(await open(one.port, name));
    one.fails = "not-allowed";
    const again = await open(one.port, name);
    expect(again.told.at(-1)).toMatchObject({ state: "behind", failure: "not-allowed" });
    expect(await again.desk.all("vendor")).toHaveLength(1);
    one.fails = undefined;
    const [id = ""] = await again.desk.newIds(1);
    valueOf(await again.desk.save(label, [create("vendor", id, { name: "后来" })]));
    await expect.poll(() => again.told.at(-1)?.state).toBe("ok");
    await one.close();
  });

  test("that is damaged is written anew from the store, and says so", async () => {
    const folder = tempFolder();
    const name = fresh();
    const before = machine(folder);
    const first = await open(before.port, name);
    await work(first);
    await before.close();
    const file = join(folder, must(readdirSync(folder)[0], "a segment"));
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 8, 200);
    writeFileSync(file, bytes);

    const one = machine(folder);
    const again = await open(one.port, name);
    expect(again.told.at(-1)).toEqual({ state: "ok", damaged: 1 });
    const healed = await open(one.port, fresh());
    expect(await everythingOf(healed.desk)).toEqual(await everythingOf(first.desk));
    expect(healed.told.at(-1)?.damaged).toBe(0);
    await one.close();
  });
});

describe("what is pulled from the service", () => {
  test("comes back with its position, so that only what is newer is asked for", async () => {
    const one = machine(tempFolder());
    const before = await open(one.port, fresh());
    const source = before.desk.syncSource();
    await source.applyPulled(changesOf("DESK02", 1, 150), { epoch: "e", cursor: 150 });
    await source.applyPulled(changesOf("DESK02", 151, 160), { epoch: "e", cursor: 160 });
    await expect
      .poll(async () => (await one.port.journalState({ at: 0 })).position)
      .toEqual({ epoch: "e", cursor: 160 });
    const after = await open(one.port, fresh());
    expect(await everythingOf(after.desk)).toEqual(await everythingOf(before.desk));
    expect(await after.desk.syncSource().position()).toEqual({ epoch: "e", cursor: 160 });
    await one.close();
  });

  test("claims no position once some of it could not be written", async () => {
    const one = machine(tempFolder());
    const { desk, told } = await open(one.port, fresh());
    const source = desk.syncSource();
    one.fails = "disk-full";
    await source.applyPulled(changesOf("DESK02", 1, 5), { epoch: "e", cursor: 5 });
    await expect.poll(() => told.at(-1)?.state).toBe("behind");
    one.fails = undefined;
    await source.applyPulled(changesOf("DESK02", 6, 9), { epoch: "e", cursor: 9 });
    const [id = ""] = await desk.newIds(1);
    valueOf(await desk.save(label, [create("vendor", id, { name: "后来" })]));
    await expect.poll(() => told.at(-1)?.state).toBe("ok");
    const after = await open(one.port, fresh());
    expect(await everythingOf(after.desk)).toEqual(await everythingOf(desk));
    expect(await after.desk.syncSource().position()).toBeUndefined();
    await one.close();
  });
});

test("a journal that somebody deleted is begun anew with everything, counters too", async () => {
  const folder = join(tempFolder(), "journal");
  const one = machine(folder);
  const before = await open(one.port, fresh());
  await work(before);
  await before.desk.syncSource().applyPulled(changesOf("DESK02", 1, 3), { epoch: "e", cursor: 3 });
  const number = await before.desk.takeNumber("XXK-GZ");
  rmSync(folder, { recursive: true });
  const [id = ""] = await before.desk.newIds(1);
  valueOf(await before.desk.save(label, [create("vendor", id, { name: "之后" })]));
  expect(before.told.some(({ failure }) => failure === "no-such-file")).toBe(true);
  valueOf(await before.desk.save(label, [change("vendor", id, { name: "再后" })]));
  await expect.poll(() => before.told.at(-1)?.state).toBe("ok");
  const after = await open(one.port, fresh());
  expect(await everythingOf(after.desk)).toEqual(await everythingOf(before.desk));
  expect(await after.desk.takeNumber("XXK-GZ")).not.toBe(number);
  expect(await after.desk.syncSource().position()).toBeUndefined();
  await one.close();
});

describe("attachments", () => {
  const SCAN = new TextEncoder().encode("确认单扫描件");

  /** A scan with the record that speaks of it. */
  async function attach({ desk }: Window): Promise<string> {
    const [id = ""] = await desk.newIds(1);
    const sha256 = await desk.putBlob(SCAN);
    const data = {
      ownerType: "incident",
      ownerId: "i",
      fileName: "扫描件.pdf",
      sha256,
      bytes: SCAN.length,
      addedAt: instant(NOW),
    };
    valueOf(await desk.save(label, [create("attachment", id, data)]));
    return sha256;
  }

  test("are on the disk when they are kept, and taken back into an emptied store", async () => {
    const one = machine(tempFolder());
    const sha256 = await attach(await open(one.port, fresh()));
    expect(await one.port.journalHasBlobs({ sha256s: [sha256] })).toEqual({ held: [sha256] });
    const after = await open(one.port, fresh());
    // Without the machine's help: it lies in the store again.
    one.fails = "internal";
    expect(await after.desk.getBlob(sha256)).toEqual(SCAN);
    await one.close();
  });

  test("that came before there was a copy, or while the disk was full, are copied when it is possible", async () => {
    const one = machine(tempFolder());
    const window = await open(one.port, fresh());
    one.fails = "disk-full";
    const sha256 = await attach(window);
    expect(window.told.at(-1)).toMatchObject({ state: "behind", failure: "disk-full" });
    expect(await window.desk.getBlob(sha256)).toEqual(SCAN);
    one.fails = undefined;
    window.desk.mendSecondCopy();
    await expect.poll(() => window.told.at(-1)?.state).toBe("ok");
    expect(await one.port.journalHasBlobs({ sha256s: [sha256] })).toEqual({ held: [sha256] });
    await one.close();
  });

  test("and changes whose copies a check finds damaged are written anew from the store", async () => {
    const folder = tempFolder();
    const one = machine(folder);
    const window = await open(one.port, fresh());
    const sha256 = await attach(window);
    await one.port.journalSnapshot({});
    const scan = join(folder, "attachments", sha256.slice(0, 2), sha256);
    const snapshot = join(folder, readdirSync(folder).find((name) => name.endsWith(".snap")) ?? "");
    for (const [file, at] of [
      [scan, 3],
      [snapshot, readFileSync(snapshot).length - 40],
    ] as const) {
      const bytes = readFileSync(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    const { damaged } = await one.port.journalVerify({});
    expect(damaged.map(({ file }) => file)).toContain(`attachments/${sha256}`);
    expect(damaged.length).toBeGreaterThan(1);
    window.desk.mendSecondCopy();
    await expect.poll(() => window.told.at(-1)?.state).toBe("ok");
    expect(await one.port.journalVerify({})).toEqual({ damaged: [] });
    const after = await open(one.port, fresh());
    expect(await everythingOf(after.desk)).toEqual(await everythingOf(window.desk));
    expect(await after.desk.getBlob(sha256)).toEqual(SCAN);
    await one.close();
  });
});

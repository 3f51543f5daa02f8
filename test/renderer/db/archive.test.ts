import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { Checked, TakenIn, TakeInFailure } from "../../../renderer/db/archive.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { utf8, type Bytes } from "../../../shared/archive/bytes.ts";
import type { Opener } from "../../../shared/archive/keys.ts";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { ImportBatch, RecordType } from "../../../shared/records/index.ts";
import { asFile, bytesOf, PASSPHRASE } from "../../support/archive.ts";
import { changeOf, changesOf } from "../../support/changes.ts";
import { valueOf } from "../../support/value-of.ts";

const label = { zh: "测试", en: "Test" };
const opener: Opener = { passphrase: PASSPHRASE };
const quiet = (): void => undefined;
const never = new AbortController().signal;
const opened: DexieDesk[] = [];
let stores = 0;

async function desk(now = Date.UTC(2026, 10, 22)): Promise<DexieDesk> {
  const name = `archive-${(stores += 1)}`;
  const one = await openDesk({ name, now: () => now, index: "inline", archiveWorkFactor: 4 });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function addVendor(one: DexieDesk, name: string): Promise<string> {
  const [id = ""] = await one.newIds(1);
  valueOf(await one.save(label, [create("vendor", id, { name })]));
  return id;
}

async function attach(one: DexieDesk, ownerId: string, bytes: Uint8Array): Promise<string> {
  const [id = ""] = await one.newIds(1);
  const sha256 = await one.putBlob(bytes);
  const facts = { ownerType: "vendor", ownerId, fileName: "授权书.pdf", sha256, bytes: bytes.length };
  valueOf(
    await one.save(label, [create("attachment", id, { ...facts, addedAt: "2026-11-22T00:00:00.000Z" })]),
  );
  return sha256;
}

/** An import of its own of so many incidents, as pages. */
async function importSome(one: DexieDesk, count: number): Promise<void> {
  const writer = await one.openImport();
  const ids = await writer.newIds(count);
  await writer.add(
    "incident",
    ids.map((id, at) => ({
      id,
      data: { number: `旧-${one.id}-${at}`, title: `门诊打印机 ${at}`, imported: true },
    })),
  );
  const batch: ImportBatch = {
    fileName: "旧台账.xlsx",
    recordType: "incident",
    rows: count,
    records: count,
    duplicates: 0,
    held: 0,
    importedAt: "2026-11-22T00:00:00.000Z",
    state: "committed",
  };
  valueOf(await writer.commit(batch, label));
}

/** A desk with records of its own, an import, an attachment, and another desk's changes. */
async function busyDesk(): Promise<DexieDesk> {
  const one = await desk();
  const id = await addVendor(one, "东软");
  valueOf(await one.save(label, [change("vendor", id, { name: "东软集团" })]));
  await attach(one, id, utf8("扫描件"));
  await importSome(one, 250);
  const [first] = await one.all("incident");
  valueOf(
    await one.save(label, [change("incident", must(first, "there are some").id, { title: "改过的标题" })]),
  );
  await one.syncSource().applyPulled(changesOf("DESK02", 1, 5), { epoch: "e", cursor: 5 });
  return one;
}

async function archived(one: DexieDesk): Promise<Bytes> {
  return bytesOf((await one.archive.make(PASSPHRASE, quiet)).stream);
}

async function checked(one: DexieDesk, bytes: Uint8Array, by = opener): Promise<Checked> {
  return valueOf(await one.archive.check(asFile(bytes), by, quiet, never));
}

async function takeIn(
  one: DexieDesk,
  bytes: Uint8Array,
  trust?: { newSigner: boolean },
): Promise<Result<TakenIn, TakeInFailure>> {
  return one.archive.takeIn(asFile(bytes), opener, await checked(one, bytes), quiet, never, trust);
}

const TYPES: readonly RecordType[] = ["vendor", "incident", "attachment", "importBatch"];

async function shown(one: DexieDesk): Promise<unknown> {
  const found: unknown[] = [];
  for (const type of TYPES) {
    const records = await one.all(type);
    found.push(records.map(({ id, data }) => ({ id, data })).sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return found;
}

describe("an archive on a new workstation", () => {
  test("shows all records, their history and their attachments, under that desk's own id", async () => {
    const before = await busyDesk();
    const bytes = await archived(before);
    const after = await desk();
    const taken = valueOf(await takeIn(after, bytes));
    expect(taken).toMatchObject({ changes: 260, known: 0, blobs: 1, missing: 0, skipped: [] });
    expect(taken.types).toEqual({ vendor: 2, attachment: 1, incident: 256, importBatch: 1 });
    expect(await shown(after)).toEqual(await shown(before));
    expect(after.id).not.toBe(before.id);
    const [vendor] = await after.all("vendor");
    const id = must(vendor, "there is one").id;
    expect(await after.history("vendor", id)).toEqual(await before.history("vendor", id));
    const [file] = await after.all("attachment");
    expect(await after.getBlob(must(file, "there is one").data.sha256)).toEqual(utf8("扫描件"));
  });

  test("is packed as an import is, and can be undone there as one", async () => {
    const after = await desk();
    valueOf(await takeIn(after, await archived(await busyDesk())));
    const [batch] = await after.all("importBatch");
    valueOf(await after.save(label, [change("importBatch", must(batch, "one").id, { state: "undone" })]));
    expect(await after.all("incident")).toHaveLength(5);
  });

  test("changes nothing the second time, nor where it was made", async () => {
    const before = await busyDesk();
    const bytes = await archived(before);
    const seen = await shown(before);
    expect(valueOf(await takeIn(before, bytes))).toMatchObject({ changes: 0, known: 260, blobs: 0 });
    expect(await shown(before)).toEqual(seen);
    const after = await desk();
    valueOf(await takeIn(after, bytes));
    expect(valueOf(await takeIn(after, bytes))).toMatchObject({ changes: 0, blobs: 0 });
  });

  test("is added to what is there already", async () => {
    const after = await desk();
    await addVendor(after, "卫宁");
    expect(valueOf(await takeIn(after, await archived(await busyDesk()))).changes).toBe(260);
    expect((await after.all("vendor")).map(({ data }) => data.name).sort()).toEqual(["东软集团", "卫宁"]);
  });

  test("says which attachments were missing where it was made", async () => {
    const before = await desk();
    const [id = ""] = await before.newIds(1);
    const facts = { ownerType: "vendor", ownerId: "x", fileName: "a.pdf", sha256: "a".repeat(64), bytes: 3 };
    valueOf(
      await before.save(label, [create("attachment", id, { ...facts, addedAt: "2026-11-22T00:00:00.000Z" })]),
    );
    const bytes = await archived(before);
    expect((await checked(before, bytes)).manifest.missing).toEqual(["a".repeat(64)]);
  });

  test("opens with the recovery key that was printed and kept", async () => {
    const before = await busyDesk();
    const { key, recipient } = await before.archive.drawRecovery();
    const paper = { recipient, number: "HF-2026-7K2M9P-0001", madeAt: "2026-11-22T00:00:00.000Z" };
    await before.archive.keepRecovery(paper);
    expect(await before.archive.recovery()).toEqual(paper);
    const found = await checked(await desk(), await archived(before), { recoveryKey: key });
    expect(found.fingerprint).toBe(await before.archive.fingerprint());
  });

  test("that is stopped in the middle goes on with the same file", async () => {
    const bytes = await archived(await busyDesk());
    const after = await desk();
    const stop = new AbortController();
    const known = await checked(after, bytes);
    stop.abort();
    const stopped = await after.archive.takeIn(asFile(bytes), opener, known, quiet, stop.signal);
    expect(stopped).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
    valueOf(await takeIn(after, bytes));
    expect(await after.all("incident")).toHaveLength(255);
  });

  test("leaves out what the service refused: it counts nowhere", async () => {
    const before = await desk();
    await addVendor(before, "东软");
    await addVendor(before, "卫宁");
    await before.syncSource().refused([{ deskSeq: 1, code: "directorOnly" }], 2);
    const after = await desk();
    expect(valueOf(await takeIn(after, await archived(before))).changes).toBe(1);
    expect((await after.all("vendor")).map(({ data }) => data.name)).toEqual(["卫宁"]);
    expect(await shown(after)).toEqual(await shown(before));
  });

  test("that is damaged leaves nothing behind", async () => {
    const bytes = await archived(await busyDesk());
    const after = await desk();
    const cut = asFile(bytes.slice(0, bytes.length - 100));
    expect(await after.archive.check(cut, opener, quiet, never)).toMatchObject({
      failure: { kind: "damaged" },
    });
    expect(await after.all("vendor")).toEqual([]);
  });

  test("any changes and attachments are the same records after the way through a file", async () => {
    const names = fc.array(
      fc.record({
        name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
        file: fc.uint8Array({ maxLength: 300 }),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 0, max: 120 }), async (vendors, imported) => {
        const [before, after] = [await desk(), await desk()];
        for (const { name, file } of vendors) await attach(before, await addVendor(before, name), file);
        if (imported > 0) await importSome(before, imported);
        valueOf(await takeIn(after, await archived(before)));
        expect(await shown(after)).toEqual(await shown(before));
        for (const { data } of await before.all("attachment")) {
          expect(await after.getBlob(data.sha256)).toEqual(await before.getBlob(data.sha256));
        }
      }),
      { numRuns: 8 },
    );
  });
});

async function ferry(from: DexieDesk, name = "外网"): Promise<Bytes> {
  const known = await from.archive.links();
  const link = known[0] ?? (await from.archive.addLink(name));
  const made = await from.archive.makeFerry(link, PASSPHRASE, quiet);
  const bytes = await bytesOf(made.stream);
  await made.complete?.();
  return bytes;
}

describe("files carried between two networks", () => {
  test("bring both desks to the same records and attachments in two exchanges", async () => {
    const [here, there] = [await busyDesk(), await desk()];
    await attach(there, await addVendor(there, "卫宁"), utf8("回执"));
    expect(valueOf(await takeIn(there, await ferry(here)))).toMatchObject({ changes: 260, blobs: 1 });
    expect(valueOf(await takeIn(here, await ferry(there)))).toMatchObject({ changes: 2, blobs: 1 });
    expect(await shown(here)).toEqual(await shown(there));
  });

  test("hold only what the other side did not confirm, and nobody gets their own back", async () => {
    const [here, there] = [await desk(), await desk()];
    await addVendor(here, "东软");
    valueOf(await takeIn(there, await ferry(here)));
    await addVendor(there, "卫宁");
    const back = await ferry(there);
    expect((await checked(here, back)).manifest.changes).toBe(1);
    valueOf(await takeIn(here, back));
    await addVendor(here, "创业慧康");
    expect((await checked(there, await ferry(here))).manifest.changes).toBe(1);
    const [link] = await here.archive.links();
    expect(link).toMatchObject({ sent: 2, confirmed: 1, received: 1, theirDesk: there.id });
  });

  test("bring what third desks wrote", async () => {
    const [here, there] = [await desk(), await desk()];
    await here.syncSource().applyPulled([changeOf("DESK02", 7)], { epoch: "e", cursor: 7 });
    valueOf(await takeIn(there, await ferry(here)));
    expect(await there.all("incident")).toHaveLength(1);
  });

  test("may be read twice, late, and out of their order", async () => {
    const [here, there] = [await desk(), await desk()];
    await addVendor(here, "东软");
    const first = await ferry(here);
    await addVendor(here, "卫宁");
    const second = await ferry(here);
    expect(valueOf(await takeIn(there, second))).toMatchObject({ changes: 2, skipped: [1] });
    expect(valueOf(await takeIn(there, first))).toMatchObject({ changes: 0 });
    expect(valueOf(await takeIn(there, second))).toMatchObject({ changes: 0, skipped: [] });
    expect(await shown(there)).toEqual(await shown(here));
    expect((await there.archive.links())[0]).toMatchObject({ received: 2 });
  });

  test("one that was lost is told by its number, and the next brings what it held", async () => {
    const [here, there] = [await desk(), await desk()];
    for (const name of ["一", "二", "三"]) {
      await addVendor(here, name);
      await ferry(here);
    }
    await addVendor(here, "四");
    const fourth = await ferry(here);
    expect(valueOf(await takeIn(there, fourth))).toMatchObject({ changes: 4, skipped: [1, 2, 3] });
  });

  test("one that rests on what a desk no longer has is refused, with the numbers that are missing", async () => {
    const [here, there, reborn] = [await desk(), await desk(), await desk()];
    const id = await addVendor(here, "东软");
    valueOf(await takeIn(there, await ferry(here)));
    valueOf(await takeIn(here, await ferry(there)));
    valueOf(await here.save(label, [change("vendor", id, { name: "东软集团" })]));
    const second = await ferry(here);
    expect(await takeIn(reborn, second)).toEqual({
      ok: false,
      failure: { kind: "gap", no: 2, missing: [1] },
    });
    expect(await reborn.all("vendor")).toEqual([]);
  });

  test("one that was made here, or by another than before, is refused", async () => {
    const [here, there, stranger] = [await desk(), await desk(), await desk()];
    const first = await ferry(here);
    expect(await takeIn(here, first)).toEqual({ ok: false, failure: { kind: "ownFile" } });
    valueOf(await takeIn(there, first));
    const [link] = await here.archive.links();
    const forged = await stranger.archive.makeFerry({ ...must(link, "one"), sent: 5 }, PASSPHRASE, quiet);
    const bytes = await bytesOf(forged.stream);
    expect(await takeIn(there, bytes)).toMatchObject({
      failure: { kind: "otherSigner", fingerprint: await stranger.archive.fingerprint() },
    });
    // Somebody who asked on the telephone may say that it is right.
    expect((await takeIn(there, bytes, { newSigner: true })).ok).toBe(true);
  });

  test("a change that the service brought down to an earlier time is so on the other side, too", async () => {
    const [here, there] = [await desk(), await desk()];
    const [early, late] = [
      changeOf("DESK02", 1),
      changeOf("DESK02", 1, {}, { stamp: "0fffffffffff-00000000-DESK02" }),
    ];
    await there.syncSource().applyPulled([late], { epoch: "e", cursor: 1 });
    await here.syncSource().applyPulled([early], { epoch: "f", cursor: 1 });
    valueOf(await takeIn(there, await archived(here)));
    expect((await there.history("incident", early.recordId)).map(({ stamp }) => stamp)).toEqual([
      early.stamp,
    ]);
    valueOf(await takeIn(here, await archived(there)));
    expect(await shown(here)).toEqual(await shown(there));
  });
});

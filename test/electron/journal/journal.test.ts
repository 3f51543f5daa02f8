import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JournalAbout } from "../../../shared/desktop/contract.ts";
import { Journal } from "../../../electron/journal/journal.ts";
import { allOf, entry, openJournal, watchedDisk } from "../../support/journal.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const SMALL = { segmentBytes: 300, snapshotBytes: 1e9 };

async function filled(folder: string, count: number, options = SMALL): Promise<Journal> {
  const journal = await openJournal(folder, options);
  for (let no = 1; no <= count; no += 1) valueOf(await journal.append([entry(no)]));
  return journal;
}

function numbersTo(count: number): Map<number, string> {
  return new Map(Array.from({ length: count }, (_, at) => [at + 1, `{"n":${at + 1}}`]));
}

describe("the journal", () => {
  test("gives back what was appended, in order, now and after a restart", async () => {
    const folder = tempFolder();
    const journal = await filled(folder, 40);
    expect(await allOf(journal, 30)).toEqual(numbersTo(40));
    const end = valueOf(await journal.state(20));
    await journal.close();
    expect(readdirSync(folder).length).toBeGreaterThan(3);
    const again = await openJournal(folder, SMALL);
    expect(valueOf(await again.state(20))).toEqual(end);
    expect(end).toMatchObject({ desk: "DESK01", entries: 40, marks: { DESK01: 40 }, trouble: [] });
    valueOf(await again.append([entry(41)]));
    expect(await allOf(again)).toEqual(numbersTo(41));
    await again.close();
  });

  test("a folder that is not there is made", async () => {
    const folder = join(tempFolder(), "deep", "journal");
    const journal = await filled(folder, 2);
    expect(await allOf(journal)).toEqual(numbersTo(2));
    await journal.close();
  });

  test("appends that come together are flushed together, and keep their order", async () => {
    const syncs: string[] = [];
    const disk = watchedDisk((deed, path) => {
      if (deed === "file.sync") syncs.push(path);
    });
    const journal = await openJournal(tempFolder(), { disk });
    valueOf(await journal.append([entry(1)]));
    syncs.length = 0;
    const done = await Promise.all(Array.from({ length: 50 }, (_, at) => journal.append([entry(at + 2)])));
    expect(done.every(({ ok }) => ok)).toBe(true);
    // The first goes alone; the rest wait for it and go together.
    expect(syncs).toHaveLength(2);
    expect(await allOf(journal)).toEqual(numbersTo(51));
    await journal.close();
  });

  test("says up to which change of each desk nothing is missing, whatever the order", async () => {
    const journal = await openJournal(tempFolder());
    const about = (held: JournalAbout["held"]): JournalAbout => ({ desk: "DESK01", held });
    await journal.append([{ about: about([["DESK01", 3, 4]]), text: "" }]);
    expect(valueOf(await journal.state()).marks).toEqual({ DESK01: 0 });
    await journal.append([
      {
        about: about([
          ["DESK01", 1, 1],
          ["DESK02", 1, 9],
        ]),
        text: "",
      },
    ]);
    expect(valueOf(await journal.state()).marks).toEqual({ DESK01: 1, DESK02: 9 });
    await journal.append([{ about: about([["DESK01", 2, 2]]), text: "" }]);
    expect(valueOf(await journal.state()).marks).toEqual({ DESK01: 4, DESK02: 9 });
    await journal.close();
  });

  test("of a counter it keeps the greatest value, of the position the last", async () => {
    const folder = tempFolder();
    const journal = await openJournal(folder);
    const tell = (counter: number, cursor: number) =>
      journal.append([
        {
          about: {
            desk: "DESK01",
            held: [],
            counters: { "number:GZ-2026": counter },
            position: { epoch: "e", cursor },
          },
          text: "",
        },
      ]);
    await tell(7, 90);
    await tell(5, 40);
    await journal.close();
    const again = await openJournal(folder);
    expect(valueOf(await again.state())).toMatchObject({
      counters: { "number:GZ-2026": 7 },
      position: { epoch: "e", cursor: 40 },
    });
    await again.close();
  });

  test("a page of an import is packed small, and comes back as it was", async () => {
    const journal = await openJournal(tempFolder());
    const text = JSON.stringify(Array.from({ length: 100 }, (_, at) => ({ title: `门诊收费故障 ${at}` })));
    valueOf(await journal.append([entry(1, text)]));
    expect(valueOf(await journal.state()).bytes).toBeLessThan(text.length / 3);
    expect(await allOf(journal)).toEqual(new Map([[1, text]]));
    await journal.close();
  });

  test("another process is told that the folder is taken; afterwards it is free", async () => {
    const folder = tempFolder();
    const journal = await openJournal(folder);
    expect(await Journal.open(folder)).toMatchObject({ ok: false, failure: { kind: "file-busy" } });
    await journal.close();
    await (await openJournal(folder)).close();
  });

  test("a folder that somebody deletes is noticed at the next append, and begun anew at the one after", async () => {
    const folder = tempFolder();
    const journal = await filled(folder, 3);
    const before = valueOf(await journal.state()).journal;
    rmSync(folder, { recursive: true });
    expect(await journal.append([entry(4)])).toMatchObject({ ok: false, failure: { kind: "no-such-file" } });
    const anew = valueOf(await journal.append([entry(5)]));
    expect(anew.entries).toBe(1);
    expect(anew.journal).not.toBe(before);
    await journal.close();
  });
});

describe("a snapshot", () => {
  test("takes the place of the segments, and nothing changes but the files", async () => {
    const folder = tempFolder();
    const journal = await filled(folder, 60);
    const before = valueOf(await journal.state(60));
    valueOf(await journal.snapshot());
    expect(readdirSync(folder).filter((name) => name.endsWith(".snap"))).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith(".log"))).toHaveLength(0);
    expect(valueOf(await journal.state(60))).toEqual({
      ...before,
      bytes: valueOf(await journal.state()).bytes,
    });
    expect(await allOf(journal)).toEqual(numbersTo(60));
    for (const no of [61, 62, 63]) valueOf(await journal.append([entry(no)]));
    await journal.close();
    const again = await openJournal(folder, SMALL);
    expect(valueOf(await again.state())).toMatchObject({ entries: 63, marks: { DESK01: 63 }, trouble: [] });
    valueOf(await again.snapshot());
    expect(await allOf(again)).toEqual(numbersTo(63));
    await again.close();
  });

  test("comes by itself when the segments have grown, while appends go on", async () => {
    const folder = tempFolder();
    const journal = await filled(folder, 200, { segmentBytes: 300, snapshotBytes: 1500 });
    await journal.close();
    expect(readdirSync(folder).filter((name) => name.endsWith(".snap"))).toHaveLength(1);
    const again = await openJournal(folder);
    expect(await allOf(again)).toEqual(numbersTo(200));
    await again.close();
  });

  test("that cannot be read back as it was written does not count, and the segments stay", async () => {
    const folder = tempFolder();
    let isLying = false;
    const disk = watchedDisk((deed, path) => {
      if (isLying && deed === "file.read" && path.endsWith(".tmp")) {
        writeFileSync(path, "what a failing disk makes of it");
      }
    });
    const journal = await filled(folder, 30, { ...SMALL, disk } as typeof SMALL);
    isLying = true;
    expect(await journal.snapshot()).toMatchObject({ ok: false });
    expect(readdirSync(folder).every((name) => name.endsWith(".log"))).toBe(true);
    expect(await allOf(journal)).toEqual(numbersTo(30));
    await journal.close();
  });

  test("that a crash left unfinished, or segments that it did not come to remove, are cleared away", async () => {
    const folder = tempFolder();
    const journal = await filled(folder, 30);
    const kept = readdirSync(folder);
    valueOf(await journal.snapshot());
    await journal.close();
    for (const name of kept) writeFileSync(join(folder, name), "left behind");
    writeFileSync(join(folder, "snapshot-00000099.snap.tmp"), "half");
    const again = await openJournal(folder, SMALL);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".snap"))).toEqual([]);
    expect(valueOf(await again.state()).trouble).toEqual([]);
    expect(await allOf(again)).toEqual(numbersTo(30));
    await again.close();
  });
});

import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allOf, entry, openJournal } from "../../support/journal.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const SMALL = { segmentBytes: 150, snapshotBytes: 1e9 };
const ENTRIES = 9;
/** Every byte takes a while: `JOURNAL_BYTES=1` asks for it, else every third one is flipped. */
const STEP = Number(process.env["JOURNAL_BYTES"] ?? 3);
const textOf = (no: number): string => `{"n":${no}}`;

/** A journal of a snapshot (entries 1–3) and segments after it. */
async function journalIn(folder: string): Promise<void> {
  const journal = await openJournal(folder, SMALL);
  for (let no = 1; no <= ENTRIES; no += 1) {
    valueOf(await journal.append([entry(no)]));
    if (no === 3) valueOf(await journal.snapshot());
  }
  await journal.close();
}

test("an append that was cut off at any byte is cut away and told, and nothing before it is lost", async () => {
  const [original, work] = [join(tempFolder(), "a"), tempFolder()];
  await journalIn(original);
  const last =
    readdirSync(original)
      .filter((name) => name.endsWith(".log"))
      .at(-1) ?? "";
  const whole = statSync(join(original, last)).size;
  const shorter = await openJournal(original, { segmentBytes: 1e6 });
  valueOf(await shorter.append([entry(ENTRIES + 1)]));
  await shorter.close();
  const end = statSync(join(original, last)).size;
  expect(end).toBeGreaterThan(whole);
  for (let size = whole; size < end; size += 1) {
    const folder = join(work, String(size));
    cpSync(original, folder, { recursive: true });
    truncateSync(join(folder, last), size);
    const journal = await openJournal(folder, SMALL);
    const { trouble, entries } = valueOf(await journal.state());
    expect(entries).toBe(ENTRIES);
    const cut = { kind: "torn", file: last, at: whole, bytes: size - whole, from: 1, to: 0 };
    expect(trouble).toEqual(size === whole ? [] : [cut]);
    valueOf(await journal.append([entry(ENTRIES + 1, "again")]));
    const all = await allOf(journal);
    expect([...all.keys()]).toEqual(Array.from({ length: ENTRIES + 1 }, (_, at) => at + 1));
    expect(all.get(ENTRIES + 1)).toBe("again");
    await journal.close();
    // Told once: what was cut away is kept beside, for somebody who knows how.
    const again = await openJournal(folder, SMALL);
    expect(valueOf(await again.state()).trouble).toEqual([]);
    await again.close();
    if (size > whole) expect(statSync(join(folder, `${last}.${whole}.torn`)).size).toBe(size - whole);
  }
});

test("a flipped byte anywhere is told with its place, and everything else is still given", async () => {
  const [original, work] = [join(tempFolder(), "a"), tempFolder()];
  await journalIn(original);
  const files = readdirSync(original);
  expect(files.length).toBeGreaterThan(2);
  for (const name of files) {
    const bytes = readFileSync(join(original, name));
    for (let at = 0; at < bytes.length; at += STEP) {
      const folder = join(work, `${name}-${at}`);
      cpSync(original, folder, { recursive: true });
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(join(folder, name), flipped);
      await expectTold(folder, name, at);
    }
  }
}, 300_000);

/** What is lost is said to be lost, what is given is as it was written, and the journal goes on. */
async function expectTold(folder: string, name: string, at: number): Promise<void> {
  const where = `${name} byte ${at}`;
  const journal = await openJournal(folder, SMALL);
  const { trouble } = valueOf(await journal.state());
  const verified = valueOf(await journal.verify());
  const told = [...trouble, ...verified].find(
    ({ file, at: from, bytes }) => file === name && from <= at && at < from + Math.max(bytes, 32),
  );
  expect(told, where).toBeDefined();
  const all = await allOf(journal);
  for (const [no, text] of all) expect(text, where).toBe(textOf(no));
  const lost = ENTRIES - all.size;
  // One frame: a single entry, or the snapshot's pack of three.
  expect(lost, where).toBeLessThanOrEqual(name.endsWith(".snap") ? 3 : 1);
  const next = valueOf(await journal.append([entry(ENTRIES + 1)]));
  await journal.close();
  const again = await openJournal(folder, SMALL);
  const after = await allOf(again);
  expect(after.get(next.entries), where).toBe(textOf(ENTRIES + 1));
  for (const no of all.keys()) expect(after.has(no), where).toBe(true);
  // A snapshot of what is whole ends the matter; the damaged file stays beside.
  valueOf(await again.snapshot());
  expect(await allOf(again), where).toEqual(after);
  await again.close();
  const healed = await openJournal(folder, SMALL);
  expect([...valueOf(await healed.state()).trouble, ...valueOf(await healed.verify())], where).toEqual([]);
  await healed.close();
}

test("a segment that is gone is told with the entries that went with it", async () => {
  const folder = join(tempFolder(), "a");
  await journalIn(folder);
  const names = readdirSync(folder).filter((name) => name.endsWith(".log"));
  expect(names.length).toBeGreaterThan(2);
  rmSync(join(folder, names[0] ?? ""));
  const journal = await openJournal(folder, SMALL);
  const [trouble] = valueOf(await journal.state()).trouble;
  expect(trouble).toMatchObject({ kind: "damaged", file: names[1], from: 4 });
  const all = await allOf(journal);
  expect(all.size).toBe(ENTRIES - ((trouble?.to ?? 0) - 3));
  await journal.close();
});

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { JournalOptions } from "../../../electron/journal/journal.ts";
import { Journal } from "../../../electron/journal/journal.ts";
import { allOf, diskError, entry, openJournal, watchedDisk } from "../../support/journal.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const SMALL = { segmentBytes: 300, snapshotBytes: 900 };

/** A disk whose n-th deed of some kind fails, once or from then on. */
function failingDisk(code: string, fails: (deed: string, count: number) => boolean): JournalOptions {
  let count = 0;
  return {
    ...SMALL,
    disk: watchedDisk((deed) => {
      count += 1;
      if (fails(deed, count)) throw diskError(code);
    }),
  };
}

/** Appends through whatever fails; then looks on a sound disk for what was acknowledged, and for nothing more. */
async function expectKept(options: JournalOptions): Promise<readonly string[]> {
  const folder = tempFolder();
  const failures: string[] = [];
  const acknowledged = new Map<number, string>();
  const opened = await Journal.open(folder, options);
  if (!opened.ok) return [opened.failure.kind];
  for (let no = 1; no <= 25; no += 1) {
    const done = await opened.value.append([entry(no)]);
    if (done.ok) acknowledged.set(done.value.entries, `{"n":${no}}`);
    else failures.push(done.failure.kind);
  }
  await opened.value.close();
  const again = await openJournal(folder, SMALL);
  expect(await allOf(again)).toEqual(acknowledged);
  expect(valueOf(await again.state()).trouble).toEqual([]);
  valueOf(await again.append([entry(26)]));
  await again.close();
  return failures;
}

describe("a disk that fails", () => {
  test("once, at any moment: what was acknowledged is there, what was refused is not, and it goes on", async () => {
    for (let at = 1; at < 220; at += 1) {
      await expectKept(failingDisk("EIO", (_deed, count) => count === at));
    }
  }, 240_000);

  test.each([
    ["full", "ENOSPC", "file.write", "disk-full"],
    ["over its quota", "EDQUOT", "file.sync", "disk-full"],
    ["gone read-only", "EROFS", "open", "not-allowed"],
    ["not ours to write", "EACCES", "open", "not-allowed"],
    ["failing", "EIO", "file.sync", "internal"],
  ])("for good, because it is %s: each append says so (%s at %s)", async (_why, code, deed, kind) => {
    const failures = await expectKept(
      failingDisk(code, (one, count) => one === deed && count > (deed === "open" ? 0 : 40)),
    );
    expect(new Set(failures)).toEqual(new Set([kind]));
    expect(failures.length).toBeGreaterThan(0);
  });

  test("while a snapshot is made: the segments stay, and the next try succeeds", async () => {
    for (const deed of ["file.write", "file.sync", "rename", "open"]) {
      let isFull = false;
      const options = failingDisk("ENOSPC", (one) => isFull && one === deed);
      const folder = tempFolder();
      const journal = await openJournal(folder, { ...options, snapshotBytes: 1e9 });
      for (let no = 1; no <= 20; no += 1) valueOf(await journal.append([entry(no)]));
      isFull = true;
      expect(await journal.snapshot()).toMatchObject({ ok: false, failure: { kind: "disk-full" } });
      isFull = false;
      expect((await allOf(journal)).size).toBe(20);
      valueOf(await journal.snapshot());
      expect((await allOf(journal)).size).toBe(20);
      await journal.close();
    }
  });

  test.skipIf(process.platform === "win32")(
    "a real limit on the size of a file is told as a full disk, and nothing acknowledged is lost",
    async () => {
      // Blocks of 512 bytes: the segment is cut off in the middle of an append.
      const folder = tempFolder();
      const writer = fileURLToPath(new URL("../../support/journal-writer.ts", import.meta.url));
      const { stdout } = spawnSync(
        "sh",
        ["-c", 'ulimit -f 5; exec "$0" "$1" "$2" 1', process.execPath, writer, folder],
        { encoding: "utf8", timeout: 60_000 },
      );
      const said = stdout.trim().split("\n");
      expect(said.filter((line) => !/^(\d+|open)$/.test(line))).toEqual(["disk-full", "disk-full"]);
      const journal = await openJournal(folder);
      const kept = [...(await allOf(journal)).values()].map((text) => (JSON.parse(text) as { n: number }).n);
      for (const line of said.filter((one) => /^\d+$/.test(one))) expect(kept).toContain(Number(line));
      await journal.close();
    },
  );
});

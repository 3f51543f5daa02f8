import { expect, test } from "vitest";
import { chancesOf } from "../../../cli/sync-sim/random.ts";
import { Journal } from "../../../electron/journal/journal.ts";
import { cuttableDisk, type Image } from "../../support/flaky-disk.ts";
import { allOf, entry, openJournal } from "../../support/journal.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const SMALL = { segmentBytes: 1500, snapshotBytes: 5000 };
/** `POWER_CUTS=20000` for a night. */
const CUTS = Number(process.env["POWER_CUTS"] ?? 600);
const LIVES = 4;

/** Appends from two windows at once until the power goes; gives the numbers that were acknowledged. */
async function workUntilCut(journal: Journal, from: number): Promise<readonly number[]> {
  const acknowledged: number[] = [];
  let next = from;
  const appendOn = async (): Promise<void> => {
    for (;;) {
      const no = next;
      next += 1;
      const done = await journal.append([
        entry(no, `{"n":${no},"filling":"${"满".repeat((no * 37) % 300)}"}`),
      ]);
      if (!done.ok) return;
      acknowledged.push(no);
    }
  };
  await Promise.all([appendOn(), appendOn()]);
  return acknowledged;
}

test(
  `${CUTS} power cuts at any moment, on a disk that keeps only what was flushed, lose no acknowledged entry`,
  { timeout: 60_000 + CUTS * 200 },
  async () => {
    let all = 0;
    for (let seed = 1; seed <= CUTS / LIVES; seed += 1) {
      const chances = chancesOf(seed);
      const folder = tempFolder();
      const acknowledged = new Set<number>();
      let image: Image = new Map();
      for (let life = 0; life < LIVES; life += 1) {
        const cuttable = cuttableDisk(chances, image, 1 + chances.below(120));
        const opened = await Journal.open(folder, { ...SMALL, disk: cuttable.disk });
        if (opened.ok) {
          for (const no of await workUntilCut(opened.value, 1 + life * 1000)) acknowledged.add(no);
          await opened.value.close();
        }
        image = cuttable.cut();
      }
      const journal = await openJournal(folder, {
        ...SMALL,
        disk: cuttableDisk(chances, image, Infinity).disk,
      });
      const { trouble } = valueOf(await journal.state());
      expect(
        trouble.filter(({ kind }) => kind === "damaged"),
        `seed ${seed}`,
      ).toEqual([]);
      const kept = [...(await allOf(journal)).values()].map((text) => (JSON.parse(text) as { n: number }).n);
      expect(
        [...acknowledged].filter((no) => !kept.includes(no)),
        `seed ${seed}`,
      ).toEqual([]);
      expect(new Set(kept).size, `seed ${seed}`).toBe(kept.length);
      await journal.close();
      all += acknowledged.size;
    }
    expect(all).toBeGreaterThan(CUTS);
  },
);

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { Journal } from "../../electron/journal/journal.ts";
import { cuttableDisk, type Image } from "./flaky-disk.ts";
import { allOf, entry, openJournal } from "./journal.ts";
import type { KillOutcome } from "./kill-service.ts";
import { valueOf } from "./value-of.ts";

const SMALL = { segmentBytes: 1500, snapshotBytes: 5000 };
const LIVES = 4;

/**
 * Cuts the power under a journal, on a disk that keeps only what was flushed: four times in a row for each seed, at any
 * moment of opening, appending and folding. `damaged`: how often the journal took for damage what was only a cut.
 */
export async function cutPower(
  cuts: number,
  firstSeed = 1,
): Promise<KillOutcome & { readonly damaged: number; readonly seeds: readonly number[] }> {
  const sum = { acknowledged: 0, lost: 0, doubled: 0, damaged: 0 };
  const bad: number[] = [];
  for (let seed = firstSeed; seed < firstSeed + cuts / LIVES; seed += 1) {
    const folder = mkdtempSync(join(tmpdir(), "shouyue-cut-"));
    const one = await fourLives(seed, folder);
    rmSync(folder, { recursive: true, force: true });
    sum.acknowledged += one.acknowledged;
    sum.lost += one.lost;
    sum.doubled += one.doubled;
    sum.damaged += one.damaged;
    if (one.lost + one.doubled + one.damaged > 0) bad.push(seed);
  }
  return { kills: cuts, ...sum, seeds: bad };
}

async function fourLives(
  seed: number,
  folder: string,
): Promise<Record<"acknowledged" | "lost" | "doubled" | "damaged", number>> {
  const chances = chancesOf(seed);
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
  const journal = await openJournal(folder, { ...SMALL, disk: cuttableDisk(chances, image, Infinity).disk });
  const { trouble } = valueOf(await journal.state());
  const kept = [...(await allOf(journal)).values()].map((text) => (JSON.parse(text) as { n: number }).n);
  await journal.close();
  const held = new Set(kept);
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((no) => !held.has(no)).length,
    doubled: kept.length - held.size,
    damaged: trouble.filter(({ kind }) => kind === "damaged").length,
  };
}

/** Appends from two windows at once until the power goes; gives the numbers that were acknowledged. */
async function workUntilCut(journal: Journal, from: number): Promise<readonly number[]> {
  const acknowledged: number[] = [];
  let next = from;
  const appendOn = async (): Promise<void> => {
    for (;;) {
      const no = next;
      next += 1;
      const filling = "满".repeat((no * 37) % 300);
      const done = await journal.append([entry(no, `{"n":${no},"filling":"${filling}"}`)]);
      if (!done.ok) return;
      acknowledged.push(no);
    }
  };
  await Promise.all([appendOn(), appendOn()]);
  return acknowledged;
}

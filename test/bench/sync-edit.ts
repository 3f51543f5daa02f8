import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startService } from "../support/service.ts";
import { median, percentile, type Figure } from "./figures.ts";
import { inLab, jobsOf, launch, type JobsOf } from "./lab.ts";

const MOST_EDITS = 100;
const LEAST_EDITS = 8;
const MOST_MS = 60_000;
const A_CHANGE = Buffer.alloc(600, "门");

/**
 * `sync-edit`: from saving an edit on one desk until another, in a browser of its own, has it in its store and reads it.
 * Both are online at the real service, kept in step by the product's own loop. Beside it the least that could carry it:
 * two round trips on the loopback and two flushes of as many bytes, measured turn about.
 */
export async function benchSyncEdit(): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const service = await startService({ window: join(lab.root, "bench") });
    const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
    const elsewhere = await launch(join(folder, "profile"));
    const pages: Page[] = [];
    try {
      const deskIn = async (context: typeof elsewhere, name: string): Promise<JobsOf> => {
        const page = await context.newPage();
        pages.push(page);
        await page.goto(service.address);
        const run = jobsOf(page);
        await run("editOpen", name);
        return run;
      };
      const [one, other] = [await deskIn(lab.context, "edit-one"), await deskIn(elsewhere, "edit-other")];
      const { ours, floor } = await edits(one, other, join(folder, "flushed"));
      const against = "two loopback round trips + two flushes";
      const of = `of ${ours.length} edits`;
      return [
        { what: `seen on the other desk, p50 ${of}`, ours: median(ours), against, other: median(floor) },
        {
          what: `seen on the other desk, p95 ${of}`,
          ours: percentile(ours, 0.95),
          against,
          other: percentile(floor, 0.95),
          goal: { ratio: 3 },
        },
      ];
    } finally {
      for (const page of pages) await page.close();
      await elsewhere.close();
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Each edit when the one before it has arrived and both desks have rested a moment, as people write. */
async function edits(
  one: JobsOf,
  other: JobsOf,
  file: string,
): Promise<{ readonly ours: number[]; readonly floor: number[] }> {
  const [ours, floor]: [number[], number[]] = [[], []];
  const id = await one("editMake");
  await other("editWatch", id);
  const bare = await open(file, "w");
  try {
    // The first brings the fault itself.
    await other("editSeen", await titled(one, id, 0).then(({ title }) => title));
    const started = performance.now();
    const isEnough = (): boolean =>
      ours.length >= MOST_EDITS || (ours.length >= LEAST_EDITS && performance.now() - started > MOST_MS);
    for (let n = 1; !isEnough(); n++) {
      await new Promise((later) => setTimeout(later, 100 + ((n * 37) % 150)));
      const { title, begun } = await titled(one, id, n);
      ours.push((await other("editSeen", title)) - begun);
      const trips = await one("editTrips", "/api/health/live");
      const flushing = performance.now();
      for (let flush = 0; flush < 2; flush++) {
        await bare.write(A_CHANGE);
        await bare.sync();
      }
      floor.push(trips + performance.now() - flushing);
    }
  } finally {
    await bare.close();
  }
  return { ours, floor };
}

async function titled(one: JobsOf, id: string, n: number): Promise<{ title: string; begun: number }> {
  const title = `第 ${n} 次修改`;
  return { title, begun: await one("editSave", id, title) };
}

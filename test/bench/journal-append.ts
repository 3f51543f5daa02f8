import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../electron/journal/journal.ts";
import { must } from "../../shared/lib/must.ts";

/** What an edit's entry weighs, about. */
const TEXT = JSON.stringify({ runs: [{ patch: { title: "门诊收费无法登录".repeat(20) } }] });

/**
 * Appends of one edit to the journal, as the main process does them, and a bare write and flush of as many bytes, turn
 * about. Milliseconds of each. The way between window and main process is not in it.
 */
export async function journalAppends(
  count: number,
): Promise<{ readonly ours: number[]; readonly floor: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  const [ours, floor]: [number[], number[]] = [[], []];
  const opened = await Journal.open(join(folder, "journal"));
  if (!opened.ok) throw new Error(opened.failure.kind);
  const bare = await open(join(folder, "bare"), "w");
  const bytes = Buffer.from(TEXT);
  try {
    for (let no = 1; no <= count; no++) {
      ours.push(
        await timed(async () => {
          const about = { desk: "BENCH1", held: [["BENCH1", no, no] as [string, number, number]] };
          const done = await opened.value.append([{ about, text: TEXT }]);
          must(done.ok ? done.value : undefined, "the disk takes it");
        }),
      );
      floor.push(
        await timed(async () => {
          await bare.write(bytes);
          await bare.sync();
        }),
      );
    }
  } finally {
    await bare.close();
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ours, floor };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

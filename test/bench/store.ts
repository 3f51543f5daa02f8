import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { launchChromium } from "../support/browser.ts";
import { startService } from "../support/service.ts";

/** `import`: packed pages with timelines against bare rows without; `open-list`: cold opening, search and sort. */
export async function benchStore(args: readonly string[]): Promise<void> {
  const count = Number(
    /^--rows=(\d+)$/.exec(args.find((arg) => arg.startsWith("--rows=")) ?? "")?.[1] ?? 150_000,
  );
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  await build({
    root: fileURLToPath(new URL("./store-page", import.meta.url)),
    base: "./",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, target: "chrome109" },
    worker: { format: "es" },
  });
  const service = await startService({ window: folder });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(service.address);
    const oursMs = await run<number>(page, `jobs.importPacked(${count})`);
    const floorMs = await run<number>(page, `jobs.importBare(${count})`);
    const again = await context.newPage();
    await again.goto(service.address);
    const list = await run<Record<string, number>>(again, "jobs.openList()");
    const report = {
      bench: "store",
      rows: count,
      importMs: Math.round(oursMs),
      rowsPerSecond: Math.round(count / (oursMs / 1000)),
      bareRowsMs: Math.round(floorMs),
      importToBareRows: Number((oursMs / floorMs).toFixed(2)),
      ...Object.fromEntries(Object.entries(list).map(([name, value]) => [name, Math.round(value)])),
    };
    if (args.includes("--json")) console.log(JSON.stringify(report));
    else console.table(report);
  } finally {
    await browser.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run<V>(page: Page, job: string): Promise<V> {
  await page.waitForFunction("typeof jobs !== 'undefined'");
  return page.evaluate<V>(job);
}

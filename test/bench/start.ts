import { join } from "node:path";
import { launch, inLab, runJob } from "./lab.ts";
import type { EmptyWord } from "./empty-page/page.tsx";
import { turnAbout, type Figure, type Options } from "./figures.ts";

const LEAST_ROUNDS = 5;
const WORD: EmptyWord = "开始使用";
const READY = {
  product: "document.querySelector('input[placeholder^=\"一行报修\"]') !== null",
  empty: `document.querySelector("button")?.textContent === "${WORD}"`,
} as const;

/** `start`: launch of the browser to a window that takes a fault, beside an empty page with the same components. */
export async function benchStart({ rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const { address } = await lab.origin();
    // Launched again and again: on a profile of its own, since the run's Chromium stays open.
    const profile = join(lab.root, "../start");
    const context = await launch(profile);
    await runJob(context, `${address}bench/`, "fill", "shouyue", 1000);
    await context.close();
    const launches = Math.max(LEAST_ROUNDS, rounds);
    const product = { whole: [] as number[], page: [] as number[] };
    const took = await turnAbout(launches, {
      product: () => started(profile, address, READY.product, product.page),
      empty: () => started(profile, `${address}empty/`, READY.empty, product.whole),
    });
    const against = "an empty page with the same framework";
    const pages = { product: middle(product.page), empty: middle(product.whole) };
    return [
      {
        what: "browser launched to a window that takes a fault",
        ours: took.product,
        against,
        other: took.empty,
        goal: { ratio: 1.5 },
      },
      { what: "the page alone, from asking for it", ours: pages.product, against, other: pages.empty },
    ];
  });
}

async function started(profile: string, address: string, ready: string, pageMs: number[]): Promise<number> {
  const begun = performance.now();
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.waitForFunction(ready);
  pageMs.push(await page.evaluate<number>("new Promise((done) => requestAnimationFrame(done))"));
  const took = performance.now() - begun;
  await context.close();
  return took;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

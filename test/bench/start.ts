import { launch, inLab, type Lab } from "./lab.ts";
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
    await lab.run(address, "fill", "shouyue", 1000);
    await lab.context.close();
    const launches = Math.max(LEAST_ROUNDS, rounds);
    const product = { whole: [] as number[], page: [] as number[] };
    const took = await turnAbout(launches, {
      product: () => started(lab, address, READY.product, product.page),
      empty: () => started(lab, `${address}empty/`, READY.empty, product.whole),
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

async function started(lab: Lab, address: string, ready: string, pageMs: number[]): Promise<number> {
  const begun = performance.now();
  const context = await launch(lab.profile);
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

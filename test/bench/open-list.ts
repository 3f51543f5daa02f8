import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import type { FilledLab } from "./filled-lab.ts";
import { newWindow, paintedAt } from "./window.ts";

const LEAST_ROUNDS = 5;
const MOST: Readonly<Record<number, number>> = { 100_000: 1.5, 1_000_000: 2 };

/** `open-list`: from asking for the page to the first full screen of the list, beside the same page on an empty store. */
export async function benchOpenList(lab: FilledLab, { rounds }: Options): Promise<readonly Figure[]> {
  const sizes = [...lab.addresses.keys()];
  const jobs = sizes.map((size) => [String(size), () => opened(lab, lab.addresses.get(size) ?? "")] as const);
  // Once each beforehand, so that all of them find their scripts compiled.
  for (const [, job] of jobs) await job();
  const took = await turnAbout(Math.max(LEAST_ROUNDS, rounds), Object.fromEntries(jobs));
  const empty = took["0"] ?? 0;
  return sizes
    .filter((size) => size > 0)
    .map((size) => ({
      bench: "open-list",
      what: `${grouped(size)} rows to the first full screen`,
      ours: took[size] ?? 0,
      against: "the same page on an empty store",
      other: empty,
      growth: { of: "opening the list", rows: size },
      goal: MOST[size] === undefined ? {} : { ratio: MOST[size] },
    }));
}

async function opened({ context }: FilledLab, address: string): Promise<number> {
  const page = await newWindow(context);
  await page.goto(`${address}#/incidents`);
  const took = await paintedAt(page);
  await page.close();
  return took;
}

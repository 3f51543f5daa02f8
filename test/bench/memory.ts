import { grouped, type Figure } from "./figures.ts";
import type { FilledLab } from "./filled-lab.ts";
import { rendererMiB } from "./renderer-memory.ts";
import { newWindow, paintedAt } from "./window.ts";

const SCREENS = 40;
const MOST_MIB: Readonly<Record<number, number>> = { 100_000: 250, 1_000_000: 900 };

/** `memory`: what the window's process holds by itself, its worker included, once the list was scrolled through. */
export async function benchMemory(lab: FilledLab): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  let empty: number | undefined;
  for (const [size, address] of lab.addresses) {
    const page = await newWindow(lab.context);
    await page.goto(`${address}#/incidents`);
    await paintedAt(page);
    if (size > 0) await page.getByRole("gridcell").first().click();
    for (let screen = 0; screen < SCREENS; screen++) await page.keyboard.press("PageDown");
    await page.keyboard.press("Control+End");
    await page.waitForTimeout(1000);
    const session = await lab.context.newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const mib = await rendererMiB(lab.profile);
    empty ??= mib;
    if (size > 0) {
      const most = MOST_MIB[size];
      figures.push({
        bench: "memory",
        what: `${grouped(size)} rows scrolled, the whole process (heap of the page itself ${(usedSize / 2 ** 20).toFixed(0)} MiB)`,
        ours: mib,
        unit: "MiB",
        against: "the same window, empty",
        other: empty,
        growth: { of: "memory", rows: size },
        goal: most === undefined ? {} : { ours: most },
      });
    }
    await page.close();
  }
  return figures;
}

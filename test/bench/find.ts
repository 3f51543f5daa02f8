import type { Page } from "@playwright/test";
import { grouped, median, percentile, type Figure } from "./figures.ts";
import type { FilledLab } from "./filled-lab.ts";
import { answered, newWindow, paintedAt } from "./window.ts";

const FRAME_MS = 16.7;
const MOST_FRAMES: Readonly<Record<number, number>> = { 100_000: 3, 1_000_000: 6 };
/** One character at a time, each of which leaves fewer rows. */
const WORDS = [
  ["卡", "儿", "刘", "7"],
  ["慢", "财", "王", "3"],
  ["超", "药", "李", "9"],
];
const COLUMNS = ["编号", "主题", "紧急程度", "报修时间", "科室"];

/** `find`: from a keystroke or a click to the painted rows that answer it, in the product's own list. */
export async function benchFind(lab: FilledLab): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [size, address] of lab.addresses) {
    if (size === 0) continue;
    const page = await newWindow(lab.context);
    await page.goto(`${address}#/incidents`);
    await paintedAt(page);
    const { first, again } = await sorts(page);
    const took = { search: await searches(page), filter: await filters(page), "sort, again": again };
    for (const [name, times] of Object.entries(took)) {
      const frames = MOST_FRAMES[size];
      figures.push({
        bench: "find",
        what: `${name} in ${grouped(size)} rows, p95 of ${times.length} (p50 ${median(times).toFixed(0)} ms)`,
        ours: percentile(times, 0.95),
        against: "one frame",
        other: FRAME_MS,
        growth: { of: name, rows: size, ...(name.startsWith("sort") ? { sorts: true } : {}) },
        goal: frames === undefined ? {} : { ratio: frames },
      });
    }
    const slowest = Math.max(...first.map(({ ms }) => ms));
    figures.push({
      bench: "find",
      what: `sort by a column for the first time in ${grouped(size)} rows, slowest of ${first.length} (${first.map(({ column, ms }) => `${column} ${ms.toFixed(0)}`).join(", ")})`,
      ours: slowest,
      against: "one frame",
      other: FRAME_MS,
      growth: { of: "a first sort", rows: size, sorts: true },
    });
    await page.close();
  }
  return figures;
}

async function searches(page: Page): Promise<number[]> {
  const times: number[] = [];
  const box = page.getByPlaceholder(/^搜索编号/);
  await box.click();
  for (const words of WORDS) {
    for (const [at, word] of words.entries()) {
      if (at > 0) await page.keyboard.type(" ");
      await page.waitForTimeout(150);
      times.push(await answered(page, () => page.keyboard.type(word)));
    }
    for (const at of words.keys()) {
      await page.waitForTimeout(150);
      times.push(await answered(page, () => page.keyboard.press("Backspace")));
      if (at < words.length - 1) await page.keyboard.press("Backspace");
    }
  }
  return times;
}

async function filters(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.getByRole("button", { name: /筛选.*紧急程度|紧急程度.*筛选/ }).click();
  const boxes = page.locator(".sy-filter .ant-checkbox-wrapper");
  await boxes.first().waitFor();
  for (let round = 0; round < 3; round++)
    for (const box of [...(await boxes.all()), ...(await boxes.all())]) {
      await page.waitForTimeout(100);
      // The fourth tick wants all four, as none does: only the order of ticking keeps every answer different.
      times.push(await answered(page, () => box.click()));
    }
  await page.keyboard.press("Escape");
  return times;
}

async function sorts(page: Page): Promise<{
  readonly first: { readonly column: string; readonly ms: number }[];
  readonly again: number[];
}> {
  const first: { column: string; ms: number }[] = [];
  const again: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const column of COLUMNS) {
      await page.waitForTimeout(100);
      const heading = page.getByRole("columnheader").filter({ hasText: column }).locator(".sy-grid-title");
      const ms = await answered(page, () => heading.first().click());
      if (round === 0) first.push({ column, ms });
      else again.push(ms);
    }
  return { first, again };
}

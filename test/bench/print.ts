import type { Page } from "@playwright/test";
import { turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab, type Lab } from "./lab.ts";
import { newWindow, paintedAt } from "./window.ts";

const LEAST_ROUNDS = 5;

/** `print`: the fault report fax as PDF, beside the same browser printing a blank A4 page. */
export async function benchPrint({ rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const { address } = await lab.origin();
    await lab.run(address, "fill", "shouyue", 1000);
    const page = await newWindow(lab.context);
    await page.goto(`${address}#/incidents`);
    await paintedAt(page);
    await page.getByRole("gridcell").getByRole("link").first().click();
    await page.waitForURL(/#\/incidents\/./);
    const card = page.url();
    const blank = await lab.context.newPage();
    await blank.setContent("<!doctype html><style>@page { size: A4 }</style>");
    const line = await lineOfType(lab, card);
    const took = await turnAbout(Math.max(LEAST_ROUNDS, rounds), {
      whole: async () => {
        await page.goto(card);
        await page.getByText("经过", { exact: true }).waitFor();
        return timed(() => fromCard(page, card));
      },
      // The paper is still on screen.
      drawn: () => timed(() => pdf(page)),
      line: () => timed(() => pdf(line)),
      blank: () => timed(() => pdf(blank)),
    });
    const against = "a blank A4 page";
    return [
      {
        what: "fault report on screen → PDF",
        ours: took.drawn,
        against,
        other: took.blank,
        goal: { ratio: 2 },
      },
      {
        what: "the same",
        ours: took.drawn,
        against: "a page with six Chinese characters in the same type",
        other: took.line,
      },
      { what: "from the card: drawn, laid out, PDF", ours: took.whole, against, other: took.blank },
    ];
  });
}

/** The least that a paper in Chinese is: one line in the type of the papers, and nothing else. */
async function lineOfType(lab: Lab, card: string): Promise<Page> {
  const page = await lab.context.newPage();
  await page.goto(card);
  await page.getByText("经过", { exact: true }).waitFor();
  await page.evaluate(`document.body.innerHTML = "<p style='font-family: Shouyue Paper'>故障报告传真</p>"`);
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  return page;
}

async function fromCard(page: Page, card: string): Promise<void> {
  await page.goto(card.replace(/#\/incidents\//, "#/paper/F04/"));
  await page.getByRole("heading", { name: /^F04/ }).waitFor();
  await page.locator("button:enabled", { hasText: /^打印/ }).waitFor();
  await pdf(page);
}

async function pdf(page: Page): Promise<void> {
  await page.pdf({ preferCSSPageSize: true });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

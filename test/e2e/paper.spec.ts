import { expect, test } from "@playwright/test";
import jsQR from "jsqr";
import { readPaperCode } from "../../shared/forms/paper-code.ts";
import {
  buildPaperPage,
  keepPicture,
  oneBit,
  openPapers,
  pdfOf,
  PdfReader,
  rgba,
  squared,
} from "../support/fax-page.ts";
import { learnGlyphs, readLines } from "../support/fax-reader.ts";
import {
  blank,
  card,
  faultReport,
  incident,
  longFax,
  longStory,
  shortFax,
} from "../support/sample-papers.ts";
import {
  changePaper,
  hostileAgreement,
  hostileSheet,
  letterPaper,
  longSheet,
  planPaper,
  sheet,
  visitPaper,
} from "../support/sample-sheets.ts";

// Group 3 fax, standard resolution: the coarsest that is still sent.
const ACROSS = 204;
const DOWN = 98;

test.beforeAll(async () => {
  await buildPaperPage();
});

const papers = [
  ["fax", shortFax],
  ["long-fax", longFax],
  ["blank", blank],
  ["card", card],
  ["breach", sheet],
  ["long-breach", longSheet],
  ["visit-agreement", visitPaper],
  ["change-agreement", changePaper],
  ["plan", planPaper],
  ["letter", letterPaper],
] as const;

for (const [name, paper] of papers)
  test(`${name}: A4 pages that count themselves, each with the number and a code that a fax leaves readable`, async ({
    browser,
  }) => {
    const page = await openPapers(browser, [paper]);
    const [pageCount] = await page.evaluate(() => window.pageCounts ?? []);
    const reader = await PdfReader.open(page, await pdfOf(page));
    expect(reader.pageCount).toBe(pageCount);
    for (let n = 1; n <= reader.pageCount; n++) {
      const { width, height, text } = await reader.read(n);
      expect(Math.abs(width - 595)).toBeLessThanOrEqual(1);
      expect(Math.abs(height - 842)).toBeLessThanOrEqual(1);
      expect(text).toContain(paper.number);
      expect(text).toContain(`第 ${n} 页 共 ${reader.pageCount} 页`);
      expect(text).not.toContain("chrome of the app");
      const fax = oneBit(await reader.raster(n, ACROSS, DOWN));
      const seen = squared(fax, 1, 2);
      await keepPicture(page, seen, `paper-${name}-${n}-fax`);
      await keepPicture(page, await reader.raster(n, 100, 100), `paper-${name}-${n}`);
      expect(jsQR(rgba(seen), seen.width, seen.height)?.data).toBe(paper.qr);
    }
    await page.context().close();
  });

test("the code on a fax leads back to its incident, the one on a blank to its number", () => {
  expect(readPaperCode(shortFax.qr)).toMatchObject({ value: { id: faultReport.incidentId } });
  expect(readPaperCode(blank.qr)).toMatchObject({ value: { kind: "blank", number: blank.number } });
});

test("texts without an end or a space tear no sheet: every page counts itself and stays within its frame", async ({
  browser,
}) => {
  const page = await openPapers(browser, [hostileSheet, hostileAgreement]);
  const over = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".paper-body")].flatMap((body) => {
      const edge = body.getBoundingClientRect();
      return [...body.querySelectorAll(".paper-piece, .paper-line")].flatMap((piece) => {
        const box = piece.getBoundingClientRect();
        return box.bottom > edge.bottom + 2 || box.right > edge.right + 2
          ? [piece.textContent.slice(0, 40)]
          : [];
      });
    }),
  );
  expect(over).toEqual([]);
  const sheets = await page.evaluate(() => (window.pageCounts ?? []).reduce((sum, count) => sum + count, 0));
  const reader = await PdfReader.open(page, await pdfOf(page));
  expect(reader.pageCount).toBe(sheets);
  await page.context().close();
});

test("what the vendor must know is text in the PDF, and a long story loses no line", async ({ browser }) => {
  const page = await openPapers(browser, [longFax]);
  const reader = await PdfReader.open(page, await pdfOf(page));
  let text = "";
  for (let n = 1; n <= reader.pageCount; n++) text += (await reader.read(n)).text;
  for (const words of [
    "QYYY-2026-HIS-031",
    "BC-HIS-20260131",
    "医院信息系统（HIS）",
    "V6.2.1",
    "010-55550198",
    incident.reporter ?? "",
    "2026年11月23日 08:46",
    "厂商回执",
    "（盖章有效）",
  ])
    expect(text).toContain(words);
  const stands = longStory.split("\n").map((line) => text.indexOf(line));
  expect(stands.every((at) => at >= 0)).toBe(true);
  expect(stands).toEqual(stands.toSorted((a, b) => a - b));
  await page.context().close();
});

/*
 * An optical reader of our own: it knows where each line begins (from the PDF) and how each character of GB 2312
 * level 1 (3,755 of them) and each digit looks in our font, and names the nearest for every place in the 1-bit
 * picture. It shows that characters can still be told apart; it does not show what a noisy line or a worn drum does.
 */
for (const [name, paper] of [
  ["a fault report", shortFax],
  ["a breach sheet", sheet],
  ["an agreement", visitPaper],
] as const)
  test(`after one bit at 204×98 the Chinese and the digits of ${name} can still be told apart`, async ({
    browser,
  }) => {
    test.slow();
    const page = await openPapers(browser, [paper]);
    const reader = await PdfReader.open(page, await pdfOf(page));
    const glyphs = await learnGlyphs(page, ACROSS, DOWN);
    let [all, misreadOfAll] = [0, 0];
    for (let n = 1; n <= reader.pageCount; n++) {
      const fax = oneBit(await reader.raster(n, ACROSS, DOWN));
      const { chinese, digits } = readLines(fax, await reader.lines(n), glyphs, ACROSS, DOWN);
      const misread = (chars: typeof chinese) => chars.filter(({ is, read }) => is !== read);
      const wrong = misread(chinese);
      console.log(
        `page ${n}: ${chinese.length} characters, misread ${wrong.map(({ is, read }) => `${is}→${read}`).join(" ") || "none"}; ${digits.length} digits`,
      );
      expect(chinese.length).toBeGreaterThan(50);
      all += chinese.length;
      misreadOfAll += wrong.length;
      // A number has no sense to guess it from: every digit counts.
      expect(misread(digits)).toEqual([]);
    }
    expect(misreadOfAll / all).toBeLessThan(0.02);
    await page.context().close();
  });

test("the sheet is black on white: no grey, no thin rule, no small print", async ({ browser }) => {
  const page = await openPapers(browser, [shortFax, card, sheet]);
  const faults = await page.evaluate(() => {
    const allowed = new Set(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]);
    const found = new Set<string>();
    for (const element of document.querySelectorAll(".paper-sheet, .paper-sheet *")) {
      const style = getComputedStyle(element);
      const name = element.getAttribute("class") ?? element.tagName;
      for (const colour of [style.color, style.backgroundColor, style.borderTopColor])
        if (!allowed.has(colour)) found.add(`${name} ${colour}`);
      if (style.opacity !== "1") found.add(`${name} opacity ${style.opacity}`);
      if (parseFloat(style.fontSize) < 16) found.add(`${name} ${style.fontSize}`);
      for (const side of ["top", "right", "bottom", "left"]) {
        const width = parseFloat(style.getPropertyValue(`border-${side}-width`));
        if (width > 0 && width < 1.9) found.add(`${name} rule ${width}px`);
      }
    }
    return [...found];
  });
  expect(faults).toEqual([]);

  // 600 dots an inch: only the softened edges of strokes may lie between black and white.
  const reader = await PdfReader.open(page, await pdfOf(page));
  const { width, height, grey } = await reader.raster(1, 600, 600);
  let flatGrey = 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const dot = grey[at] ?? 255;
      // A fill has neighbours of its own kind; an edge has black or white beside it.
      const isGrey = (value = 255): boolean => value > 32 && value < 223;
      if (isGrey(dot) && [at - 1, at + 1, at - width, at + width].every((beside) => isGrey(grey[beside])))
        flatGrey++;
    }
  expect(flatGrey / (width * height)).toBeLessThan(0.00005);
  await page.context().close();
});

test("the QR code and the seal's box have the size that the forms ask for", async ({ browser }) => {
  for (const paper of [shortFax, sheet, visitPaper]) {
    const page = await openPapers(browser, [paper]);
    const mm = (selector: string) =>
      page.evaluate((wanted) => {
        const box = document.querySelector(wanted)?.getBoundingClientRect();
        return [box?.width ?? 0, box?.height ?? 0].map((px) => (px / 96) * 25.4);
      }, selector);
    for (const side of await mm(".paper-qr")) expect(side).toBeGreaterThanOrEqual(25);
    for (const side of await mm(".paper-seal-box")) expect(side).toBeGreaterThanOrEqual(45);
    await page.context().close();
  }
});

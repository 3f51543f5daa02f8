import { existsSync, mkdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import type * as PdfJs from "pdfjs-dist";
import { build } from "vite";
import type { Paper } from "../../shared/forms/paper.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const BUILT = at("../../node_modules/.cache/paper-page");
const PDFJS = at("../../node_modules/pdfjs-dist");
const RESULTS = at("../../test-results");
const ORIGIN = "http://paper.test";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".bcmap": "application/octet-stream",
};

/** Bundles the window that holds nothing but papers, as the product's own window is bundled. */
export async function buildPaperPage(): Promise<void> {
  await build({
    root: at("./paper-page"),
    base: "./",
    configFile: false,
    logLevel: "error",
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      minify: false,
      chunkSizeWarningLimit: 9000,
      rolldownOptions: { input: [at("./paper-page/index.html"), at("./paper-page/screen.html")] },
    },
  });
}

/** Opens that window on these papers; resolves once every page is laid out. */
export async function openPapers(browser: Browser, papers: readonly Paper[]): Promise<Page> {
  const page = await newPage(browser);
  await page.addInitScript((given) => {
    window.papers = given;
  }, papers);
  await page.goto(`${ORIGIN}/index.html`);
  await page.waitForFunction(() => window.pageCounts !== undefined);
  return page;
}

/** Opens the paper screens on a desk in memory, at an address such as `/paper/F04/i`. */
export async function openPaperScreen(browser: Browser, address: string): Promise<Page> {
  const page = await newPage(browser);
  await page.goto(`${ORIGIN}/screen.html#${address}`);
  return page;
}

/** No network: files answer for it. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path.startsWith("/pdfjs/") ? PDFJS + path.slice("/pdfjs".length) : BUILT + path;
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: await readFile(file), contentType: TYPES[extname(file)] ?? "text/plain" });
  });
  return page;
}

/** The PDF that the desktop edition would make of what the window shows. */
export function pdfOf(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true });
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** One byte a dot: its brightness, 0 black to 255 white. */
  readonly grey: Uint8Array;
}

/** A run of text on a page: where its pen begins, from the left and from the top of the page. */
export interface TextLine {
  readonly text: string;
  readonly xPt: number;
  readonly baselinePt: number;
  readonly sizePt: number;
  readonly widthPt: number;
}

/** A reader of PDF files inside Chromium: size and text of every page, and its dots at any two densities. */
export class PdfReader {
  readonly #page: Page;
  readonly pageCount: number;

  private constructor(page: Page, pageCount: number) {
    this.#page = page;
    this.pageCount = pageCount;
  }

  static async open(page: Page, pdf: Buffer): Promise<PdfReader> {
    const pageCount = await page.evaluate(
      async ({ base64, origin }) => {
        const pdfjs = (await import(`${origin}/pdfjs/build/pdf.min.mjs`)) as typeof PdfJs;
        pdfjs.GlobalWorkerOptions.workerSrc = `${origin}/pdfjs/build/pdf.worker.min.mjs`;
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const task = pdfjs.getDocument({ data: bytes, cMapUrl: `${origin}/pdfjs/cmaps/`, cMapPacked: true });
        window.pdf = await task.promise;
        return window.pdf.numPages;
      },
      { base64: pdf.toString("base64"), origin: ORIGIN },
    );
    return new PdfReader(page, pageCount);
  }

  read(number: number): Promise<ReadPage> {
    return this.#page.evaluate(async (n) => {
      const sheet = await window.pdf.getPage(n);
      const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
      const { items } = await sheet.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str : "")).join("");
      return { width: right - left, height: top - bottom, text };
    }, number);
  }

  lines(number: number): Promise<readonly TextLine[]> {
    return this.#page.evaluate(async (n) => {
      const sheet = await window.pdf.getPage(n);
      const top = sheet.view[3] ?? 0;
      const { items } = await sheet.getTextContent();
      return items.flatMap((item) => {
        if (!("str" in item)) return [];
        const [sizePt = 0, , , , xPt = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, xPt, baselinePt: top - y, sizePt, widthPt: item.width }];
      });
    }, number);
  }

  /** Draws a page with dots that need not be square: a fax has 204 an inch across and 98 down. */
  async raster(number: number, dpiX: number, dpiY: number): Promise<Raster> {
    const { width, height, base64 } = await this.#page.evaluate(
      async ({ n, x, y }) => {
        const sheet = await window.pdf.getPage(n);
        const viewport = sheet.getViewport({ scale: 1 });
        const canvas = document.createElement("canvas");
        canvas.width = Math.round((viewport.width * x) / 72);
        canvas.height = Math.round((viewport.height * y) / 72);
        const context = canvas.getContext("2d");
        if (context === null) throw new Error("no canvas");
        context.fillStyle = "#fff";
        context.fillRect(0, 0, canvas.width, canvas.height);
        await sheet.render({
          canvas,
          canvasContext: context,
          viewport,
          transform: [x / 72, 0, 0, y / 72, 0, 0],
        }).promise;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let text = "";
        for (let i = 0; i < data.length; i += 4) {
          const r = data[i] ?? 0;
          const g = data[i + 1] ?? 0;
          const b = data[i + 2] ?? 0;
          text += String.fromCharCode(Math.round((r + g + b) / 3));
        }
        return { width: canvas.width, height: canvas.height, base64: btoa(text) };
      },
      { n: number, x: dpiX, y: dpiY },
    );
    return { width, height, grey: new Uint8Array(Buffer.from(base64, "base64")) };
  }
}

declare global {
  interface Window {
    pdf: PdfJs.PDFDocumentProxy;
  }
}

/** One bit a dot, as the machine at the other end prints it: darker than half is black. */
export function oneBit(raster: Raster): Raster {
  return { ...raster, grey: raster.grey.map((dot) => (dot < 128 ? 0 : 255)) };
}

/** The same picture with square dots, each dot repeated: what the sheet looks like when the fax prints it. */
export function squared(raster: Raster, timesX: number, timesY: number): Raster {
  const width = raster.width * timesX;
  const height = raster.height * timesY;
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / timesY) * raster.width;
    for (let x = 0; x < width; x++) grey[y * width + x] = raster.grey[row + Math.floor(x / timesX)] ?? 255;
  }
  return { width, height, grey };
}

export function rgba(raster: Raster): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(raster.grey.length * 4);
  raster.grey.forEach((dot, i) => pixels.set([dot, dot, dot, 255], i * 4));
  return pixels;
}

/** Keeps a picture among the test results, for a person to look at. */
export async function keepPicture(page: Page, raster: Raster, name: string): Promise<void> {
  const base64 = await page.evaluate(
    ({ width, height, dots }) => {
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      const image = context.createImageData(width, height);
      const bytes = atob(dots);
      for (let i = 0; i < bytes.length; i++) {
        image.data.fill(bytes.charCodeAt(i), i * 4, i * 4 + 3);
        image.data[i * 4 + 3] = 255;
      }
      context.putImageData(image, 0, 0);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    },
    {
      width: raster.width,
      height: raster.height,
      dots: Buffer.from(raster.grey).toString("base64"),
    },
  );
  mkdirSync(RESULTS, { recursive: true });
  await writeFile(`${RESULTS}/${name}.png`, Buffer.from(base64, "base64"));
}

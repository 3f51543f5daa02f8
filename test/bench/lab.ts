import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext } from "@playwright/test";
import { build, type InlineConfig } from "vite";
import { findChromium } from "../../build/chromium.ts";
import { chromiumOptions } from "../support/browser.ts";
import { serveFolder, type Served } from "./serve-folder.ts";
import type { Jobs } from "./store-page/page.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface Lab {
  /** The product's window at `/`, the bench's page at `/bench/`, an empty page at `/empty/`, files at `/files/`. */
  readonly root: string;
  readonly profile: string;
  readonly context: BrowserContext;
  /** Each origin has a store of its own. No service is behind it: the window works offline. */
  readonly origin: () => Promise<Served>;
  /** Runs one job of the bench's page on an origin, in a page of its own. */
  readonly run: <K extends keyof Jobs>(origin: string, ...job: Job<K>) => Answer<K>;
  /** The same where the bench's page is at `address` itself. */
  readonly runAt: (address: string) => <K extends keyof Jobs>(...job: Job<K>) => Answer<K>;
}

type Job<K extends keyof Jobs> = [name: K, ...given: Parameters<Jobs[K]>];
type Answer<K extends keyof Jobs> = Promise<Awaited<ReturnType<Jobs[K]>>>;

/** One Chromium on a profile on the disk (in a private window IndexedDB would live in memory), and all pages built. */
export async function inLab<V>(work: (lab: Lab) => Promise<V>): Promise<V> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  const [root, profile] = [join(folder, "root"), join(folder, "profile")];
  const served: Served[] = [];
  let context: BrowserContext | undefined;
  try {
    await buildPages(root);
    context = await launch(profile);
    const opened = context;
    return await work({
      root,
      profile,
      context: opened,
      origin: async () => {
        const one = await serveFolder(root);
        served.push(one);
        return one;
      },
      run: (origin, ...job) => runJob(opened, `${origin}bench/`, ...job),
      runAt:
        (address) =>
        (...job) =>
          runJob(opened, address, ...job),
    });
  } finally {
    await context?.close();
    for (const one of served) await one.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runJob<K extends keyof Jobs>(
  context: BrowserContext,
  address: string,
  ...[name, ...given]: Job<K>
): Answer<K> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    return await page.evaluate<Awaited<ReturnType<Jobs[K]>>>(`jobs.${name}(...${JSON.stringify(given)})`);
  } finally {
    await page.close();
  }
}

export async function launch(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...chromiumOptions(await findChromium()),
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
  });
}

async function buildPages(root: string): Promise<void> {
  await build({
    configFile: at("../../build/vite.window.ts"),
    root: at("../../renderer"),
    logLevel: "error",
    build: { outDir: root },
  });
  await build({ ...pageConfig(join(root, "bench")), root: at("./store-page") });
  await build({ ...pageConfig(join(root, "empty")), root: at("./empty-page") });
  mkdirSync(join(root, "files"));
}

function pageConfig(outDir: string): InlineConfig {
  return {
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir, emptyOutDir: true, target: "chrome109", chunkSizeWarningLimit: 9000 },
    worker: { format: "es" },
    // RxDB pins a Dexie of its own, and two do not live in one page.
    // PouchDB asks for Node's `events`, which a page has not: this does as well.
    resolve: { dedupe: ["dexie"], alias: { events: fileURLToPath(import.meta.resolve("events-in-page")) } },
  };
}

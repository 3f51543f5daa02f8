import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
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
  readonly runAt: (address: string) => JobsOf;
}

/** The jobs of one page. */
export type JobsOf = <K extends keyof Jobs>(...job: Job<K>) => Answer<K>;

type Job<K extends keyof Jobs> = [name: K, ...given: Parameters<Jobs[K]>];
type Answer<K extends keyof Jobs> = Promise<Awaited<ReturnType<Jobs[K]>>>;

interface OpenLab {
  readonly lab: Lab;
  readonly close: () => Promise<void>;
}

let open: Promise<OpenLab> | undefined;

/** All benches of a run share one Chromium, with a profile on the disk (a private window's IndexedDB lives in memory). */
export async function inLab<V>(work: (lab: Lab) => Promise<V>): Promise<V> {
  open ??= openLab();
  const { lab } = await open;
  return work(lab);
}

export async function closeLab(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.then(
    async ({ close }) => close(),
    () => undefined,
  );
}

async function openLab(): Promise<OpenLab> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  const [root, profile] = [join(folder, "root"), join(folder, "profile")];
  const served: Served[] = [];
  await buildPages(root);
  const context = await launch(profile);
  return {
    lab: {
      root,
      profile,
      context,
      origin: async () => {
        const one = await serveFolder(root);
        served.push(one);
        return one;
      },
      run: (origin, ...job) => runJob(context, `${origin}bench/`, ...job),
      runAt:
        (address) =>
        (...job) =>
          runJob(context, address, ...job),
    },
    close: async () => {
      await context.close().catch(() => undefined);
      for (const one of served) await one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One job of the bench's page at an address, in a page of its own. */
export async function runJob<K extends keyof Jobs>(
  context: BrowserContext,
  address: string,
  ...job: Job<K>
): Answer<K> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    return await jobsOf(page)(...job);
  } finally {
    await page.close();
  }
}

/** The jobs of a page that stays open, which is the bench's own already. */
export function jobsOf(page: Page): JobsOf {
  return async <K extends keyof Jobs>(...[name, ...given]: Job<K>): Answer<K> =>
    await page.evaluate<Awaited<ReturnType<Jobs[K]>>>(`jobs.${name}(...${JSON.stringify(given)})`);
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

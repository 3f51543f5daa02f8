import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { build } from "vite";
import { findChromium } from "../../build/chromium.ts";
import type { Chances } from "../../cli/sync-sim/random.ts";
import { startChromium, type Chromium } from "./electron-stand-in/chromium.ts";
import { logOf } from "./flaky-office.ts";
import type { KillPage } from "./kill-page/page.ts";
import type { KillOutcome } from "./kill-service.ts";
import { startService } from "./service.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const BUILT = at("../../node_modules/.cache/kill-page");

interface Acknowledged {
  readonly saved: Map<string, number>;
  readonly imported: Set<string>;
  changes: number;
}

/**
 * A window saves, imports and syncs with the real service while its page crashes, or (once in `programEvery`) the whole
 * browser is killed, at chance moments. Each time it is looked whether all that was acknowledged before is there, and no
 * import in part; at the end, whether the service has it once.
 */
export async function killWindows(
  chances: Chances,
  kills: number,
  programEvery = 4,
): Promise<KillOutcome & { readonly partial: number }> {
  await buildKillPage();
  process.env["CHROMIUM_PATH"] ??= (await findChromium()) ?? "";
  const profile = mkdtempSync(join(tmpdir(), "shouyue-killed-"));
  const service = await startService({ window: BUILT });
  const known: Acknowledged = { saved: new Map(), imported: new Set(), changes: 0 };
  let [lost, partial] = [0, 0];
  let browser = await openBrowser(profile);
  const look = async (page: Page): Promise<void> => {
    const held = await page.evaluate(async () =>
      (globalThis as unknown as { killPage: KillPage }).killPage.holds(),
    );
    const vendors = new Map(held.vendors);
    for (const [id, n] of known.saved) if ((vendors.get(id) ?? 0) < n) lost += 1;
    const imports = new Map(held.imports);
    for (const id of known.imported) if (!imports.has(id)) lost += 1;
    const said = held.imports.reduce((sum, [, records]) => sum + records, 0);
    if (said !== held.incidents) partial += 1;
  };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const page = await openPage(browser.context, service.address, known);
      await look(page);
      const begun = page.waitForEvent("console", (line) => line.text() === "works");
      page
        .evaluate(async () => (globalThis as unknown as { killPage: KillPage }).killPage.work())
        .catch(() => undefined);
      await begun;
      await new Promise((done) => setTimeout(done, chances.below(250)));
      if (kill % programEvery === programEvery - 1) {
        await browser.kill();
        browser = await openBrowser(profile);
      } else await crash(page);
    }
    const page = await openPage(browser.context, service.address, known);
    await look(page);
    await page.waitForFunction(() => (globalThis as unknown as { killPage: KillPage }).killPage.isQuiet());
    const log = await logOf(service.address);
    const ids = new Set(log.map(({ id }) => id));
    const names = new Set(log.map(({ recordId, patch }) => `${recordId} ${JSON.stringify(patch["name"])}`));
    for (const [id, n] of known.saved) if (!names.has(`${id} "${n}"`)) lost += 1;
    for (const id of known.imported) if (!log.some(({ recordId }) => recordId === id)) lost += 1;
    return { kills, acknowledged: known.changes, lost, doubled: log.length - ids.size, partial };
  } finally {
    await browser.kill();
    await service.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A window whose browser has little room: what it says when that is full, and what is there of what it acknowledged. */
export async function fillWindow(bytes: number): Promise<{
  readonly acknowledged: number;
  readonly lost: number;
  readonly said: string;
  readonly goesOn: boolean;
}> {
  await buildKillPage();
  process.env["CHROMIUM_PATH"] ??= (await findChromium()) ?? "";
  const profile = mkdtempSync(join(tmpdir(), "shouyue-full-"));
  const service = await startService({ window: BUILT });
  const browser = await openBrowser(profile);
  const { origin } = new URL(service.address);
  try {
    const known: Acknowledged = { saved: new Map(), imported: new Set(), changes: 0 };
    // Told before anything is written: how much room there is, a browser asks itself once a minute.
    const blank = await browser.context.newPage();
    const session = await browser.context.newCDPSession(blank);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
    const page = await openPage(browser.context, service.address, known);
    const { saved, said } = await page.evaluate(async () =>
      (globalThis as unknown as { killPage: KillPage }).killPage.fill(),
    );
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    const again = await openPage(browser.context, service.address, known);
    const held = await again.evaluate(async () =>
      (globalThis as unknown as { killPage: KillPage }).killPage.holds(),
    );
    const ids = new Set(held.vendors.map(([id]) => id));
    const lost = saved.filter((id) => !ids.has(id)).length;
    const goesOn = await again.evaluate(async () =>
      (globalThis as unknown as { killPage: KillPage }).killPage.saveOne(),
    );
    return { acknowledged: saved.length, lost, said, goesOn };
  } finally {
    await browser.kill();
    await service.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function buildKillPage(): Promise<void> {
  await build({
    root: at("./kill-page"),
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir: BUILT, emptyOutDir: true, target: "es2022", minify: false, chunkSizeWarningLimit: 9000 },
    worker: { format: "es" },
  });
}

interface OpenBrowser {
  readonly context: BrowserContext;
  readonly kill: () => Promise<void>;
}

/** With its data on the disk: that of a private window would end with it. */
async function openBrowser(profile: string): Promise<OpenBrowser> {
  const started: Chromium = await startChromium(profile);
  const over = await chromium.connectOverCDP(started.address);
  const [context] = over.contexts();
  if (context === undefined) throw new Error("the browser's own profile");
  return {
    context,
    kill: async () => {
      const ended = new Promise((done) => started.process.once("exit", done));
      started.process.kill("SIGKILL");
      await ended;
      await over.close().catch(() => undefined);
    },
  };
}

/** Opens the window and writes down what it acknowledges; resolves when it can be asked. */
async function openPage(context: BrowserContext, address: string, known: Acknowledged): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on("console", (line) => {
    const [what, id = "", n] = line.text().split(" ");
    if (what === "saved") known.saved.set(id, Number(n));
    if (what === "imported") known.imported.add(id);
    if (what === "saved" || what === "imported") known.changes += 1;
  });
  const opened = page.waitForEvent("console", (line) => line.text() === "open");
  await page.goto(address);
  await opened;
  return page;
}

/** The page's own process dies in the middle of whatever it does. */
async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => undefined);
  await gone;
  await page.close();
}

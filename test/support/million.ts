import { expect, type Page } from "@playwright/test";
import { stampOf } from "../../shared/lib/hybrid-clock.ts";
import { changeId, type Change } from "../../shared/sync/change.ts";
import type { Lab } from "../bench/lab.ts";
import type { Clerk } from "./clerk.ts";
import { longestTask } from "./main-thread.ts";
import type { RunningService } from "./service.ts";

/** What a key may have to wait for. Of the processor's time: a machine that is busy with others makes nothing longer. */
const CALM_MS = 50;
export const LONG = { timeout: 600_000 };

let filled: Promise<string> | undefined;

/** The address of a store with so many faults, filled once for all tests of a process. */
export function filledStore(lab: Lab, rows: number): Promise<string> {
  filled ??= lab.origin().then(async ({ address }) => {
    await lab.run(address, "fillScored", "shouyue", rows);
    return address;
  });
  return filled;
}

export interface Watch {
  /**
   * What the work itself needs, it needs each time; a collection of garbage that fell into it, it does not. `before` is done
   * before each attempt and not watched: a page that starts reads and runs all its scripts.
   */
  calm(what: string, work: () => Promise<void>, before?: () => Promise<void>): Promise<void>;
  /** For what cannot be done a second time. */
  once(what: string, work: () => Promise<void>): Promise<void>;
  expectCalm(): void;
}

export function watching(page: Page): Watch {
  const longest: Record<string, number> = {};
  const look = async (
    what: string,
    attempts: number,
    work: () => Promise<void>,
    before: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    let least = Infinity;
    for (let attempt = 0; attempt < attempts && least > CALM_MS; attempt++) {
      await before();
      least = Math.min(least, Math.round(await longestTask(page, work)));
    }
    longest[what] = least;
    console.log(`${what}: ${least} ms`);
  };
  return {
    calm: (what, work, before) => look(what, 3, work, before),
    once: (what, work) => look(what, 1, work),
    expectCalm: () => {
      console.log(
        `longest tasks of the window's own thread, ms of the processor: ${JSON.stringify(longest)}`,
      );
      for (const [what, ms] of Object.entries(longest)) expect(ms, what).toBeLessThanOrEqual(CALM_MS);
    },
  };
}

export function options(page: Page) {
  return page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option");
}

export async function exported(clerk: Clerk, kind: string): Promise<void> {
  await clerk.page.getByRole("button", { name: /^导出/ }).click();
  const { bytes } = await clerk.download(() => clerk.page.getByRole("menuitem", { name: kind }).click());
  expect(bytes.length).toBeGreaterThan(1000);
}

/** Through the whole wizard, and back to its beginning. */
export async function imported(clerk: Clerk, file: string): Promise<void> {
  const { page } = clerk;
  await clerk.go("/import");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件…" }).click();
  await (await chooser).setFiles(file);
  const next = page.getByRole("button", { name: "下一步" });
  await expect(next).toBeEnabled(LONG);
  await next.click();
  await expect(page.getByText("导入到")).toBeVisible(LONG);
  await next.click();
  await page.getByRole("button", { name: "开始导入" }).click(LONG);
  await expect(page.getByText(/^导入完成/)).toBeVisible(LONG);
  await page.getByRole("button", { name: "再导入一个文件" }).click();
}

export async function push({ address }: RunningService, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += 2000) {
    const answer = await fetch(new URL("/api/push", address), {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(address).origin },
      body: JSON.stringify({ changes: changes.slice(from, from + 2000) }),
    });
    expect(answer.status).toBe(200);
  }
}

/** What another desk wrote after its import, each change by itself. */
export function liveEdits(history: readonly Change[], count: number): readonly Change[] {
  return history.slice(0, count).map(({ recordId, schemaVersion, type, author, desk }, n) => ({
    ...{ recordId, schemaVersion, type, author, desk },
    id: changeId(desk, history.length + n + 1),
    deskSeq: history.length + n + 1,
    stamp: stampOf({ ms: Date.UTC(2026, 1, 5), counter: n }, desk),
    patch: { title: `现改 ${n}` },
  }));
}

/** As if another version of the product had kept it. */
export async function forgetIndex(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open("shouyue");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(new Error("the store does not open"));
  });
  const tables = ["indexSegments", "indexWords", "indexDead"];
  const clearing = db.transaction(tables, "readwrite");
  for (const table of tables) clearing.objectStore(table).clear();
  await new Promise((done) => (clearing.oncomplete = done));
  db.close();
}

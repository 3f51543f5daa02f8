import { test as base, type Page } from "@playwright/test";
import { findBinary, whyUnfit } from "../../build/electron-binary.ts";
import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { launchDesktop, STAND_IN, type Desktop, type DesktopHost } from "./desktop-app.ts";

declare global {
  interface Window {
    /** What test/support/electron-stand-in/page/page.js says of itself. */
    readonly trial: { readonly moduleRan: boolean; readonly violations: string[] };
  }
}

const binary = findBinary();
const unfit = whyUnfit(process.platform, process.env, process.getuid?.());

/** Undefined where the real Electron can be tested. */
export const whyNotReal = binary === undefined ? "its binary is not on this machine" : unfit?.en;

/** One suite for all of them: the stand-in always, the real Electron wherever it can run. */
export const desktopHosts: readonly DesktopHost[] = [
  STAND_IN,
  ...(binary !== undefined && unfit === undefined ? [{ name: "electron" as const, executable: binary }] : []),
];

/** A test with one program, on its trial page, for all tests of a file. */
export function desktopTest(host: DesktopHost) {
  return base.extend<object, { desk: Desktop }>({
    desk: [
      // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
      async ({}, use) => {
        const desk = await launchDesktop(host);
        await use(desk);
        await desk.close();
      },
      { scope: "worker" },
    ],
  });
}

/** The answer, or the message of the error: what a caller in the window gets. */
export async function ask(page: Page, channel: keyof DesktopApi, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, question]) => {
      const host = Reflect.get(window, "desktop") as Record<string, (input: unknown) => Promise<unknown>>;
      try {
        return { value: await host[name]?.(question) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : "not an error" };
      }
    },
    [channel, input] as const,
  );
}

/** A page of another origin, with the preload in it, asks the simplest question. */
export async function strangerAsks(desk: Desktop): Promise<unknown> {
  await desk.app.evaluate(async ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL("data:text/html,<title>stranger</title>"),
  );
  await desk.page.waitForFunction(() => document.title === "stranger");
  return ask(desk.page, "appInfo", {});
}

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { isProductBuilt, launchDesktop } from "../support/desktop-app.ts";
import { ask, desktopHosts, desktopTest, whyNotReal } from "../support/desktop-hosts.ts";

/** What the machine does for the window: on the stand-in, and on the real Electron where there is one. */
base("the real Electron was tested too", () => {
  if (whyNotReal !== undefined) {
    console.warn(`\nREAL ELECTRON NOT TESTED: ${whyNotReal}; the stand-in cannot show ${UNSHOWN}.\n`);
  }
  if (process.env["REQUIRE_ELECTRON"] === "1") expect(whyNotReal).toBeUndefined();
});
const UNSHOWN = "native dialogs, printers, toasts, the keychain, the sandbox, fuses, updates";

for (const host of desktopHosts) {
  const test = desktopTest(host);

  test.describe(`the desktop program on ${host.name}`, () => {
    test.describe.configure({ mode: "serial" });

    test("tells its version and where its data is", async ({ desk }) => {
      const info = await ask(desk.page, "appInfo", {});
      expect(info).toMatchObject({
        value: { edition: "desktop", platform: process.platform, dataAt: desk.data },
      });
    });

    test("saves a file where the user says, byte for byte", async ({ desk }) => {
      const path = join(mkdtempSync(join(tmpdir(), "shouyue-save-")), "故障清单.csv");
      await desk.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      const saved = await desk.page.evaluate(async () => {
        const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 256);
        return (Reflect.get(window, "desktop") as DesktopApi).saveFile({
          suggestedName: "x",
          kind: "csv",
          bytes,
        });
      });
      expect(saved).toEqual({ saved: true, name: "故障清单.csv" });
      const written = readFileSync(path);
      expect(written).toHaveLength(300_000);
      expect(written.every((byte, at) => byte === at % 256)).toBe(true);
    });

    test("a user who cancels has neither saved nor opened anything", async ({ desk }) => {
      await desk.app.evaluate(({ dialog }) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: "" });
        dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
      });
      expect(await ask(desk.page, "openFiles", { kind: "any", multiple: true })).toEqual({ value: [] });
      const saved = await desk.page.evaluate(async () =>
        (Reflect.get(window, "desktop") as DesktopApi).saveFile({
          suggestedName: "x",
          kind: "any",
          bytes: new Uint8Array(1),
        }),
      );
      expect(saved).toEqual({ saved: false });
    });

    test("opens the files that the user chooses", async ({ desk }) => {
      const path = join(mkdtempSync(join(tmpdir(), "shouyue-open-")), "旧台账.csv");
      writeFileSync(path, "\uFEFF故障,厂商\r\n");
      await desk.app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      }, path);
      const opened = await desk.page.evaluate(async () => {
        const host = Reflect.get(window, "desktop") as DesktopApi;
        const files = await host.openFiles({ kind: "spreadsheet", multiple: true });
        return files.map(({ name, bytes }) => [
          name,
          new TextDecoder().decode(bytes),
          bytes instanceof Uint8Array,
        ]);
      });
      expect(opened).toEqual([["旧台账.csv", "故障,厂商\r\n", true]]);
    });

    test("a disk that refuses is told by a code, never by a path", async ({ desk }) => {
      await desk.app.evaluate(({ dialog }) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ["/nowhere/私密.xlsx"] });
      });
      expect(await ask(desk.page, "openFiles", { kind: "any", multiple: false })).toEqual({
        error: "desktop:no-such-file",
      });
    });

    test("makes an A4 PDF of what the window shows", async ({ desk }) => {
      const pdf = await desk.page.evaluate(async () => {
        const made = await (Reflect.get(window, "desktop") as DesktopApi).makePdf({ jobName: "故障报告单" });
        return [...(made.pdf ?? [])];
      });
      const text = Buffer.from(pdf).toString("latin1");
      expect(text.startsWith("%PDF-")).toBe(true);
      const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(text);
      expect(Math.round(Number(box?.[1]))).toBe(595);
      expect(Math.round(Number(box?.[2]))).toBe(842);
    });

    test("prints with the system's dialog, and says whether it was printed", async ({ desk }) => {
      await desk.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) throw new Error("no window");
        contents.print = (options, done) => done?.(options?.silent === false, "");
      });
      expect(await ask(desk.page, "print", { jobName: "F04" })).toEqual({ value: { printed: true } });
    });

    test("shows a notification with what it was told", async ({ desk }) => {
      await desk.app.evaluate(({ Notification }) => {
        Reflect.set(Notification, "isSupported", () => true);
        Reflect.set(Notification.prototype, "show", function (this: { title: string; body: string }) {
          Reflect.set(globalThis, "shown", [this.title, this.body]);
        });
      });
      const notice = { tag: "incident-1", title: "即将超时", body: "HIS 门诊收费 剩余 20 分" };
      expect(await ask(desk.page, "notify", notice)).toEqual({ value: { shown: true } });
      const shown = await desk.app.evaluate(() => Reflect.get(globalThis, "shown") as unknown);
      expect(shown).toEqual(["即将超时", "HIS 门诊收费 剩余 20 分"]);
    });

    test("keeps a secret under the keychain, or refuses to where there is none", async ({ desk }) => {
      const kept = await ask(desk.page, "keepSecret", { name: "token", value: "s3cret-保密" });
      if (host.name === "stand-in") expect(kept).toEqual({ value: { kept: true } });
      if (JSON.stringify(kept).includes("true")) {
        expect(await ask(desk.page, "readSecret", { name: "token" })).toEqual({
          value: { value: "s3cret-保密" },
        });
        expect(readFileSync(join(desk.data, "secrets.json"), "utf8")).not.toContain("s3cret");
      }
      if (process.platform !== "linux") return;
      await desk.app.evaluate(({ safeStorage }) => {
        safeStorage.getSelectedStorageBackend = () => "basic_text";
      });
      expect(await ask(desk.page, "keepSecret", { name: "other", value: "x" })).toEqual({
        value: { kept: false },
      });
    });

    test("remembers where its window was and what its page stored", async () => {
      const data = mkdtempSync(join(tmpdir(), "shouyue-data-"));
      const first = await launchDesktop(host, { data });
      await first.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1100, height: 700 }),
      );
      await first.page.evaluate(() => localStorage.setItem("kept", "yes"));
      await first.page.waitForTimeout(800);
      await first.close();
      const again = await launchDesktop(host, { data });
      try {
        expect(await again.page.evaluate(() => localStorage.getItem("kept"))).toBe("yes");
        expect(JSON.parse(readFileSync(join(data, "window.json"), "utf8"))).toMatchObject({ width: 1100 });
        expect(readdirSync(data).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      } finally {
        await again.close();
      }
    });

    test("opens the built product", async () => {
      test.skip(!isProductBuilt(), "the window has not been built");
      const desk = await launchDesktop(host, { window: "product" });
      const problems: string[] = [];
      desk.page.on("pageerror", (error) => problems.push(error.message));
      desk.page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      try {
        await desk.page.reload();
        await expect(desk.page.locator("#root")).not.toBeEmpty();
        await expect(desk.page).toHaveTitle(/守约/);
        expect(problems).toEqual([]);
      } finally {
        await desk.close();
      }
    });

    test("a second start with the same data brings the first window forward, and ends", async ({ desk }) => {
      await desk.app.evaluate(({ app }) => {
        app.on("second-instance", (_event, argv) => Reflect.set(globalThis, "called", argv));
      });
      const second = spawn(host.executable, ["--no-sandbox", desk.folder, "--data", desk.data], {
        stdio: "ignore",
      });
      const code = await new Promise((done) => second.on("exit", done));
      expect(code).toBe(0);
      const called = await desk.app.evaluate(() => Reflect.get(globalThis, "called") as unknown);
      expect(called).toEqual(expect.arrayContaining([desk.data]));
      expect(desk.app.windows()).toHaveLength(1);
    });
  });
}

import { join } from "node:path";
import { app, BrowserWindow, screen } from "electron";
import { APP_ORIGIN } from "../security/bundle-path.ts";
import { FAILURE_ADDRESS } from "../security/serve-bundle.ts";
import { rememberBounds, rememberedBounds } from "./bounds.ts";
import type { FailureReason } from "./failure-page.ts";

/** Chromium's word for a load that something newer took the place of. */
const ERR_ABORTED = -3;

/** Opens the window where it last was. Every window of the product is made here; main confines whatever is made. */
export async function openMainWindow(preload: string): Promise<BrowserWindow> {
  const file = join(app.getPath("userData"), "window.json");
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const remembered = await rememberedBounds(file, screens);
  const window = new BrowserWindow({
    ...(remembered === undefined ? { width: 1366, height: 768 } : placeOf(remembered)),
    minWidth: 800,
    minHeight: 560,
    title: "守约 Shouyue",
    backgroundColor: "#ffffff",
    show: false,
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  rememberBounds(window, file);
  if (remembered?.maximized === true) window.maximize();
  window.once("ready-to-show", () => window.show());
  explainFailures(window);
  await window.loadURL(`${APP_ORIGIN}/`).catch(() => undefined);
  return window;
}

function placeOf({ x, y, width, height }: Electron.Rectangle): Electron.Rectangle {
  return { x, y, width, height };
}

/** A window that cannot show its page shows why, and a way back; once, so that it cannot go in circles. */
function explainFailures(window: BrowserWindow): void {
  const explain = (reason: FailureReason): void => {
    if (window.isDestroyed() || window.webContents.getURL().startsWith(FAILURE_ADDRESS)) return;
    void window.loadURL(`${FAILURE_ADDRESS}?${reason}`).catch(() => undefined);
  };
  window.webContents.on("did-fail-load", (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) explain("load");
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") explain("crashed");
  });
}

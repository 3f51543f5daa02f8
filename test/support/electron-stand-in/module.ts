import { app } from "./app-itself.ts";
import { StandInWindow } from "./browser-window.ts";
import { ipcMain } from "./ipc.ts";
import { fromPartition } from "./partition-session.ts";
import { defaultSession } from "./session.ts";
import { strict } from "./strict.ts";
import { dialog, protocol, safeStorage, screen, StandInMenu, StandInNotification } from "./system.ts";
import { StandInContents } from "./web-contents.ts";

/** What each of Electron's own names is here: test/electron/stand-in.test.ts compares it with Electron's types. */
export const implemented = {
  app,
  BrowserWindow: StandInWindow,
  dialog,
  ipcMain,
  Menu: StandInMenu,
  Notification: StandInNotification,
  protocol,
  safeStorage,
  screen,
  session: { defaultSession, fromPartition },
  webContents: StandInContents,
};

/** `require("electron")`, where whatever is missing throws. */
const electron = strict("electron", {
  ...implemented,
  app: strict("app", app),
  dialog: strict("dialog", dialog),
  ipcMain: strict("ipcMain", ipcMain),
  protocol: strict("protocol", protocol),
  safeStorage: strict("safeStorage", safeStorage),
  screen: strict("screen", screen),
  session: strict("session", {
    defaultSession: strict("Session", defaultSession),
    fromPartition: (...asked: Parameters<typeof fromPartition>) => strict("Session", fromPartition(...asked)),
  }),
});

export { electron as "module.exports" };

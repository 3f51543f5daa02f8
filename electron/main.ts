import { join, resolve } from "node:path";
import { app, BrowserWindow, protocol, session } from "electron";
import { openDoor } from "./ipc/door.ts";
import { machineHandlers } from "./ipc/handlers.ts";
import { confine } from "./security/navigation.ts";
import { closeSession } from "./security/permissions.ts";
import { serveBundle } from "./security/serve-bundle.ts";
import { dataFolder } from "./start-flags.ts";
import { openMainWindow } from "./windows/main-window.ts";
import { setMenu } from "./windows/menu.ts";

// Everything up to `whenReady` must happen before Electron is ready, or it throws or, worse, does nothing.
app.enableSandbox();
// `corsEnabled` stays unset: it would let other origins read ours, the opposite of what its name says.
protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
const data = dataFolder(process.argv);
if (data !== undefined) app.setPath("userData", resolve(data));
app.setAppUserModelId("cn.shouyue.desktop");

// One window a data folder: two would each think that they own it.
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  app.on("second-instance", focusWindow);
  app.on("window-all-closed", () => app.quit());
  app.on("web-contents-created", (_event, contents) => confine(contents));
  await app.whenReady();
  closeSession(session.defaultSession);
  protocol.handle("app", serveBundle(join(import.meta.dirname, "..", "renderer")));
  openDoor(machineHandlers());
  setMenu(app.getLocale(), !app.isPackaged);
  await openMainWindow(join(import.meta.dirname, "preload.cjs"));
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

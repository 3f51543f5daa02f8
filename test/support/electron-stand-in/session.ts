import { EventEmitter } from "node:events";
import { z } from "zod";
import { toBrowser } from "./scheme.ts";
import { cdp, state, type BeforeRequest } from "./state.ts";
import { strict } from "./strict.ts";

type Check = (contents: null, permission: string, origin: string) => boolean;
type Ask = (contents: object, permission: string, done: (granted: boolean) => void) => void;

/** Electron's names, and Chromium's for the same. */
const PERMISSIONS = [
  ["notifications", { name: "notifications" }],
  ["geolocation", { name: "geolocation" }],
  ["clipboard-read", { name: "clipboard-read" }],
  ["clipboard-sanitized-write", { name: "clipboard-write" }],
  ["media", { name: "camera" }],
  ["media", { name: "microphone" }],
  ["midi", { name: "midi" }],
  ["persistent-storage", { name: "persistent-storage" }],
  ["local-fonts", { name: "local-fonts" }],
  ["window-management", { name: "window-management" }],
  ["idle-detection", { name: "idle-detection" }],
] as const;

class StandInSession extends EventEmitter {
  #check: Check | undefined;
  #ask: Ask | undefined;
  readonly webRequest = strict("WebRequest", {
    onBeforeRequest: (listener: BeforeRequest): void => void (state.beforeRequest = listener),
  });

  setPermissionCheckHandler(handler: Check): void {
    this.#check = handler;
  }
  setPermissionRequestHandler(handler: Ask): void {
    this.#ask = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    if (handler()) throw new Error("stand-in: there are no devices to permit");
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    if (isEnabled) throw new Error("stand-in: there is no spell checker");
  }

  /** Chromium cannot be made to ask, so it is told beforehand what the product's handlers say of an origin. */
  async settlePermissions(origin: string): Promise<void> {
    for (const [electrons, permission] of PERMISSIONS) {
      const isGranted = this.#isGranted(electrons, origin);
      const setting = isGranted ? "granted" : "denied";
      const params = { permission, setting, origin: toBrowser(origin) };
      await cdp().send("Browser.setPermission", params);
    }
  }
  /** Electron allows whatever it has no handler for. */
  #isGranted(permission: string, origin: string): boolean {
    let isRequestGranted = this.#ask === undefined;
    this.#ask?.({ getURL: () => `${origin}/` }, permission, (granted) => (isRequestGranted = granted));
    return isRequestGranted && (this.#check?.(null, permission, origin) ?? true);
  }

  async watchDownloads(): Promise<void> {
    cdp().hear("Browser.downloadWillBegin", z.object({ guid: z.string() }), ({ guid }) => {
      const event = { preventDefault: () => void cdp().send("Browser.cancelDownload", { guid }) };
      this.emit("will-download", event, strict("DownloadItem", {}), {});
    });
    await cdp().send("Browser.setDownloadBehavior", { behavior: "default", eventsEnabled: true });
  }
}

export const defaultSession = new StandInSession();

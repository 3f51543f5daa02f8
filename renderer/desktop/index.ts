import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { browserDesktop } from "./browser-desktop.ts";

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly desktop?: DesktopApi;
  }
}

/** What the window may ask of the machine: Electron's main process, or what a browser can do in its place. */
export function desktop(): DesktopApi {
  return window.desktop ?? browserDesktop;
}

import type { WebContents } from "electron";
import { isOurPage } from "./permissions.ts";

/** The window stays where it is: no page but ours, no second window, no webview (checklist 1.11–1.14). */
export function confine(contents: WebContents): void {
  contents.on("will-navigate", (event) => refuseStrangers(event, event.url));
  contents.on("will-redirect", (event) => refuseStrangers(event, event.url));
  contents.on("will-frame-navigate", (event) => refuseStrangers(event, event.url));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

function refuseStrangers(event: { preventDefault(): void }, address: string): void {
  if (!isOurPage(address)) event.preventDefault();
}

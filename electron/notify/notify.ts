import { Notification } from "electron";
import type { Input, Output } from "../../shared/desktop/contract.ts";

/** By tag: a later notice of the same matter takes the place of the earlier one. Held, or the click is lost. */
const shownByTag = new Map<string, Notification>();

/** Shows a system notification; a click brings the window forward. */
export function notify(input: Input<"notify">, window: Electron.BrowserWindow): Output<"notify"> {
  if (!Notification.isSupported()) return { shown: false };
  shownByTag.get(input.tag)?.close();
  const notice = new Notification({ title: input.title, body: input.body });
  shownByTag.set(input.tag, notice);
  const forget = (): void => {
    if (shownByTag.get(input.tag) === notice) shownByTag.delete(input.tag);
  };
  notice.on("close", forget);
  notice.on("click", () => {
    forget();
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  notice.show();
  return { shown: true };
}

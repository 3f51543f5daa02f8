import type { Session } from "electron";
import { APP_ORIGIN } from "./bundle-path.ts";

/** What our own page may do unasked. Everything else is refused without a question (checklist 1.5). */
const ALLOWED = new Set(["notifications", "clipboard-sanitized-write"]);

/** Closes a session: no permissions, no devices, no downloads, no spell checker that fetches dictionaries. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, done) =>
    done(isAllowed(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  // Nothing of the window ever leaves the machine, whatever a page asks for.
  session.webRequest.onBeforeRequest((details, done) => done({ cancel: !isLocal(details.url) }));
}

function isAllowed(permission: string, address: string): boolean {
  return ALLOWED.has(permission) && isOurPage(address);
}

/** Exactly our host: `app://main.evil` and `app://mainx` are other people's. */
export function isOurPage(address: string): boolean {
  return address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
}

/** `devtools:` is the developer's own panel, in a checkout only. */
export function isLocal(address: string): boolean {
  return isOurPage(address) || /^(blob:app:\/\/main\/|data:|devtools:)/.test(address);
}

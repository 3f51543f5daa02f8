/**
 * Chromium knows no scheme of ours, so `app://HOST/…` is `https://HOST.app.invalid/…` inside it: standard and
 * secure, as the product registers it, and never resolved because every request is answered here first.
 */
export function toBrowser(address: string): string {
  return address.replace(/^app:\/\/([^/?#]*)/i, "https://$1.app.invalid");
}

export function fromBrowser(address: string): string {
  return address.replace(/^(blob:)?https:\/\/([^/?#]*)\.app\.invalid(?=[/?#]|$)/i, "$1app://$2");
}

/** As Electron gives the origin of a frame. */
export function originOf(address: string): string {
  const ours = /^app:\/\/[^/?#]*/i.exec(address)?.[0];
  if (ours !== undefined) return ours;
  return URL.canParse(address) ? new URL(address).origin : "null";
}

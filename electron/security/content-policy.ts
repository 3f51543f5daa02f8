/**
 * What the window may load: its own files and nothing else (checklist 1.7). Style elements need the nonce of this
 * answer; style attributes stay open because the component library writes them. `cspNonce` in
 * build/vite.window.ts marks where the nonce goes.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const NONCE_PLACE = "__CSP_NONCE__";

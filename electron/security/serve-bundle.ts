import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { extname, relative } from "node:path";
import { failurePage } from "../windows/failure-page.ts";
import { APP_ORIGIN, bundlePath } from "./bundle-path.ts";
import { contentPolicy, NONCE_PLACE } from "./content-policy.ts";

/** Shown by main when the window could not be loaded; not a file, so that it is there even when no file is. */
export const FAILURE_ADDRESS = `${APP_ORIGIN}/~failed`;

/** Answers `app://main/…` from the bundle in `folder`: 405 for a write, 403 for an odd address, 404 for none. */
export function serveBundle(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "method not allowed");
    const nonce = randomBytes(16).toString("base64");
    if (request.url.split("?")[0] === FAILURE_ADDRESS) return html(200, failurePage(request.url), nonce);
    const file = bundlePath(folder, request.url);
    if (file === undefined) return plain(403, "forbidden");
    const type = MIME_TYPES[extname(file).toLowerCase()];
    if (type === undefined || !(await isInside(folder, file))) return notFound(request, nonce);
    const bytes = await readFile(file);
    if (type.startsWith("text/html")) return html(200, bytes.toString("utf8"), nonce);
    return new Response(new Uint8Array(bytes), {
      status: 200,
      headers: { ...HEADERS, "content-type": type },
    });
  };
}

/** A missing page says so to a person; a missing script need not. */
function notFound(request: Request, nonce: string): Response {
  const isPage = new URL(request.url).pathname === "/";
  return isPage ? html(404, failurePage(`${FAILURE_ADDRESS}?missing`), nonce) : plain(404, "not found");
}

function html(status: number, text: string, nonce: string): Response {
  return new Response(text.replaceAll(NONCE_PLACE, nonce), {
    status,
    headers: {
      ...HEADERS,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy(nonce),
    },
  });
}

function plain(status: number, text: string): Response {
  const headers = {
    ...HEADERS,
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  };
  return new Response(text, { status, headers });
}

/** True for a file that exists and is in the folder after every link is followed. */
async function isInside(folder: string, file: string): Promise<boolean> {
  try {
    const inside = relative(await realpath(folder), await realpath(file));
    return inside !== "" && !inside.startsWith("..");
  } catch {
    return false;
  }
}

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** What a bundle holds. Anything else is not served at all. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

import { isAbsolute, join, normalize, relative } from "node:path";

/** The one page of the product, and its origin as Electron writes it. */
export const APP_ORIGIN = "app://main";

/**
 * The file of the bundle that an `app://main/` address means, or undefined for whatever is not plainly inside it:
 * another host, `..` in any spelling, a backslash, a NUL, a drive (checklist 1.18). Purely about text: a link out
 * of the folder is the caller's to refuse.
 */
export function bundlePath(folder: string, address: string): string | undefined {
  const path = plainPath(address);
  if (path === undefined) return undefined;
  const file = normalize(join(folder, path === "/" ? "index.html" : path));
  const inside = relative(folder, file);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) return undefined;
  return file;
}

/** Decoded once, as the browser does; what still needs decoding afterwards was meant to deceive. */
function plainPath(address: string): string | undefined {
  const match = /^app:\/\/main(\/[^?#]*)?(?:[?#].*)?$/is.exec(address);
  if (match === null) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(match[1] ?? "/");
  } catch {
    return undefined;
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f\\:%]/.test(path)) return undefined;
  const segments = path.split("/").slice(1);
  if (segments.some((segment) => segment.startsWith("."))) return undefined;
  if (segments.slice(0, -1).includes("")) return undefined;
  return path;
}

import { join, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundlePath } from "../../../electron/security/bundle-path.ts";

const folder = join(sep, "program", "dist", "renderer");

test.each([
  ["app://main/", "index.html"],
  ["app://main", "index.html"],
  ["app://main/?desk=1#/incidents/7", "index.html"],
  ["app://main/assets/page-1a2b.js", join("assets", "page-1a2b.js")],
  ["app://main/assets/%E5%AD%97.woff2", join("assets", "字.woff2")],
])("%s is a file of the window", (address, file) => {
  expect(bundlePath(folder, address)).toBe(join(folder, file));
});

test.each([
  "app://main/..",
  "app://main/../electron/main.cjs",
  "app://main/assets/../../electron/main.cjs",
  "app://main/%2e%2e/electron/main.cjs",
  "app://main/.%2E/electron/main.cjs",
  "app://main/%252e%252e/electron/main.cjs",
  "app://main/..%2felectron/main.cjs",
  "app://main/..%5celectron%5cmain.cjs",
  "app://main/..\\electron\\main.cjs",
  "app://main//etc/passwd",
  "app://main/%2fetc/passwd",
  "app://main/C:/Windows/win.ini",
  "app://main/index.html%00.js",
  "app://main/index.html\u0000.js",
  "app://main/%",
  "app://main/%ff",
  "app://main/.git/config",
  "app://main/index.html:stream",
  "app://other/index.html",
  "app://main.evil/index.html",
  "app://main@evil/index.html",
  "app://main:80/index.html",
  "file:///etc/passwd",
  "https://main/index.html",
  "",
])("%j is nobody's file", (address) => {
  expect(bundlePath(folder, address)).toBeUndefined();
});

test("no address, however odd, leads out of the window's folder", () => {
  const piece = fc.constantFrom(
    "..",
    ".",
    "%2e",
    "%2E%2E",
    "/",
    "%2f",
    "\\",
    "%5c",
    "%00",
    "a",
    "index.html",
    ":",
    "%25",
    "字",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 12 }), (pieces) => {
      const file = bundlePath(folder, `app://main/${pieces.join("")}`);
      expect(file === undefined || file.startsWith(folder + sep)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

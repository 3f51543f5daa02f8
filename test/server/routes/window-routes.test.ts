import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serviceApp } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const headers = { host: "127.0.0.1:4180" };

function builtWindow(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "index.html"),
    '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  );
  writeFileSync(join(folder, "assets", "main-1a2b.js"), "1");
  return folder;
}

test("the page is never kept by the browser, and its policy names a nonce of this one answer", async () => {
  const { app } = serviceApp({ window: builtWindow() });
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const page = await app.inject({ url: "/", headers });
    expect(page.headers["cache-control"]).toBe("no-cache");
    const policy = String(page.headers["content-security-policy"]);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(page.body).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("assets are kept for ever, and the page itself is only served with its policy", async () => {
  const { app } = serviceApp({ window: builtWindow() });
  const asset = await app.inject({ url: "/assets/main-1a2b.js", headers });
  expect(asset.headers["cache-control"]).toContain("immutable");
  expect(asset.headers["content-security-policy"]).toContain("script-src 'self'");
  expect((await app.inject({ url: "/index.html", headers })).statusCode).toBe(404);
});

test("a window that is not built yet is said to be so", async () => {
  const { app } = serviceApp({ window: tempFolder() });
  const page = await app.inject({ url: "/", headers });
  expect([page.statusCode, page.json()]).toEqual([503, { failure: { kind: "windowNotBuilt" } }]);
});

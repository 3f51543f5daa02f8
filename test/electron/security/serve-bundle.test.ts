import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveBundle } from "../../../electron/security/serve-bundle.ts";
import { tempFolder } from "../../support/temp-folder.ts";

function served(): (address: string, init?: RequestInit) => Promise<Response> {
  const folder = join(tempFolder(), "renderer");
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), `<style nonce="__CSP_NONCE__"></style>`);
  writeFileSync(join(folder, "page.js"), "1");
  writeFileSync(join(folder, "page.js.map"), "{}");
  writeFileSync(join(folder, "..", "secret.js"), "secret");
  symlinkSync(join(folder, "..", "secret.js"), join(folder, "link.js"));
  const serve = serveBundle(folder);
  return (address, init) => serve(new Request(address, init));
}

test("the page comes with a policy that lets only its own files run, and a nonce used once", async () => {
  const fetchFrom = served();
  const [one, two] = [await fetchFrom("app://main/"), await fetchFrom("app://main/")];
  const policy = one.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain("unsafe-eval");
  expect(nonce.length).toBeGreaterThan(20);
  expect(await one.text()).toBe(`<style nonce="${nonce}"></style>`);
  expect(two.headers.get("content-security-policy")).not.toBe(policy);
});

test("a script is served as a script, and no browser may guess otherwise", async () => {
  const answer = await served()("app://main/page.js");
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["app://main/none.js", 404],
  ["app://main/page.js.map", 404],
  ["app://main/link.js", 404],
  ["app://main/assets/", 404],
  ["app://other/page.js", 403],
  ["app://main/..%5csecret.js", 403],
])("%s is answered with %d", async (address, status) => {
  expect((await served()(address)).status).toBe(status);
});

test("nothing can be written to the program's files", async () => {
  expect((await served()("app://main/page.js", { method: "POST", body: "2" })).status).toBe(405);
});

test("a program without its files says so to a person", async () => {
  const answer = await serveBundle(join(tempFolder(), "gone"))(new Request("app://main/"));
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("请重新安装");
});

test("the page about a failure repeats nothing of the address", async () => {
  const answer = await served()("app://main/~failed?%3Cscript%3E");
  expect(await answer.text()).not.toMatch(/script|%3C/);
});

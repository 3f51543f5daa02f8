import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../support/browser.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

/** A page that tries what an injected text would try, and what the window itself has to be able to do. */
const PAGE = `<!doctype html>
  <meta property="csp-nonce" nonce="__CSP_NONCE__">
  <style nonce="__CSP_NONCE__">#own { color: rgb(1, 2, 3) }</style>
  <style>#foreign { color: rgb(1, 2, 3) }</style>
  <p id="own" style="margin: 7px">守约</p><p id="foreign">别人的样式</p>
  <script>window.inline = true</script>
  <img src="x" onerror="window.handler = true">
  <script type="module" src="./assets/main.js"></script>`;

const SCRIPT = `
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
  try { setTimeout("window.evaluated = true"); } catch {}
  document.body.insertAdjacentHTML("beforeend", '<iframe src="https://example.invalid/"></iframe>');
  fetch("https://example.invalid/").catch(() => undefined);
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.onmessage = (event) => { window.fromWorker = event.data; };
`;
const WORKER = `import { answer } from "./part.js"; postMessage(answer + (await fetch("/api/health")).status);`;

test("a real browser runs the window's own code and nothing that was slipped into it", async () => {
  const window = tempFolder();
  mkdirSync(join(window, "assets"));
  writeFileSync(join(window, "index.html"), PAGE);
  writeFileSync(join(window, "assets", "main.js"), SCRIPT);
  writeFileSync(join(window, "assets", "worker.js"), WORKER);
  writeFileSync(join(window, "assets", "part.js"), `export const answer = "worker ";`);
  const service = await startService({ window });
  onTestFinished(async () => service.stop());
  const browser = await launchChromium();
  onTestFinished(async () => browser.close());
  const page = await browser.newPage();
  await page.goto(service.address);

  await expect.poll(() => page.evaluate("window.fromWorker")).toBe("worker 200");
  await expect
    .poll(() => page.evaluate("[...new Set(window.violations)].sort()"))
    .toEqual(["connect-src", "frame-src", "script-src"]);
  expect(await page.evaluate("[window.inline, window.handler, window.evaluated]")).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const style = (id: string, name: string): Promise<unknown> =>
    page.evaluate(`getComputedStyle(document.getElementById("${id}")).${name}`);
  expect(await style("own", "color")).toBe("rgb(1, 2, 3)");
  expect(await style("own", "marginTop")).toBe("7px");
  expect(await style("foreign", "color")).toBe("rgb(0, 0, 0)");
});

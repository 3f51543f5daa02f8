import { spawnSync } from "node:child_process";
import { bundle } from "./bundle.ts";
import { getChromium } from "./chromium.ts";
import { inRoot, ROOT } from "./root.ts";

// `npm run test:e2e -- FILE …`: what is tested is the built product, in a real Chromium.
await bundle();
const chromium = await getChromium();
if (chromium === undefined) process.exitCode = 1;
else {
  const run = spawnSync(
    process.execPath,
    [inRoot("node_modules/@playwright/test/cli.js"), "test", ...process.argv.slice(2)],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: chromium } },
  );
  process.exitCode = run.status ?? 1;
}

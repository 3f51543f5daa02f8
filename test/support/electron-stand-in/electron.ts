#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import inspector from "node:inspector";
import { createRequire, registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { z } from "zod";

/**
 * Accepts Electron's command line and runs the built main bundle, with `require("electron")` meaning the module
 * beside this file. What Playwright waits for is printed as Electron prints it, so Playwright's own `_electron`
 * drives it.
 *
 * It cannot show: native dialogs, printers, toasts, the tray, the keychain, the sandbox, fuses, updates.
 */
const zPackage = z.object({ name: z.string(), version: z.string(), main: z.string() });

const args = process.argv.slice(2);
process.argv = [process.argv[1] ?? "electron", ...args];
const folder = resolve(args.find((arg) => !arg.startsWith("--")) ?? ".");
const about = zPackage.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
const main = join(folder, about.main);
if (!existsSync(main)) throw new Error(`stand-in: there is no ${about.main}: build first`);

registerHooks({
  resolve(name, context, next) {
    if (name !== "electron") return next(name, context);
    return {
      url: new URL("./module.ts", import.meta.url).href,
      format: "module-typescript",
      shortCircuit: true,
    };
  },
});

if (args.some((arg) => arg.startsWith("--inspect"))) inspector.open(0);
const { host } = await import("./host.ts");
host.describe({ ...about, folder, switches: args.filter((arg) => arg.startsWith("--")) });
createRequire(main)(main);
// A tick later: what must happen before Electron is ready has happened by then.
setImmediate(() => void host.start());

import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { UserConfig } from "vite";
import { rememberInputs, unchangedSince } from "./inputs.ts";
import { inRoot } from "./root.ts";

interface Target {
  readonly config: string;
  /** What the bundle is made of: folders and files of the checkout. */
  readonly inputs: readonly string[];
  /** What it makes; gone means that it has to be made again. */
  readonly outputs: readonly string[];
}

const COMMON = ["package-lock.json", "package.json", "shared"];

const TARGETS = {
  window: {
    config: "build/vite.window.ts",
    inputs: [...COMMON, "renderer", "build/vite.window.ts"],
    outputs: ["dist/renderer/index.html"],
  },
  electron: {
    config: "build/vite.electron.ts",
    inputs: [...COMMON, "electron", "build/vite.electron.ts"],
    outputs: ["dist/electron/main.cjs", "dist/electron/preload.cjs"],
  },
} as const satisfies Record<string, Target>;

type TargetName = keyof typeof TARGETS;

/** Builds what changed since it was last built. Gives the names of what was built now; throws when a build fails. */
export async function bundle(names: readonly TargetName[] = ["window", "electron"]): Promise<TargetName[]> {
  const built: TargetName[] = [];
  for (const name of names) {
    const target: Target = TARGETS[name];
    const config = inRoot(target.config);
    if (!existsSync(config)) continue;
    if (target.outputs.every((file) => existsSync(inRoot(file))) && unchangedSince(name, target.inputs))
      continue;
    await build(config);
    rememberInputs(name, target.inputs);
    built.push(name);
  }
  return built;
}

/** The bundler is loaded only when there is something to bundle: it takes longer than a start may. */
async function build(config: string): Promise<void> {
  const vite = await import("vite");
  const loaded = (await import(pathToFileURL(config).href)) as { readonly default: unknown };
  // One config, or one after the other where each bundle has to stand alone (Electron's main and preload).
  const configs = Array.isArray(loaded.default) ? (loaded.default as unknown[]) : [loaded.default];
  for (const one of configs) await vite.build({ ...(one as UserConfig), configFile: false });
}

if (import.meta.main) {
  const built = await bundle();
  console.log(built.length === 0 ? "up to date" : `built ${built.join(", ")}`);
}

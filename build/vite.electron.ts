import { defineConfig, type UserConfig } from "vite";
import { inRoot, ROOT } from "./root.ts";

/**
 * Electron's two bundles, one after the other and each standing alone: a sandboxed preload cannot load a second
 * file, so nothing may be shared between them.
 */
export default [bundleOf("main", "node24"), bundleOf("preload", "chrome150")];

function bundleOf(name: "main" | "preload", target: string): UserConfig {
  return defineConfig({
    root: ROOT,
    logLevel: "warn",
    define: { "import.meta.dirname": "__dirname" },
    ssr: { noExternal: true, external: ["electron"], target: name === "main" ? "node" : "webworker" },
    build: {
      ssr: true,
      outDir: inRoot("dist/electron"),
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        input: { [name]: inRoot(`electron/${name}.ts`) },
        external: ["electron", /^node:/],
        output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
      },
    },
  });
}

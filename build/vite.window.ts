import { defineConfig } from "vite";

/** The window: one bundle for Electron (served as app://main) and for the browser edition. */
export default defineConfig({
  root: "renderer",
  base: "./",
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome109",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
});

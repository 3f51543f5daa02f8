import { defineConfig } from "vite";

/** The window: one bundle for Electron (served as app://main) and for the browser edition. */
export default defineConfig({
  root: "renderer",
  base: "./",
  // Whoever serves index.html puts a fresh nonce in this place; the window reads it from
  // `<meta property="csp-nonce">`, for the style elements that the component library writes.
  html: { cspNonce: "__CSP_NONCE__" },
  logLevel: "warn",
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome109",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog: (level, log, tell) => {
        // antd marks its files for servers that render React; there is none here.
        if (log.code === "MODULE_LEVEL_DIRECTIVE") return;
        // papaparse can read Node's streams; the window hands it text.
        if (log.message.includes('Module "stream" has been externalized')) return;
        tell(level, log);
      },
    },
  },
  worker: { format: "es" },
});

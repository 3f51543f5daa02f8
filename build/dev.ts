import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createServer } from "vite";
import { inRoot } from "./root.ts";
import window from "./vite.window.ts";

/** The window with its changes shown as they are typed, on a service that keeps its data in .shouyue-data. */
const service = spawn(
  process.execPath,
  ["--watch", inRoot("server/main.ts"), "--port", "4190", "--data", inRoot(".shouyue-data")],
  { stdio: ["ignore", "pipe", "inherit"] },
);
createInterface({ input: service.stdout }).on("line", (line) => console.log(`service: ${line}`));
process.on("exit", () => service.kill());

const vite = await createServer({
  ...window,
  configFile: false,
  logLevel: "info",
  server: {
    host: "127.0.0.1",
    proxy: {
      "/api": {
        target: "http://127.0.0.1:4190",
        changeOrigin: true,
        // The service believes its own origin only; here the proxy stands for it.
        headers: { origin: "http://127.0.0.1:4190", "sec-fetch-site": "same-origin" },
      },
    },
  },
});
await vite.listen();
vite.printUrls();

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// One compiler run a room: each room's tsconfig holds only the types that the room may see.
const rooms = ["shared", "shared/archive", "electron", "renderer", "server", "cli", "build", "test"];
const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

let failed = false;
for (const room of rooms) {
  const run = spawnSync(process.execPath, [compiler, "-p", room], { cwd: root, stdio: "inherit" });
  if (run.status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);

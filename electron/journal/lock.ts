import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";

export interface Lock {
  release(): Promise<void>;
}

/**
 * Holds a folder for this process; undefined when another one does. A name that the operating system frees when its
 * process ends, however it ends: a lock that is a file would outlive a kill.
 */
export async function takeLock(folder: string): Promise<Lock | undefined> {
  const name = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex")
    .slice(0, 32);
  const door = doorOf(`shouyue-journal-${name}`);
  // Elsewhere Electron's own lock on the data folder has to do.
  if (door === undefined) return { release: () => Promise.resolve() };
  const server = createServer((socket) => socket.destroy());
  const isOurs = await new Promise<boolean>((done) => {
    server.once("error", () => done(false));
    server.listen(door, () => done(true));
  });
  if (!isOurs) return undefined;
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

function doorOf(name: string): string | undefined {
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return process.platform === "linux" ? `\0${name}` : undefined;
}

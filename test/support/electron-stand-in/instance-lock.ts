import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";

export interface Lock {
  readonly isFirst: boolean;
  release(): Promise<void>;
}

const zCall = z.object({ argv: z.array(z.string()), folder: z.string() });

/** The first of a data folder holds it; a later one tells the first that it came, and is not the first. */
export function takeLock(folder: string, called: (argv: string[], folder: string) => void): Lock {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "stand-in.lock");
  const door = join(folder, "stand-in.sock");
  if (isHeld(lock)) return { isFirst: false, release: tell(door) };
  writeFileSync(lock, String(process.pid));
  rmSync(door, { force: true });
  const server = createServer((socket) => {
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("utf8")));
    socket.on("end", () => {
      const call = zCall.parse(JSON.parse(text));
      called(call.argv, call.folder);
    });
  });
  server.listen(door);
  server.unref();
  process.on("exit", () => rmSync(lock, { force: true }));
  return { isFirst: true, release: () => Promise.resolve() };
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

/** Started at once; the one who quits waits for it. */
function tell(door: string): () => Promise<void> {
  const told = new Promise<void>((done) => {
    const socket = connect(door, () =>
      socket.end(JSON.stringify({ argv: process.argv, folder: process.cwd() })),
    );
    socket.on("close", () => done());
    socket.on("error", () => done());
  });
  return () => told;
}

import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Writes a file whole or not at all: beside it first, flushed to the disk, then renamed over it. */
export async function writeWhole(path: string, content: Uint8Array | string, mode = 0o666): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

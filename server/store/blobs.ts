import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";

/** Attachments' bytes under their own SHA-256: a name that nobody chooses and that proves the content. */
export interface Blobs {
  /** False when the bytes are not what the name says; nothing is kept then. Durable when true. */
  put(sha256: string, bytes: Uint8Array): Promise<boolean>;
  /** Undefined when there is none, or when the disk no longer gives back what was kept. */
  get(sha256: string): Promise<Uint8Array | undefined>;
}

export function blobsIn(folder: string): Blobs {
  const folderOf = (sha256: string): string => join(folder, sha256.slice(0, 2));
  return {
    put: async (sha256, bytes) => {
      if (hashOf(bytes) !== sha256) return false;
      const target = join(folderOf(sha256), sha256);
      if (await isWhole(target, bytes.byteLength)) return true;
      await mkdir(folderOf(sha256), { recursive: true });
      const unfinished = `${target}.${randomUUID()}.part`;
      const file = await open(unfinished, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, target);
      return true;
    },
    get: async (sha256) => {
      const bytes = await readFile(join(folderOf(sha256), sha256)).catch(() => undefined);
      return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined;
    },
  };
}

async function isWhole(file: string, size: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.size === size;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

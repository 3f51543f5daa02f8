import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Attachments' bytes under their own SHA-256: a name that nobody chooses and that proves the content. */
export interface Blobs {
  /** False when the bytes are not what the name says; nothing is kept then. Durable when true. */
  put(tenant: string, sha256: string, bytes: Uint8Array): Promise<boolean>;
  /** Undefined when there is none, or when the disk no longer gives back what was kept. */
  get(tenant: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Bytes of a whole one; undefined when there is none. */
  size(tenant: string, sha256: string): Promise<number | undefined>;
  /** Bytes received so far of one that comes in pieces. */
  received(tenant: string, sha256: string): Promise<number>;
  /** Adds a piece at `offset`, durably. `moved` when that is not where the bytes so far end. */
  addPiece(tenant: string, sha256: string, offset: number, bytes: Uint8Array): Promise<"added" | "moved">;
  /** Makes the pieces count. False when they are not what the name says: then they are gone. */
  finish(tenant: string, sha256: string): Promise<boolean>;
  /** Removes pieces that nobody went on with since `beforeMs`. */
  forgetPieces(tenant: string, beforeMs: number): Promise<void>;
}

export function blobsIn(folder: string): Blobs {
  const fileOf = (tenant: string, sha256: string): string => join(folder, tenant, sha256.slice(0, 2), sha256);
  const piecesOf = (tenant: string, sha256: string): string => join(folder, tenant, "unfinished", sha256);
  return {
    put: async (tenant, sha256, bytes) => {
      if (hashOf(bytes) !== sha256) return false;
      const target = fileOf(tenant, sha256);
      if ((await sizeOf(target)) === bytes.byteLength) return true;
      await mkdir(join(target, ".."), { recursive: true });
      const unfinished = `${target}.${randomUUID()}.part`;
      await writeDurably(unfinished, "wx", bytes);
      await rename(unfinished, target);
      return true;
    },
    get: async (tenant, sha256) => {
      const bytes = await readFile(fileOf(tenant, sha256)).catch(() => undefined);
      return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined;
    },
    size: async (tenant, sha256) => sizeOf(fileOf(tenant, sha256)),
    received: async (tenant, sha256) => (await sizeOf(piecesOf(tenant, sha256))) ?? 0,
    addPiece: async (tenant, sha256, offset, bytes) => {
      const pieces = piecesOf(tenant, sha256);
      if (((await sizeOf(pieces)) ?? 0) !== offset) return "moved";
      await mkdir(join(pieces, ".."), { recursive: true });
      await writeDurably(pieces, "a", bytes);
      return "added";
    },
    finish: async (tenant, sha256) => {
      const pieces = piecesOf(tenant, sha256);
      const hash = createHash("sha256");
      await pipeline(createReadStream(pieces), hash);
      if (hash.digest("hex") !== sha256) {
        await rm(pieces, { force: true });
        return false;
      }
      const target = fileOf(tenant, sha256);
      await mkdir(join(target, ".."), { recursive: true });
      await rename(pieces, target);
      return true;
    },
    forgetPieces: async (tenant, beforeMs) => {
      const unfinished = join(folder, tenant, "unfinished");
      for (const name of await readdir(unfinished).catch(() => [])) {
        const found = await stat(join(unfinished, name)).catch(() => undefined);
        if (found !== undefined && found.mtimeMs < beforeMs)
          await rm(join(unfinished, name), { force: true });
      }
    },
  };
}

async function writeDurably(path: string, flags: "wx" | "a", bytes: Uint8Array): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.size;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

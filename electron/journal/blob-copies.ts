import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../files/write-whole.ts";
import { Failed } from "../ipc/failed.ts";
import { realDisk } from "./disk.ts";

const NAME = /^[0-9a-f]{64}$/;

/**
 * Attachments beside the journal, each in a file that bears its SHA-256. A file is written whole, flushed and then given
 * its name; whoever reads it gets what its name says or nothing. None is ever deleted: what a record speaks of, now or
 * after an undo, is only known in the window. What is damaged is set aside under another name.
 */
export class BlobCopies {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Which of these are here. What their files hold is looked at when they are read. */
  async held(names: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const sha256 of names) {
      const size = await stat(this.#pathOf(sha256)).then(
        (file) => (file.isFile() ? file.size : 0),
        () => -1,
      );
      // An empty attachment is possible; an empty file of another name is not one.
      if (size > 0 || (size === 0 && sha256 === EMPTY)) found.push(sha256);
    }
    return found;
  }

  /** On the disk when it resolves. */
  async keep(sha256: string, bytes: Uint8Array): Promise<void> {
    if (digestOf(bytes) !== sha256) throw new Failed("malformed");
    if ((await this.read(sha256)) !== undefined) return;
    const folder = this.#folderOf(sha256);
    await mkdir(folder, { recursive: true });
    await writeWhole(this.#pathOf(sha256), bytes);
    for (const changed of [folder, this.#folder]) await realDisk.syncFolder(changed);
  }

  async read(sha256: string): Promise<Uint8Array | undefined> {
    const path = this.#pathOf(sha256);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
    if (digestOf(bytes) === sha256) return bytes;
    await rename(path, `${path}.damaged`);
    return undefined;
  }

  /** Reads all of them; the names of those that were damaged, which are set aside. Removes what a crash left half-written. */
  async verify(): Promise<string[]> {
    const damaged: string[] = [];
    for (const part of await namesIn(this.#folder)) {
      for (const name of await namesIn(join(this.#folder, part))) {
        if (name.endsWith(".tmp")) await rm(join(this.#folder, part, name), { force: true });
        else if (NAME.test(name) && (await this.read(name)) === undefined) damaged.push(name);
      }
    }
    return damaged;
  }

  #folderOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2));
  }

  #pathOf(sha256: string): string {
    if (!NAME.test(sha256)) throw new Failed("malformed");
    return join(this.#folderOf(sha256), sha256);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const EMPTY = digestOf(new Uint8Array());

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

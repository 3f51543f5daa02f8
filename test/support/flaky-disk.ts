import { dirname } from "node:path";
import type { Chances } from "../../cli/sync-sim/random.ts";
import type { Disk, OpenFile } from "../../electron/journal/disk.ts";
import { diskError } from "./journal.ts";

/** What a disk drive writes as one. */
const SECTOR = 512;

type Write = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

interface Inode {
  bytes: Buffer;
  /** As it was flushed last. */
  flushed: Buffer;
  /** What was done to it since. */
  since: Write[];
  isGone: boolean;
}

type Names = Map<string, Inode>;
type Naming = (names: Names) => void;

/** What is on a disk that has no power, by path. */
export type Image = ReadonlyMap<string, Buffer>;

export interface CuttableDisk {
  readonly disk: Disk;
  /** The power goes: nothing is done from now on, and this is what comes back. Asked twice, it may say otherwise. */
  cut(): Image;
}

/**
 * A disk in memory that keeps only what it was told to flush. Of the rest, whatever the power cut leaves is chance: each
 * write whole, not at all, or some of its sectors; of the names that were made, changed or removed without flushing
 * their folder the first few, in their order, as a file system with a journal keeps them. After `deeds` things it stops.
 */
export function cuttableDisk(chances: Chances, image: Image, deeds: number): CuttableDisk {
  const inodeOf = (bytes: Buffer): Inode => ({ bytes, flushed: bytes, since: [], isGone: false });
  const flushedNames: Names = new Map([...image].map(([path, bytes]) => [path, inodeOf(bytes)]));
  const names: Names = new Map(flushedNames);
  let namings: { readonly folder: string; readonly apply: Naming }[] = [];
  let left = deeds;

  const doIt = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    left -= 1;
    if (left < 0) throw diskError("EIO");
    return work();
  };
  const name = (path: string, apply: Naming): void => {
    apply(names);
    namings.push({ folder: dirname(path), apply });
  };
  const at = (path: string): Inode => {
    const inode = names.get(path);
    if (inode === undefined) throw diskError("ENOENT");
    return inode;
  };
  const fileOn = (inode: Inode): OpenFile => ({
    read: async (from, length) => doIt(() => Buffer.from(inode.bytes.subarray(from, from + length))),
    write: async (from, bytes) =>
      doIt(() => {
        const write = { at: from, bytes: Buffer.from(bytes) };
        inode.bytes = written(inode.bytes, write);
        inode.since.push(write);
      }),
    truncate: async (size) =>
      doIt(() => {
        inode.bytes = written(inode.bytes, { size });
        inode.since.push({ size });
      }),
    sync: async () =>
      doIt(() => {
        inode.flushed = inode.bytes;
        inode.since = [];
      }),
    stat: async () => doIt(() => ({ size: inode.bytes.length, links: inode.isGone ? 0 : 1 })),
    close: async () => Promise.resolve(),
  });
  const disk: Disk = {
    makeFolder: async () => doIt(() => undefined),
    list: async (folder) =>
      doIt(() =>
        [...names.keys()]
          .filter((path) => dirname(path) === folder)
          .map((path) => path.slice(folder.length + 1)),
      ),
    open: async (path, how) =>
      doIt(() => {
        if (how !== "new") return fileOn(at(path));
        if (names.has(path)) throw diskError("EEXIST");
        const inode = inodeOf(Buffer.alloc(0));
        name(path, (on) => on.set(path, inode));
        return fileOn(inode);
      }),
    rename: async (from, to) =>
      doIt(() => {
        const inode = at(from);
        name(to, (on) => {
          on.delete(from);
          on.set(to, inode);
        });
      }),
    remove: async (path) =>
      doIt(() => {
        const inode = names.get(path);
        if (inode === undefined) return;
        inode.isGone = true;
        name(path, (on) => on.delete(path));
      }),
    syncFolder: async (folder) =>
      doIt(() => {
        for (const naming of namings) if (naming.folder === folder) naming.apply(flushedNames);
        namings = namings.filter((naming) => naming.folder !== folder);
      }),
  };
  return {
    disk,
    cut: () => {
      left = 0;
      const kept = new Map(flushedNames);
      for (const { apply } of namings.slice(0, chances.below(namings.length + 1))) apply(kept);
      return new Map([...kept].map(([path, inode]) => [path, leftOf(inode, chances)]));
    },
  };
}

function leftOf({ flushed, since }: Inode, chances: Chances): Buffer {
  return since.reduce((bytes, write) => {
    const fate = chances.below(3);
    if (fate === 0) return bytes;
    if (fate === 1 || "size" in write) return written(bytes, write);
    // The file may have grown already, and not have been filled yet.
    let torn = written(bytes, { at: write.at, bytes: Buffer.alloc(write.bytes.length) });
    for (let from = 0; from < write.bytes.length; from += SECTOR - ((write.at + from) % SECTOR)) {
      const end = from + SECTOR - ((write.at + from) % SECTOR);
      if (chances.once(2))
        torn = written(torn, { at: write.at + from, bytes: write.bytes.subarray(from, end) });
    }
    return torn;
  }, flushed);
}

function written(bytes: Buffer, write: Write): Buffer {
  const size = "size" in write ? write.size : Math.max(bytes.length, write.at + write.bytes.length);
  const next = Buffer.alloc(size);
  bytes.copy(next);
  if ("bytes" in write) write.bytes.copy(next, write.at);
  return next;
}

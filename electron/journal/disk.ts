import { mkdir, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";

/** The few things that the journal does to a disk, so that a test can have a disk that fails at any of them. */
export interface Disk {
  makeFolder(folder: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** `new` refuses a name that is taken. */
  open(path: string, how: "read" | "change" | "new"): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** A name that was made or changed is on the disk only after its folder is. */
  syncFolder(folder: string): Promise<void>;
}

export interface OpenFile {
  read(at: number, length: number): Promise<Buffer>;
  write(at: number, bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  /** `links` is 0 for a file that somebody deleted: what is written to it is on no disk. */
  stat(): Promise<{ readonly size: number; readonly links: number }>;
  close(): Promise<void>;
}

const FLAGS = { read: "r", change: "r+", new: "wx+" } as const;

/** This machine's disk. Rejects with Node's own errors; `diskFailure` says what they mean. */
export const realDisk: Disk = {
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },
  list: (folder) => readdir(folder),
  open: async (path, how) => openFile(await open(path, FLAGS[how])),
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(folder) {
    // Windows has no such thing: its file systems write names down with the file.
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

function openFile(handle: FileHandle): OpenFile {
  return {
    async read(at, length) {
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const { bytesRead } = await handle.read(bytes, read, length - read, at + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.subarray(0, read);
    },
    async write(at, bytes) {
      let written = 0;
      while (written < bytes.byteLength) {
        const { bytesWritten } = await handle.write(bytes, written, bytes.byteLength - written, at + written);
        written += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    async stat() {
      const { size, nlink } = await handle.stat();
      return { size, links: nlink };
    },
    close: () => handle.close(),
  };
}

import { realDisk, type Disk, type OpenFile } from "../../electron/journal/disk.ts";
import type { Entry } from "../../electron/journal/entry.ts";
import { Journal, type JournalOptions } from "../../electron/journal/journal.ts";
import { valueOf } from "./value-of.ts";

/** An entry of one change, told apart by its number. */
export function entry(no: number, text = `{"n":${no}}`): Entry {
  return { about: { desk: "DESK01", held: [["DESK01", no, no]] }, text };
}

export async function openJournal(folder: string, options: JournalOptions = {}): Promise<Journal> {
  return valueOf(await Journal.open(folder, options));
}

/** The texts of all that a journal gives, by number. */
export async function allOf(journal: Journal, maxChars = 100_000): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (let after = 0; ;) {
    const { entries, isEnd } = valueOf(await journal.read(after, maxChars));
    for (const { entry: no, text } of entries) found.set(no, text);
    if (isEnd) return found;
    after = entries.at(-1)?.entry ?? after;
  }
}

type Deed = keyof Disk | `file.${keyof OpenFile}`;

/** The real disk, with a word before each thing that is done to it: it may throw. */
export function watchedDisk(before: (deed: Deed, path: string) => void): Disk {
  const told = async <T>(deed: Deed, path: string, work: () => Promise<T>): Promise<T> => {
    before(deed, path);
    return work();
  };
  return {
    makeFolder: (folder) => told("makeFolder", folder, () => realDisk.makeFolder(folder)),
    list: (folder) => told("list", folder, () => realDisk.list(folder)),
    rename: (from, to) => told("rename", from, () => realDisk.rename(from, to)),
    remove: (path) => told("remove", path, () => realDisk.remove(path)),
    syncFolder: (folder) => told("syncFolder", folder, () => realDisk.syncFolder(folder)),
    open: (path, how) =>
      told("open", path, async () => {
        const file = await realDisk.open(path, how);
        return {
          read: (at, length) => told("file.read", path, () => file.read(at, length)),
          write: (at, bytes) => told("file.write", path, () => file.write(at, bytes)),
          sync: () => told("file.sync", path, () => file.sync()),
          truncate: (length) => told("file.truncate", path, () => file.truncate(length)),
          stat: () => told("file.stat", path, () => file.stat()),
          close: async () => {
            await file.close();
            before("file.close", path);
          },
        };
      }),
  };
}

export function diskError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

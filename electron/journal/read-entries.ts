import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { entriesOf, type Entry } from "./entry.ts";
import { scan } from "./scan.ts";
import type { FileSeen } from "./survey.ts";

export interface NumberedEntry extends Entry {
  readonly entry: number;
}

/** The whole entries of some files above `after`, in their order, each once. What is damaged is passed over. */
export async function* readEntries(
  disk: Disk,
  folder: string,
  files: readonly FileSeen[],
  after: number,
): AsyncGenerator<NumberedEntry, void> {
  let last = after;
  for (const { name, size } of files) {
    if (size === 0) continue;
    const file = await disk.open(join(folder, name), "read");
    try {
      for await (const found of scan(file, size)) {
        // Number 0 is a snapshot's own summary.
        if (found.kind !== "frame" || found.entry === 0) continue;
        const entries = await entriesOf(found.payload);
        for (const [at, one] of entries.entries()) {
          if (found.entry + at <= last) continue;
          last = found.entry + at;
          yield { ...one, entry: last };
        }
      }
    } finally {
      await file.close();
    }
  }
}

/** The damaged places of some files, read from the first byte to the last. */
export async function findDamage(
  disk: Disk,
  folder: string,
  files: readonly FileSeen[],
): Promise<{ readonly file: string; readonly at: number; readonly bytes: number }[]> {
  const found: { file: string; at: number; bytes: number }[] = [];
  for (const { name, size } of files) {
    const file = await disk.open(join(folder, name), "read");
    try {
      for await (const part of scan(file, size)) {
        if (part.kind === "damage") found.push({ file: name, at: part.at, bytes: part.bytes });
      }
    } finally {
      await file.close();
    }
  }
  return found;
}

import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Disk } from "./disk.ts";
import { packPayload } from "./entry.ts";
import type { Facts } from "./facts.ts";
import { fileHeadOf, type FileHead } from "./file-head.ts";
import { frameOf } from "./frame.ts";
import { snapshotName, unfinishedName } from "./names.ts";
import { readEntries, type NumberedEntry } from "./read-entries.ts";
import type { FileSeen } from "./survey.ts";
import { summaryFrame } from "./summary.ts";

/** A pack's text before it is deflated: small enough to read one for its sake, large enough to deflate well. */
const PACK_CHARS = 256 * 1024;

export interface SnapshotPlan {
  readonly head: Omit<FileHead, "kind">;
  readonly facts: Facts;
  /** What is to be in it, oldest first. */
  readonly files: readonly FileSeen[];
}

/**
 * Writes all entries of some files into one beside them, flushes it, reads it back and compares. Until `rename` gives
 * it its name nothing counts on it. Rejects, and leaves nothing, when the disk fails or what was read back differs.
 */
export async function writeSnapshot(disk: Disk, folder: string, plan: SnapshotPlan): Promise<FileSeen> {
  const { no } = plan.head;
  const name = unfinishedName(no);
  const path = join(folder, name);
  try {
    const written = await write(disk, folder, plan, path);
    const back = await sumOf(readEntries(disk, folder, [{ ...written.seen, name }], 0));
    if (back.count !== written.count || back.sum !== written.sum) throw new Error("snapshot reads otherwise");
    return { ...written.seen, name: snapshotName(no) };
  } catch (error) {
    await disk.remove(path).catch(() => undefined);
    throw error;
  }
}

async function write(
  disk: Disk,
  folder: string,
  { head, facts, files }: SnapshotPlan,
  path: string,
): Promise<{ seen: FileSeen; count: number; sum: number }> {
  await disk.remove(path);
  const file = await disk.open(path, "new");
  try {
    let size = 0;
    const put = async (bytes: Uint8Array): Promise<void> => {
      await file.write(size, bytes);
      size += bytes.byteLength;
    };
    await put(fileHeadOf({ kind: "snapshot", ...head }));
    await put(summaryFrame(facts));
    const counted = counting();
    for await (const pack of packsOf(readEntries(disk, folder, files, 0))) {
      for (const one of pack) counted.add(one);
      await put(frameOf(pack[0]?.entry ?? 0, await packPayload(pack)));
    }
    await file.sync();
    return { seen: { no: head.no, name: "", size, isWhole: true }, ...counted.result() };
  } finally {
    await file.close();
  }
}

/** Runs of entries whose numbers follow one another. */
async function* packsOf(entries: AsyncIterable<NumberedEntry>): AsyncGenerator<NumberedEntry[]> {
  let pack: NumberedEntry[] = [];
  let chars = 0;
  for await (const one of entries) {
    const last = pack.at(-1);
    if (last !== undefined && (chars > PACK_CHARS || one.entry !== last.entry + 1)) {
      yield pack;
      [pack, chars] = [[], 0];
    }
    pack.push(one);
    chars += one.text.length;
  }
  if (pack.length > 0) yield pack;
}

async function sumOf(entries: AsyncIterable<NumberedEntry>): Promise<{ count: number; sum: number }> {
  const counted = counting();
  for await (const one of entries) counted.add(one);
  return counted.result();
}

function counting(): { add(one: NumberedEntry): void; result(): { count: number; sum: number } } {
  let [count, sum] = [0, 0];
  return {
    add(one) {
      count += 1;
      sum = crc32(`${one.entry} ${JSON.stringify(one.about)} ${one.text}`, sum);
    },
    result: () => ({ count, sum }),
  };
}

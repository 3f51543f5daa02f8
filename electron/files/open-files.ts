import { open } from "node:fs/promises";
import { basename } from "node:path";
import { MAX_FILE_BYTES, type Input, type Output } from "../../shared/desktop/contract.ts";
import { Failed } from "../ipc/failed.ts";

/** Asks the user which; an empty list when none. */
export type AskWhich = (input: Input<"openFiles">) => Promise<readonly string[]>;

/** Reads the files that the user points at. `too-big` before reading when they are more than 512 MiB together. */
export async function openFiles(
  input: Input<"openFiles">,
  askWhich: AskWhich,
  maxBytes = MAX_FILE_BYTES,
): Promise<Output<"openFiles">> {
  const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let left = maxBytes;
  for (const path of await askWhich(input)) {
    const bytes = await readUpTo(path, left);
    left -= bytes.byteLength;
    files.push({ name: basename(path), bytes });
  }
  return files;
}

/** The size is asked of the open file, and the reading stops there: a file may grow, a pipe never ends. */
async function readUpTo(path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, "r");
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new Failed("not-allowed");
    if (facts.size > maxBytes) throw new Failed("too-big");
    const bytes = new Uint8Array(facts.size);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return at === bytes.length ? bytes : bytes.slice(0, at);
  } finally {
    await file.close();
  }
}

import { crc32 } from "node:zlib";
import type { OpenFile } from "./disk.ts";
import { zFacts, type Facts } from "./facts.ts";
import { FILE_HEAD } from "./file-head.ts";
import { FRAME_HEAD, frameOf, readHead } from "./frame.ts";

/** A snapshot's first frame, which bears entry number 0: the facts of all that it covers. */
export function summaryFrame(facts: Facts): Buffer {
  return frameOf(0, Buffer.from(JSON.stringify(facts), "utf8"));
}

/** Undefined when it is not as it was written. */
export async function readSummary(file: OpenFile, size: number): Promise<Facts | undefined> {
  const head = readHead(await file.read(FILE_HEAD, FRAME_HEAD));
  if (head?.entry !== 0 || FILE_HEAD + FRAME_HEAD + head.length > size) return undefined;
  const payload = await file.read(FILE_HEAD + FRAME_HEAD, head.length);
  return crc32(payload) === head.sum ? zFacts.parse(JSON.parse(payload.toString("utf8"))) : undefined;
}

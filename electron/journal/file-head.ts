import { crc32 } from "node:zlib";

/** The first 32 bytes of a segment or a snapshot. */
export const FILE_HEAD = 32;

export interface FileHead {
  readonly kind: "segment" | "snapshot";
  /** Sixteen hex digits, drawn when the journal was begun: another folder's file is not ours. */
  readonly journal: string;
  readonly no: number;
  /** The entry before the first of a segment; the last one that a snapshot covers. */
  readonly after: number;
  /** The digest after that entry. */
  readonly chain: number;
}

const MARKS = { segment: "SYJRNL01", snapshot: "SYSNAP01" } as const;

export function fileHeadOf(head: FileHead): Buffer {
  const bytes = Buffer.alloc(FILE_HEAD);
  bytes.write(MARKS[head.kind], 0, "latin1");
  bytes.write(head.journal, 8, "hex");
  bytes.writeUInt32LE(head.no, 16);
  bytes.writeUInt32LE(head.after, 20);
  bytes.writeUInt32LE(head.chain, 24);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 28)), 28);
  return bytes;
}

/** Undefined for what is no such head, or not as it was written. */
export function readFileHead(bytes: Buffer): FileHead | undefined {
  if (bytes.length < FILE_HEAD || bytes.readUInt32LE(28) !== crc32(bytes.subarray(0, 28))) return undefined;
  const mark = bytes.toString("latin1", 0, 8);
  const kind = mark === MARKS.segment ? "segment" : mark === MARKS.snapshot ? "snapshot" : undefined;
  if (kind === undefined) return undefined;
  return {
    kind,
    journal: bytes.toString("hex", 8, 16),
    no: bytes.readUInt32LE(16),
    after: bytes.readUInt32LE(20),
    chain: bytes.readUInt32LE(24),
  };
}

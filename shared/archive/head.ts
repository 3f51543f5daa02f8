import { z } from "zod";
import { zHolding } from "./holding.ts";

/** Raised when an older version could not read what this one writes. */
export const ARCHIVE_VERSION = 1;

const zSha256 = z.string().regex(/^[0-9a-f]{64}$/);
const zFileNo = z.int().nonnegative();

/** A file that is carried between two desks whose networks never meet (摆渡). */
const zFerry = z.strictObject({
  /** The two desks' name for what goes between them, drawn by the one that began. */
  link: z.string().min(1).max(40),
  /** 1, 2, 3 … of those that this desk made for this link. */
  no: z.int().positive(),
  /** The highest number of the other side's files that was taken in here. */
  confirms: zFileNo,
  /** What the maker took the reader to have: what is in the file is of use only to who has it. */
  base: zHolding,
  /** What the maker has, this file included: who reads it need not send that back. */
  holds: zHolding,
  blobs: z.array(zSha256).max(500_000),
});
export type Ferry = z.infer<typeof zFerry>;

/** What a file says of itself before anything else. */
export const zHead = z.strictObject({
  format: z.literal("shouyue-archive"),
  version: z.int().positive(),
  kind: z.enum(["archive", "ferry"]),
  /** Drawn for this file. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  desk: z.string().min(1).max(16),
  /** The hospital, for people to recognise. */
  name: z.string().max(200),
  madeAt: z.iso.datetime({ precision: 3 }),
  /** The maker's public key: ECDSA P-256, SPKI, base64. */
  key: z.string().max(200),
  ferry: zFerry.optional(),
});
export type ArchiveHead = z.infer<typeof zHead>;

/** The line before every part. The chain goes through these lines. */
export const zLine = z.strictObject({
  part: z.enum(["head", "changes", "blob", "manifest"]),
  n: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: zSha256,
  /** SHA-256 of the line before; 64 zeros for the head. */
  previous: zSha256,
});
export type PartLine = z.infer<typeof zLine>;

/** The last part: what there should have been, signed by the maker over its canonical JSON without `signature`. */
export const zManifest = z.strictObject({
  archive: z.string(),
  parts: z.int().nonnegative(),
  /** SHA-256 of the last line before this one: with it all lines, and with these all parts. */
  chain: zSha256,
  changes: z.int().nonnegative(),
  blobs: z.int().nonnegative(),
  blobBytes: z.int().nonnegative(),
  /** Which changes are in it. */
  held: zHolding,
  /** Attachments that records speak of and the maker did not have. */
  missing: z.array(zSha256).max(500_000),
  /** The times of the first and the last change, by their authors' clocks. */
  from: z.iso.datetime({ precision: 3 }).optional(),
  to: z.iso.datetime({ precision: 3 }).optional(),
  signature: z.string().max(200),
});
export type Manifest = z.infer<typeof zManifest>;

/** More than any part of ours has: who declares more is refused before a byte of it is kept. */
export const MOST_BYTES: Readonly<Record<PartLine["part"], number>> = {
  head: 64 * 1024 * 1024,
  changes: 64 * 1024 * 1024,
  blob: 256 * 1024 * 1024,
  manifest: 64 * 1024 * 1024,
};
/** Changes as text, unpacked. */
export const MOST_TEXT = 256 * 1024 * 1024;
export const MOST_LINE = 1000;
export const NO_LINE = "0".repeat(64);

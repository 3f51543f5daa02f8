import type { DeskArchive } from "../../renderer/db/archive.ts";
import { archiveStream, type Content, type ToWrite } from "../../shared/archive/write.ts";
import { joined, piecesOf, streamOf, type Bytes, type ByteStream } from "../../shared/archive/bytes.ts";
import { drawSigner, type Signer } from "../../shared/archive/signing.ts";
import type { Change } from "../../shared/sync/change.ts";

export const PASSPHRASE = "correct-horse-电池-staple";

const head: ToWrite["head"] = {
  kind: "archive",
  id: "0123456789abcdef0123456789abcdef",
  desk: "DESK01",
  name: "滨江市第一人民医院",
  madeAt: "2026-11-22T01:00:00.000Z",
};

let signer: Promise<Signer> | undefined;

/** What goes into a file, cheap to lock up. */
export async function toWrite(contents: readonly Content[], more: Partial<ToWrite> = {}): Promise<ToWrite> {
  return {
    head,
    contents: listed(contents),
    missing: () => [],
    signer: await (signer ??= drawSigner()),
    locks: { passphrase: PASSPHRASE, workFactor: 4 },
    ...more,
  };
}

export async function* listed<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one);
}

export async function archiveOf(contents: readonly Content[], more: Partial<ToWrite> = {}): Promise<Bytes> {
  return bytesOf(await archiveStream(await toWrite(contents, more)));
}

export async function bytesOf(stream: ByteStream): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return joined(pieces);
}

/** As a file is read: in pieces that end anywhere. */
export function asStream(bytes: Uint8Array, piece = 1000): ByteStream {
  return streamOf(
    listed(
      Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
        bytes.slice(at * piece, (at + 1) * piece),
      ),
    ),
  );
}

export function asFile(bytes: Uint8Array): { readonly size: number; readonly stream: () => ByteStream } {
  return { size: bytes.length, stream: () => asStream(bytes, 64 * 1024) };
}

export const changesPart = (changes: readonly Change[]): Content => ({ changes });

const none = async (): Promise<never> => Promise.reject(new Error("a desk in memory keeps no archive"));

export const NO_ARCHIVE: DeskArchive = {
  fingerprint: none,
  recovery: none,
  drawRecovery: none,
  keepRecovery: none,
  make: none,
  check: none,
  takeIn: none,
  links: none,
  addLink: none,
  unjudged: none,
  makeFerry: none,
  relay: { waiting: none, next: none, reached: none, vouch: none, lines: none },
};

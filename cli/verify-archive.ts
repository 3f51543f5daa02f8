import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Opener } from "../shared/archive/keys.ts";
import { verifyArchive } from "../shared/archive/read.ts";
import { fingerprintOf } from "../shared/archive/signing.ts";

/** Where the secret that opens the file is read from: a file of one line, else standard input. */
export interface Secret {
  readonly kind: "passphrase" | "recoveryKey";
  readonly file: string | undefined;
}

/** True for the first line of an archive and of a file between two networks. */
export function isArchiveFile(firstLine: string): boolean {
  return firstLine === "age-encryption.org/v1";
}

/** Checks every byte of an archive: the encryption, every part's hash, the chain, the counts and the signature. */
export async function verifyArchiveFile(file: string, secret: Secret): Promise<{ readonly ok: boolean }> {
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const checked = await verifyArchive(stream, await openerFrom(secret));
  if (!checked.ok) {
    const { failure } = checked;
    return { ok: false, at: "at" in failure ? failure.at : 0, kind: failure.kind } as { ok: boolean };
  }
  const { head, manifest } = checked.value;
  const { from, to } = manifest;
  const answer = {
    ok: true,
    records: manifest.changes,
    ...(from === undefined || to === undefined ? {} : { from, to }),
    what: head.kind,
    desk: head.desk,
    madeAt: head.madeAt,
    ...(head.ferry === undefined ? {} : { no: head.ferry.no }),
    attachments: manifest.blobs,
    missing: manifest.missing.length,
    key: await fingerprintOf(head.key),
  };
  return answer;
}

async function openerFrom({ kind, file }: Secret): Promise<Opener> {
  const text = file === undefined ? await lineOfInput() : await readFile(file, "utf8");
  // An editor ends a file with a line feed, and may begin it with a mark of its encoding.
  const secret = text.replace(/^\uFEFF/, "").replace(/\r?\n[\s\S]*$/, "");
  return kind === "passphrase" ? { passphrase: secret } : { recoveryKey: secret };
}

async function lineOfInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("口令 passphrase: ");
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return "";
}

import type { z } from "zod";
import { canonical } from "../lib/canonical.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import { changesOfText } from "../sync/change-text.ts";
import { changeId, type Change } from "../sync/change.ts";
import { gunzipped, piecesOf, sha256, utf8, type Bytes, type ByteStream } from "./bytes.ts";
import { ArchiveBroken, broken, type ArchiveFailure } from "./failure.ts";
import {
  ARCHIVE_VERSION,
  MOST_BYTES,
  MOST_LINE,
  MOST_TEXT,
  NO_LINE,
  zHead,
  zLine,
  zManifest,
  type ArchiveHead,
  type Manifest,
  type PartLine,
} from "./head.ts";
import { Intake } from "./intake.ts";
import { decrypterOf, peek, type Opener } from "./keys.ts";
import { isSigned } from "./signing.ts";

/** What a file holds, in its order: its head, changes and attachments, and the manifest when all of it was sound. */
export type ReadPart =
  | { readonly head: ArchiveHead }
  | { readonly changes: readonly Change[] }
  | { readonly blob: Bytes; readonly sha256: string }
  | { readonly manifest: Manifest };

/**
 * Reads a file part by part; throws `ArchiveBroken` where something is not as it was written. What came before the
 * manifest is proven only when that was read: whoever writes what is read, reads the whole file once before.
 */
export async function* archiveParts(source: ByteStream, opener: Opener): AsyncGenerator<ReadPart> {
  yield* partsOf(new Intake(await decrypted(source, opener)));
}

export interface Sound {
  readonly head: ArchiveHead;
  readonly manifest: Manifest;
}

/** Reads all of a file: every hash, every link of the chain, every count, and the signature. `look` sees each part. */
export async function verifyArchive(
  source: ByteStream,
  opener: Opener,
  look: (part: ReadPart) => void = () => undefined,
): Promise<Result<Sound, ArchiveFailure>> {
  let head: ArchiveHead | undefined;
  let manifest: Manifest | undefined;
  try {
    for await (const part of archiveParts(source, opener)) {
      look(part);
      if ("head" in part) head = part.head;
      else if ("manifest" in part) manifest = part.manifest;
    }
  } catch (error) {
    if (error instanceof ArchiveBroken) return fail(error.failure);
    throw error;
  }
  if (head === undefined || manifest === undefined) return fail({ kind: "truncated", at: 0 });
  return ok({ head, manifest });
}

/** The parts of a decrypted file. */
async function* partsOf(intake: Intake): AsyncGenerator<ReadPart> {
  const first = await nextPart(intake, 0, NO_LINE);
  if (first?.line.part !== "head") throw new ArchiveBroken({ kind: "notAnArchive" });
  const head = headOf(first.body);
  yield { head };
  const counted = { changes: 0, blobs: 0, blobBytes: 0 };
  const held = new Map<string, number>();
  let previous = await sha256(utf8(first.text));
  for (let n = 1; ; n += 1) {
    const part = await nextPart(intake, n, previous);
    if (part === undefined) throw broken("truncated", n);
    const { line, body } = part;
    if (line.part === "head") throw broken("badPart", n);
    if (line.part === "blob") {
      counted.blobs += 1;
      counted.blobBytes += body.length;
      yield { blob: body, sha256: line.sha256 };
    } else if (line.part === "changes") {
      const changes = await changesIn(body, n);
      counted.changes += changes.length;
      for (const { desk } of changes) held.set(desk, (held.get(desk) ?? 0) + 1);
      yield { changes };
    } else {
      const manifest = parsed(body, zManifest, n);
      if (manifest.archive !== head.id || manifest.chain !== previous || manifest.parts !== n) {
        throw broken("otherManifest", n);
      }
      const { signature, ...unsigned } = manifest;
      if (!(await isSigned(canonical(unsigned), head.key, signature))) throw broken("badSignature", n);
      if (!agrees(manifest, counted, held)) throw broken("countsDiffer", n);
      if (!(await intake.isAtEnd())) throw broken("extraParts", n + 1);
      yield { manifest };
      return;
    }
    previous = await sha256(utf8(part.text));
  }
}

async function decrypted(source: ByteStream, opener: Opener): Promise<ByteStream> {
  const decrypter = decrypterOf(opener);
  if (!decrypter.ok) throw new ArchiveBroken(decrypter.failure);
  const [looked, rest] = await beginningOf(source);
  if (!peek(looked).isAge) throw new ArchiveBroken({ kind: "notAnArchive" });
  try {
    return await decrypter.value.decrypt(rest);
  } catch (error) {
    if (error instanceof ArchiveBroken) throw error;
    const isKey = error instanceof Error && error.message.startsWith("no identity matched");
    throw isKey ? new ArchiveBroken({ kind: "wrongKey" }) : broken("damaged", 0);
  }
}

/** Some of the first bytes, and a stream of all. */
async function beginningOf(source: ByteStream): Promise<[Uint8Array, ByteStream]> {
  const pieces = piecesOf(source);
  const first = await pieces.next();
  const looked = first.done === true ? new Uint8Array() : first.value;
  const rest = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(looked),
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return [looked, rest];
}

interface Part {
  readonly line: PartLine;
  readonly text: string;
  readonly body: Bytes;
}

/** Undefined at the end of the file. */
async function nextPart(intake: Intake, n: number, previous: string): Promise<Part | undefined> {
  const text = await intake.line(MOST_LINE, n);
  if (text === undefined) return undefined;
  const line = parsedText(text, zLine);
  if (line === undefined) throw n === 0 ? new ArchiveBroken({ kind: "notAnArchive" }) : broken("badPart", n);
  if (line.n !== n) throw broken("outOfOrder", n);
  if (line.previous !== previous) throw broken("brokenLink", n);
  if (line.bytes > MOST_BYTES[line.part]) throw broken("tooLarge", n);
  const body = await intake.bytes(line.bytes, n);
  if ((await sha256(body)) !== line.sha256) throw broken("altered", n);
  return { line, text: `${text}\n`, body };
}

function headOf(body: Bytes): ArchiveHead {
  const read = parsedText(new TextDecoder().decode(body), zHead);
  // A later version may say more in its head than this one knows.
  const version = read?.version ?? statedVersion(body);
  if (version !== undefined && version > ARCHIVE_VERSION) {
    throw new ArchiveBroken({ kind: "newerVersion", version });
  }
  if (read === undefined || (read.kind === "ferry") !== (read.ferry !== undefined))
    throw broken("badPart", 0);
  return read;
}

function statedVersion(body: Bytes): number | undefined {
  try {
    const value = JSON.parse(new TextDecoder().decode(body)) as { format?: unknown; version?: unknown };
    return value.format === "shouyue-archive" && Number.isSafeInteger(value.version)
      ? Number(value.version)
      : undefined;
  } catch {
    return undefined;
  }
}

async function changesIn(body: Bytes, n: number): Promise<readonly Change[]> {
  let changes: readonly Change[];
  try {
    changes = changesOfText(new TextDecoder().decode(await gunzipped(body, MOST_TEXT)));
  } catch (error) {
    throw error instanceof RangeError ? broken("tooLarge", n) : broken("badPart", n);
  }
  const isNamed = changes.every(
    ({ id, desk, deskSeq, stamp }) => id === changeId(desk, deskSeq) && stamp.endsWith(`-${desk}`),
  );
  if (!isNamed) throw broken("countsDiffer", n);
  return changes;
}

function agrees(
  manifest: Manifest,
  counted: Pick<Manifest, "changes" | "blobs" | "blobBytes">,
  held: ReadonlyMap<string, number>,
): boolean {
  const stated = Object.entries(manifest.held);
  return (
    manifest.changes === counted.changes &&
    manifest.blobs === counted.blobs &&
    manifest.blobBytes === counted.blobBytes &&
    stated.length === held.size &&
    stated.every(
      ([desk, runs]) => held.get(desk) === runs.reduce((sum, [from, to]) => sum + to - from + 1, 0),
    )
  );
}

function parsed<T>(body: Bytes, schema: z.ZodType<T>, n: number): T {
  const value = parsedText(new TextDecoder().decode(body), schema);
  if (value === undefined) throw broken("badPart", n);
  return value;
}

/** Only what is exactly as the product writes it. */
function parsedText<T>(text: string, schema: z.ZodType<T>): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = schema.safeParse(value);
  return read.success && canonical(read.data) === text ? read.data : undefined;
}

import { canonical } from "../lib/canonical.ts";
import { timeOfStamp } from "../lib/hybrid-clock.ts";
import { changesText } from "../sync/change-text.ts";
import type { Change } from "../sync/change.ts";
import { gzipped, sha256, streamOf, utf8, type Bytes, type ByteStream } from "./bytes.ts";
import { ARCHIVE_VERSION, NO_LINE, type ArchiveHead, type Manifest, type PartLine } from "./head.ts";
import { runsOfNumbers, tidyRuns, type Runs } from "./holding.ts";
import { encrypterOf, type Locks } from "./keys.ts";
import { signed, type Signer } from "./signing.ts";

/** What a file is filled with: some changes, or one attachment. */
export type Content = { readonly changes: readonly Change[] } | { readonly blob: Uint8Array };

export interface ToWrite {
  readonly head: Pick<ArchiveHead, "kind" | "id" | "desk" | "name" | "madeAt" | "ferry">;
  readonly contents: AsyncIterable<Content>;
  /** Asked when the contents are all written. */
  readonly missing: () => readonly string[];
  readonly signer: Signer;
  readonly locks: Locks;
}

/**
 * One encrypted file: a head, changes and attachments as parts of a chain, and a signed manifest. It is made while it is
 * read, a part at a time. `done` resolves with the manifest when the last byte was taken.
 */
export async function archiveStream(
  toWrite: ToWrite,
  done: (manifest: Manifest) => void = () => undefined,
): Promise<ByteStream> {
  return encrypterOf(toWrite.locks).encrypt(streamOf(plainParts(toWrite, done)));
}

/** The same before it is encrypted. */
export async function* plainParts(
  { head, contents, missing, signer }: ToWrite,
  done: (manifest: Manifest) => void,
): AsyncGenerator<Bytes> {
  let n = 0;
  let previous = NO_LINE;
  const held = new Map<string, [number, number][]>();
  let [changes, blobs, blobBytes] = [0, 0, 0];
  let [from, to] = ["", ""];
  const part = async (kind: PartLine["part"], body: Bytes): Promise<Bytes[]> => {
    const line = `${canonical({ part: kind, n, bytes: body.length, sha256: await sha256(body), previous })}\n`;
    previous = await sha256(utf8(line));
    n += 1;
    return [utf8(line), body];
  };

  const whole: ArchiveHead = {
    format: "shouyue-archive",
    version: ARCHIVE_VERSION,
    ...head,
    key: signer.key,
  };
  yield* await part("head", utf8(canonical(whole)));
  for await (const content of contents) {
    if ("blob" in content) {
      blobs += 1;
      blobBytes += content.blob.length;
      yield* await part("blob", new Uint8Array(content.blob));
      continue;
    }
    changes += content.changes.length;
    for (const [desk, runs] of runsOf(content.changes)) {
      held.set(desk, tidyRuns([...(held.get(desk) ?? []), ...runs]));
    }
    for (const { stamp } of content.changes) {
      if (from === "" || stamp < from) from = stamp;
      if (stamp > to) to = stamp;
    }
    yield* await part("changes", await gzipped(utf8(changesText(content.changes))));
  }
  const manifest: Omit<Manifest, "signature"> = {
    archive: head.id,
    parts: n,
    chain: previous,
    changes,
    blobs,
    blobBytes,
    held: Object.fromEntries(held),
    missing: [...missing()],
    ...(from === "" ? {} : { from: timeText(from), to: timeText(to) }),
  };
  const whole2 = { ...manifest, signature: await signed(signer, canonical(manifest)) };
  yield* await part("manifest", utf8(canonical(whole2)));
  done(whole2);
}

function runsOf(changes: readonly Change[]): Map<string, Runs> {
  const numbers = new Map<string, number[]>();
  for (const { desk, deskSeq } of changes) {
    const some = numbers.get(desk);
    if (some === undefined) numbers.set(desk, [deskSeq]);
    else some.push(deskSeq);
  }
  return new Map([...numbers].map(([desk, some]) => [desk, runsOfNumbers(some)]));
}

function timeText(stamp: string): string {
  return new Date(timeOfStamp(stamp).ms).toISOString();
}

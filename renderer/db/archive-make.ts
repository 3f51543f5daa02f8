import { newLink, type FerryLink } from "../../shared/archive/ferry.ts";
import type { ArchiveHead, Ferry } from "../../shared/archive/head.ts";
import { countOf, lacking, type Holding } from "../../shared/archive/holding.ts";
import { archiveStream, type Content } from "../../shared/archive/write.ts";
import { changesOf, holdingIn } from "./archive-holding.ts";
import { recoveryOf, signerOf } from "./archive-keys.ts";
import { keepLink } from "./archive-links.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import type { Made, Progress } from "./archive.ts";

/** Everything that this desk has, for a passphrase and for the recovery key that was printed last. */
export async function makeArchive(
  parts: ArchiveParts,
  passphrase: string,
  progress: Progress,
): Promise<Made> {
  const recovery = await recoveryOf(parts.store);
  const blobs = await parts.store.blobs.toCollection().primaryKeys();
  return make(
    parts,
    { kind: "archive" },
    { passphrase, recovery },
    await holdingIn(parts.store),
    blobs,
    progress,
  );
}

/** What the other side of a link lacks, as far as it said; its number counts when the file is complete. */
export async function makeFerry(
  parts: ArchiveParts,
  link: FerryLink,
  passphrase: string,
  progress: Progress,
): Promise<Made> {
  const { store } = parts;
  const mine = await holdingIn(store);
  const blobs = await store.blobs.toCollection().primaryKeys();
  const theirs = new Set(link.theirBlobs);
  const ferry: Ferry = {
    link: link.id,
    no: link.sent + 1,
    confirms: link.received,
    base: link.theirs,
    holds: mine,
    blobs,
  };
  const made = await make(
    parts,
    { kind: "ferry", ferry },
    { passphrase, recovery: undefined },
    lacking(mine, link.theirs),
    blobs.filter((sha256) => !theirs.has(sha256)),
    progress,
  );
  const complete = async (): Promise<void> => {
    await keepLink(store, { ...link, sent: ferry.no, sentAt: new Date(parts.now()).toISOString() });
  };
  return { ...made, no: ferry.no, complete };
}

export function drawLink(name: string): FerryLink {
  return newLink(drawnId().slice(0, 16), name);
}

async function make(
  parts: ArchiveParts,
  about: Pick<ArchiveHead, "kind" | "ferry">,
  locks: {
    readonly passphrase: string;
    readonly recovery: Parameters<typeof archiveStream>[0]["locks"]["recovery"];
  },
  wanted: Holding,
  blobs: readonly string[],
  progress: Progress,
): Promise<Made> {
  const { store, pages, reader, desk, now, workFactor } = parts;
  const [hospital] = await reader.all("hospital");
  const missing = await missingBlobs(parts);
  const total = countOf(wanted) + blobs.length;
  let done = 0;
  const contents = async function* (): AsyncGenerator<Content> {
    // Attachments first: who takes the file in has them before the records that speak of them.
    for (const sha256 of blobs) {
      const row = await store.blobs.get(sha256);
      done += 1;
      progress(done, total);
      if (row !== undefined) yield { blob: row.bytes };
    }
    for await (const changes of changesOf(store, pages, wanted)) {
      done += changes.length;
      progress(done, total);
      yield { changes };
    }
  };
  const stream = await archiveStream({
    head: {
      ...about,
      id: drawnId(),
      desk,
      name: (hospital?.data.name ?? "").slice(0, 200),
      madeAt: new Date(now()).toISOString(),
    },
    contents: contents(),
    missing: () => missing,
    signer: await signerOf(store),
    locks: { ...locks, ...(workFactor === undefined ? {} : { workFactor }) },
  });
  return { stream, changes: countOf(wanted), blobs: blobs.length, missing: missing.length };
}

/** Attachments that records here speak of and this desk does not have. */
async function missingBlobs({ store, reader }: ArchiveParts): Promise<string[]> {
  const scans = (await reader.all("agreement")).flatMap(({ data }) => data.scanSha256 ?? []);
  const files = (await reader.all("attachment")).map(({ data }) => data.sha256);
  const wanted = [...new Set([...scans, ...files])].filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
  const here = new Set(await store.blobs.toCollection().primaryKeys());
  return wanted.filter((sha256) => !here.has(sha256));
}

function drawnId(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(drawn, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import { newLink, type FerryLink } from "../../shared/archive/ferry.ts";
import type { ArchiveHead, Ferry } from "../../shared/archive/head.ts";
import { countOf, lacking, type Holding } from "../../shared/archive/holding.ts";
import { archiveStream, type Content } from "../../shared/archive/write.ts";
import { changesOf, judgedIn, standingIn } from "./archive-holding.ts";
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
  const { here, missing } = await blobsOf(parts);
  const locks = { passphrase, recovery: await recoveryOf(parts.store) };
  const wanted = await standingIn(parts.store, parts.desk);
  return make(parts, { kind: "archive" }, locks, { wanted, blobs: here, missing }, progress);
}

/** How many of this desk's changes its service has not judged. */
export async function unjudgedIn({ store, desk }: ArchiveParts): Promise<number> {
  return countOf(lacking(await standingIn(store, desk), await judgedIn(store, desk)));
}

/** What the other side of a link lacks, as far as it said; its number counts when the file is complete. */
export async function makeFerry(
  parts: ArchiveParts,
  link: FerryLink,
  passphrase: string,
  progress: Progress,
  { onlyJudged }: { readonly onlyJudged: boolean },
): Promise<Made> {
  const { store } = parts;
  const mine = await (onlyJudged ? judgedIn : standingIn)(store, parts.desk);
  const { here, missing } = await blobsOf(parts);
  const theirs = new Set(link.theirBlobs);
  const ferry: Ferry = {
    link: link.id,
    no: link.sent + 1,
    confirms: link.received,
    base: link.theirs,
    holds: mine,
    blobs: [...here],
  };
  const made = await make(
    parts,
    { kind: "ferry", ferry },
    { passphrase, recovery: undefined },
    {
      wanted: lacking(mine, link.theirs),
      blobs: here.filter((sha256) => !theirs.has(sha256)),
      missing,
    },
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
  filling: {
    readonly wanted: Holding;
    readonly blobs: readonly string[];
    readonly missing: readonly string[];
  },
  progress: Progress,
): Promise<Made> {
  const { store, pages, reader, desk, now, workFactor } = parts;
  const { wanted, blobs, missing } = filling;
  const [hospital] = await reader.all("hospital");
  const total = countOf(wanted) + blobs.length;
  let done = 0;
  const contents = async function* (): AsyncGenerator<Content> {
    // Attachments first: who takes the file in has them before the records that speak of them.
    for (const sha256 of blobs) {
      const blob = await parts.getBlob(sha256);
      done += 1;
      progress(done, total);
      if (blob !== undefined) yield { blob };
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

/** The attachments that this machine has, and those that records here speak of and it has not. */
async function blobsOf({
  store,
  reader,
  getBlob,
}: ArchiveParts): Promise<{ readonly here: readonly string[]; readonly missing: readonly string[] }> {
  const scans = (await reader.all("agreement")).flatMap(({ data }) => data.scanSha256 ?? []);
  const files = (await reader.all("attachment")).map(({ data }) => data.sha256);
  const here = new Set(await store.blobs.toCollection().primaryKeys());
  const missing: string[] = [];
  for (const sha256 of new Set([...scans, ...files])) {
    if (here.has(sha256) || !/^[0-9a-f]{64}$/.test(sha256)) continue;
    // A store that was made anew may have it in its second copy.
    if ((await getBlob(sha256)) === undefined) missing.push(sha256);
    else here.add(sha256);
  }
  return { here: [...here], missing };
}

function drawnId(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(drawn, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import { ArchiveBroken, type ArchiveFailure } from "../../shared/archive/failure.ts";
import {
  afterReading,
  ferryRefusal,
  newLink,
  skippedBefore,
  type FerryFailure,
} from "../../shared/archive/ferry.ts";
import type { ArchiveHead, Ferry } from "../../shared/archive/head.ts";
import type { Opener } from "../../shared/archive/keys.ts";
import { archiveParts, verifyArchive } from "../../shared/archive/read.ts";
import { fingerprintOf } from "../../shared/archive/signing.ts";
import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";
import { holdingIn } from "./archive-holding.ts";
import { keepLink, linkOf } from "./archive-links.ts";
import { StoreRelay } from "./archive-relay.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import type { ArchiveFile, Checked, Progress, TakenIn, TakeInFailure } from "./archive.ts";
import { positionOf, raiseTo, unknownOf } from "./journal-agree.ts";
import { raiseCounters } from "./journal-counters.ts";

/** Reads all of a file and writes nothing. */
export async function checkFile(
  { desk }: ArchiveParts,
  file: ArchiveFile,
  opener: Opener,
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<Checked, ArchiveFailure>> {
  // What this desk is shown to have given out itself: a desk that lost its store takes back its own past.
  const counters = new Map<string, number>();
  let newestMs = 0;
  const checked = await verifyArchive(counted(file, progress, signal), opener, (part) => {
    if (!("changes" in part)) return;
    const own = part.changes.filter((change) => change.desk === desk);
    raiseCounters(counters, desk, own);
    for (const { deskSeq } of own) counters.set("deskSeq", Math.max(counters.get("deskSeq") ?? 0, deskSeq));
    for (const { stamp } of part.changes) newestMs = Math.max(newestMs, timeOfStamp(stamp).ms);
  });
  if (!checked.ok) return checked;
  const { head, manifest } = checked.value;
  return ok({ head, manifest, fingerprint: await fingerprintOf(head.key), counters, newestMs });
}

/**
 * Takes in what this desk lacks of a file that was checked: attachments first, then changes, a part at a time, each in a
 * transaction. What is stopped in between leaves whole changes behind, and the same file goes on from there.
 */
export async function takeInFile(
  parts: ArchiveParts,
  file: ArchiveFile,
  opener: Opener,
  checked: Checked,
  progress: Progress,
  signal: AbortSignal,
  told: { readonly newSigner?: boolean; readonly by?: string | undefined },
): Promise<Result<TakenIn, TakeInFailure>> {
  const { store } = parts;
  const ferry = isFerry(checked.head) ? checked.head : undefined;
  const skipped = ferry === undefined ? ok([]) : await mayRead(parts, ferry, told.newSigner === true);
  if (!skipped.ok) return skipped;
  const taken = { changes: 0, known: 0, blobs: 0 };
  const types = new Map<string, number>();
  try {
    // First, or a save meanwhile would be given a number that the file knows.
    await raiseTo(store, checked.counters);
    for await (const part of archiveParts(counted(file, progress, signal), opener)) {
      // Another file than the one that was checked, under its name.
      if ("head" in part && part.head.id !== checked.head.id) return fail({ kind: "otherManifest", at: 0 });
      if ("blob" in part && (await store.blobs.get(part.sha256)) === undefined) {
        await parts.putBlob(part.blob);
        taken.blobs += 1;
      }
      if (!("changes" in part)) continue;
      const fresh = await lackedOf(parts, part.changes);
      taken.changes += fresh.length;
      taken.known += part.changes.length - fresh.length;
      for (const { type } of fresh) types.set(type, (types.get(type) ?? 0) + 1);
      if (fresh.length > 0) await parts.source().applyPulled(fresh, await positionOf(store));
    }
    await new StoreRelay(parts).note(checked.head, checked.manifest, told.by);
    if (ferry !== undefined) await noteRead(parts, ferry);
  } catch (error) {
    if (error instanceof ArchiveBroken) return fail(error.failure);
    return fail({ kind: "storeFailed", detail: String(error).slice(0, 200) });
  }
  return ok({
    ...taken,
    types: Object.fromEntries(types),
    missing: checked.manifest.missing.length,
    skipped: skipped.value,
  });
}

type FerryHead = ArchiveHead & { readonly ferry: Ferry };

function isFerry(head: ArchiveHead): head is FerryHead {
  return head.ferry !== undefined;
}

async function mayRead(
  { store, desk }: ArchiveParts,
  head: FerryHead,
  newSigner: boolean,
): Promise<Result<readonly number[], FerryFailure>> {
  const known = (await linkOf(store, head.ferry.link)) ?? newLink(head.ferry.link, head.name);
  const { theirKey: _key, ...unsigned } = known;
  const link = newSigner ? unsigned : known;
  const refusal = ferryRefusal(head, { desk, mine: await holdingIn(store), link });
  if (refusal === "otherSigner")
    return fail({ kind: "otherSigner", fingerprint: await fingerprintOf(head.key) });
  return refusal === undefined ? ok(skippedBefore(head.ferry, known.received)) : fail(refusal);
}

async function noteRead({ store, now }: ArchiveParts, head: FerryHead): Promise<void> {
  const link =
    (await linkOf(store, head.ferry.link)) ?? newLink(head.ferry.link, `${head.name} ${head.desk}`.trim());
  await keepLink(store, afterReading(link, head, new Date(now()).toISOString()));
}

/** Those that are not here, and those that a service brought down to an earlier stamp after they had come here. */
async function lackedOf({ store }: ArchiveParts, changes: readonly Change[]): Promise<Change[]> {
  const unknown = new Set(await unknownOf(store, changes));
  const known = await store.changes.bulkGet(changes.map(({ id }) => id));
  return changes.filter((change, at) => unknown.has(change) || change.stamp < (known[at]?.stamp ?? ""));
}

function counted(file: ArchiveFile, progress: Progress, signal: AbortSignal): ReadableStream<Uint8Array> {
  let done = 0;
  return file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        if (signal.aborted) throw new ArchiveBroken({ kind: "cancelled" });
        done += piece.length;
        progress(done, file.size);
        controller.enqueue(piece);
      },
    }),
  );
}

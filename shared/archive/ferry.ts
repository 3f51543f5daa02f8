import type { ArchiveHead, Ferry } from "./head.ts";
import { countOf, lacking, type Holding } from "./holding.ts";

/** One of two desks' book of what goes between them by file. */
export interface FerryLink {
  readonly id: string;
  /** What people here call the other side. */
  readonly name: string;
  readonly theirDesk?: string;
  /** Their public key, as their first file had it. */
  readonly theirKey?: string;
  /** What they said they have: everything else goes into the next file. */
  readonly theirs: Holding;
  readonly theirBlobs: readonly string[];
  /** The number of our last file, and of the last one that they said they took in. */
  readonly sent: number;
  readonly confirmed: number;
  /** The number of the last of theirs that was taken in here. */
  readonly received: number;
  readonly sentAt?: string;
  readonly receivedAt?: string;
}

export type FerryFailure =
  /** Made on this very desk: it is for the other side. */
  | { readonly kind: "ownFile" }
  /** It rests on what this desk no longer has: taking it in would make halves of records. */
  | { readonly kind: "gap"; readonly no: number; readonly missing: readonly number[] }
  /** Signed by another key than the files before it. */
  | { readonly kind: "otherSigner"; readonly fingerprint: string };

export function newLink(id: string, name: string): FerryLink {
  return { id, name, theirs: {}, theirBlobs: [], sent: 0, confirmed: 0, received: 0 };
}

/** The numbers between the last file that was taken in and this one. */
export function skippedBefore({ no }: Pick<Ferry, "no">, received: number): readonly number[] {
  return Array.from({ length: Math.max(0, no - received - 1) }, (_, at) => received + 1 + at).slice(-100);
}

/** Why a file cannot be taken in; undefined where it can. */
export function ferryRefusal(
  head: ArchiveHead & { readonly ferry: Ferry },
  at: { readonly desk: string; readonly mine: Holding; readonly link: FerryLink },
): Exclude<FerryFailure, { kind: "otherSigner" }> | "otherSigner" | undefined {
  if (head.desk === at.desk) return { kind: "ownFile" };
  if (at.link.theirKey !== undefined && at.link.theirKey !== head.key) return "otherSigner";
  if (countOf(lacking(head.ferry.base, at.mine)) === 0) return undefined;
  return { kind: "gap", no: head.ferry.no, missing: skippedBefore(head.ferry, at.link.received) };
}

/** The link after a file of theirs was taken in. An older file that comes late tells nothing new of them. */
export function afterReading(
  link: FerryLink,
  { desk, key, ferry }: ArchiveHead & { readonly ferry: Ferry },
  receivedAt: string,
): FerryLink {
  if (ferry.no < link.received) return link;
  return {
    ...link,
    theirDesk: desk,
    theirKey: key,
    theirs: ferry.holds,
    theirBlobs: ferry.blobs,
    received: ferry.no,
    receivedAt,
    confirmed: Math.max(link.confirmed, Math.min(ferry.confirms, link.sent)),
  };
}

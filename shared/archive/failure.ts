/** What a file of ours may be refused for. `at` is the number of the part; 0 is its head. */
export type BreakKind =
  /** A part's line or content is none of ours. */
  | "badPart"
  /** The content is not what its line says. */
  | "altered"
  /** A part is missing, twice there, or out of its place. */
  | "outOfOrder"
  /** It does not follow from the part before it. */
  | "brokenLink"
  /** More than any file of ours declares. */
  | "tooLarge"
  /** The manifest is that of another file. */
  | "otherManifest"
  | "badSignature"
  /** Something stands behind the manifest. */
  | "extraParts"
  /** It ends before its manifest. */
  | "truncated"
  /** Other numbers of changes or attachments than the manifest states, or a change under another name. */
  | "countsDiffer";

export type ArchiveFailure =
  | { readonly kind: "notAnArchive" }
  /** Neither this passphrase nor this recovery key opens it. */
  | { readonly kind: "wrongKey" }
  /** A recovery key that was mistyped: it carries its own check. */
  | { readonly kind: "badRecoveryKey" }
  /** Made by a later version of the product. */
  | { readonly kind: "newerVersion"; readonly version: number }
  /** The encryption shows that a byte was changed, or that the end is missing. */
  | { readonly kind: "damaged"; readonly at: number }
  | { readonly kind: BreakKind; readonly at: number }
  | { readonly kind: "cancelled" };

/** A failure on its way out of a stream. */
export class ArchiveBroken extends Error {
  readonly failure: ArchiveFailure;

  constructor(failure: ArchiveFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export function broken(kind: BreakKind | "damaged", at: number): ArchiveBroken {
  return new ArchiveBroken({ kind, at });
}

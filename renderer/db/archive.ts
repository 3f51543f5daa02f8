import type { ArchiveFailure } from "../../shared/archive/failure.ts";
import type { FerryFailure, FerryLink } from "../../shared/archive/ferry.ts";
import type { Sound } from "../../shared/archive/read.ts";
import type { Opener } from "../../shared/archive/keys.ts";
import type { Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";

/** How much of how much is done. */
export type Progress = (done: number, total: number) => void;

/** A file that can be read more than once, such as a browser's `File`. */
export interface ArchiveFile {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** A file that is made while it is read. */
export interface Made {
  readonly stream: ReadableStream<Uint8Array>;
  readonly changes: number;
  readonly blobs: number;
  /** Attachments that records speak of and this desk does not have. */
  readonly missing: number;
  /** Of a file for another network: its number, and what to call when it is written. */
  readonly no?: number;
  readonly complete?: () => Promise<void>;
}

/** A file of which every byte was read and found sound. */
export interface Checked extends Sound {
  readonly fingerprint: string;
  /** This desk's own numbers in it: they are not given a second time. */
  readonly counters: ReadonlyMap<string, number>;
  /** The time of its latest change, by which a clock that is wrong is seen. */
  readonly newestMs: number;
}

export interface TakenIn {
  /** Changes that were lacking here, and those that were not. */
  readonly changes: number;
  readonly known: number;
  readonly blobs: number;
  readonly missing: number;
  /** The new ones by the type of their record. */
  readonly types: Readonly<Record<string, number>>;
  /** Of a file from another network: numbers that were passed over. What they held is in this one. */
  readonly skipped: readonly number[];
}

export type TakeInFailure =
  ArchiveFailure | FerryFailure | { readonly kind: "storeFailed"; readonly detail: string };

/** The public half of a recovery key, and what its paper says. The key itself is on that paper alone. */
export interface RecoveryPaper {
  readonly recipient: string;
  readonly number: string;
  readonly madeAt: string;
}

/** Everything that this desk has as one encrypted file, and what is carried between two networks by file. */
export interface DeskArchive {
  /** What people compare when they want to know who made a file. */
  fingerprint(): Promise<string>;
  recovery(): Promise<RecoveryPaper | undefined>;
  /** Draws one and keeps nothing: it counts when somebody says that it was printed. */
  drawRecovery(): Promise<{ readonly key: string; readonly recipient: string }>;
  keepRecovery(paper: RecoveryPaper): Promise<void>;
  make(passphrase: string, progress: Progress): Promise<Made>;
  /** Reads all of a file and writes nothing. */
  check(
    file: ArchiveFile,
    opener: Opener,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Result<Checked, ArchiveFailure>>;
  /**
   * Takes in what is lacking here; a second time changes nothing. `by`: who stands for it before the service of this
   * network, "" on a single seat; left out where nobody here may.
   */
  takeIn(
    file: ArchiveFile,
    opener: Opener,
    checked: Checked,
    progress: Progress,
    signal: AbortSignal,
    told?: { readonly newSigner?: boolean; readonly by?: string | undefined },
  ): Promise<Result<TakenIn, TakeInFailure>>;
  links(): Promise<readonly FerryLink[]>;
  /** Begins to carry files to another network. */
  addLink(name: string): Promise<FerryLink>;
  /** How many of this desk's changes the service of this network has not judged yet. */
  unjudged(): Promise<number>;
  /** `onlyJudged`: without those. */
  makeFerry(
    link: FerryLink,
    passphrase: string,
    progress: Progress,
    told?: { readonly onlyJudged: boolean },
  ): Promise<Made>;
  /** What came by file, for the service of this network. */
  readonly relay: ArchiveRelay;
}

/** Of what came by file of one desk: how far the service of this network has it, and who stands for it. */
export interface RelayLine {
  readonly desk: string;
  readonly upTo: number;
  /** As far as is known here. */
  readonly mark: number;
  /** The account that vouched for it, "" on a single seat; undefined where nobody has yet. */
  readonly by?: string | undefined;
  /** What the service would not take, by code: it stays on this desk. */
  readonly refused: Readonly<Record<string, number>>;
  /** A desk of this office writes it, and pushes it itself. */
  readonly isLeft: boolean;
  readonly isDone: boolean;
}

/** The first three: see `RelaySource` of the sync. */
export interface ArchiveRelay {
  waiting(
    by: string | undefined,
  ): Promise<Readonly<Record<string, { readonly upTo: number; readonly isVouched: boolean }>>>;
  next(
    desk: string,
    mark: number,
    limit: number,
  ): Promise<readonly (Change | Pick<Change, "desk" | "deskSeq">)[]>;
  reached(
    desk: string,
    at: {
      readonly epoch: string;
      readonly mark: number;
      readonly refused?: Readonly<Record<string, number>>;
      readonly left?: boolean;
    },
  ): Promise<void>;
  /** Somebody stands for everything that waits. */
  vouch(by: string): Promise<void>;
  lines(): Promise<readonly RelayLine[]>;
}

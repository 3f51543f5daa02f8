import type { ArchiveFailure } from "../../shared/archive/failure.ts";
import type { FerryFailure, FerryLink } from "../../shared/archive/ferry.ts";
import type { Sound } from "../../shared/archive/read.ts";
import type { Opener } from "../../shared/archive/keys.ts";
import type { Result } from "../../shared/lib/result.ts";
import { keepLink, linksOf } from "./archive-links.ts";
import type { Pages } from "./pages.ts";
import type { Reader } from "./reader.ts";
import type { Store } from "./store.ts";
import type { StoreSyncSource } from "./sync-source.ts";

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
  /** Takes in what is lacking here; a second time changes nothing. */
  takeIn(
    file: ArchiveFile,
    opener: Opener,
    checked: Checked,
    progress: Progress,
    signal: AbortSignal,
    trust?: { readonly newSigner: boolean },
  ): Promise<Result<TakenIn, TakeInFailure>>;
  links(): Promise<readonly FerryLink[]>;
  /** Begins to carry files to another network. */
  addLink(name: string): Promise<FerryLink>;
  makeFerry(link: FerryLink, passphrase: string, progress: Progress): Promise<Made>;
}

export interface ArchiveParts {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly desk: string;
  readonly now: () => number;
  readonly source: () => StoreSyncSource;
  /** Smaller in tests: see `Locks`. */
  readonly workFactor?: number | undefined;
}

// Loaded when they are asked for: the first screen does not wait for the encryption.
const keys = async () => import("./archive-keys.ts");
const making = async () => import("./archive-make.ts");
const reading = async () => import("./archive-take-in.ts");

export function deskArchive(parts: ArchiveParts): DeskArchive {
  const { store } = parts;
  return {
    fingerprint: async () => (await keys()).fingerprintIn(store),
    recovery: async () => (await keys()).recoveryOf(store),
    drawRecovery: async () => (await keys()).drawRecoveryKey(),
    keepRecovery: async (paper) => (await keys()).keepRecovery(store, paper),
    make: async (passphrase, progress) => (await making()).makeArchive(parts, passphrase, progress),
    check: async (...asked) => (await reading()).checkFile(parts, ...asked),
    takeIn: async (file, opener, checked, progress, signal, trust = { newSigner: false }) =>
      (await reading()).takeInFile(parts, file, opener, checked, progress, signal, trust),
    links: () => linksOf(store),
    addLink: async (name) => {
      const link = (await making()).drawLink(name);
      await keepLink(store, link);
      return link;
    },
    makeFerry: async (...asked) => (await making()).makeFerry(parts, ...asked),
  };
}

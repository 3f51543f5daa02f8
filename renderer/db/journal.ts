import type { DesktopApi } from "../../shared/desktop/contract.ts";
import type { FailureCode } from "../../shared/desktop/failure.ts";
import type { Change } from "../../shared/sync/change.ts";

/** What the machine offers for the second copy; a browser offers none. */
export type JournalPort = Pick<
  DesktopApi,
  | "journalState"
  | "journalAppend"
  | "journalRead"
  | "journalSnapshot"
  | "journalVerify"
  | "journalHasBlobs"
  | "journalKeepBlob"
  | "journalReadBlob"
>;

/**
 * The second copy, as the store's writers see it. Nothing here rejects: a second copy that falls behind is shown to
 * the user (`SecondCopyStatus`) and made good later, but what the store holds stays saved.
 */
export interface Journal {
  /** Own changes that the store holds already. Resolves when they are on the disk, or when they are known not to be. */
  append(changes: readonly Change[]): Promise<void>;
  /** The service's changes, up to a position. Resolves at once while few wait: they can be fetched again. */
  pulled(changes: readonly Change[], before: Position | undefined, after: Position): Promise<void>;
  /** A counter was given out up to here; resolves as `append` does, so that no number is given twice. */
  given(counter: string, upTo: number): Promise<void>;
  /** Brings the second copy up to the store in the background: after an import, which is too much to wait for. */
  catchUp(): void;
}

export interface Position {
  readonly epoch: string;
  readonly cursor: number;
}

export interface SecondCopyStatus {
  /** `behind`: the store holds what the second copy does not, and the disk refuses it for now. */
  readonly state: "ok" | "catchingUp" | "behind";
  readonly failure?: FailureCode;
  /** What the store lacked when the window opened, and has back: changes, and whether it had lost everything. */
  readonly restored?: { readonly changes: number; readonly everything: boolean };
  /** Places where the second copy itself was found damaged at this start; it is written anew from the store. */
  readonly damaged: number;
}

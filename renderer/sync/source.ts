import type { Change } from "../../shared/sync/change.ts";
import type { Refusals } from "../../shared/sync/wire.ts";

/** How far the desk has read the service's log. `epoch` names the log: after a restore it is another one. */
export interface SyncPosition {
  readonly epoch: string;
  /** The service's sequence up to which everything has been applied here; 0 before the first pull. */
  readonly cursor: number;
}

/** What the sync loop needs of the desk's store. All of it survives a restart. */
export interface SyncSource {
  /** Six characters; every own change carries it. */
  readonly deskId: string;
  /** The `deskSeq` of the newest own change that counts; 0 when there is none. */
  newestDeskSeq(): Promise<number>;
  /**
   * Own changes with `deskSeq` above `mark`, in order and without a gap, at most `limit`. Changes of an import
   * that is not committed do not count, and a cancelled one leaves no gap: the service refuses gaps.
   */
  pendingChanges(mark: number, limit: number): Promise<readonly Change[]>;
  /** Undefined on a desk that has never pulled. */
  position(): Promise<SyncPosition | undefined>;
  /**
   * Folds changes and stores the position, in one transaction. A change may come twice (I4), and again from the
   * beginning after a new epoch. The desk's own are among them: one from a clock that was ahead comes back with another
   * stamp, and that is the one that counts (I6). Moves the desk's clock past every stamp it sees (I3). `isMore`: the next
   * are about to come, and who shows records may hear of these with them, or at `tellPulled`.
   */
  applyPulled(changes: readonly Change[], position: SyncPosition, isMore?: boolean): Promise<void>;
  /** Who shows records hears of all that was pulled: the reading ended, wherever it did. */
  tellPulled(): Promise<void>;
  /** Up to which `deskSeq` it is known here what the service refused; 0 in a store that was made anew. */
  settled(): Promise<number>;
  /**
   * Own changes that the service refused for good, and that everything else up to `settled` was taken: what was refused
   * no longer counts and is kept, to be shown to its author, in one transaction. May come twice. One that is accepted
   * after all, by a service that was put back, comes back with `applyPulled` and counts again.
   */
  refused(refusals: Refusals["refused"], settled: number): Promise<void>;
  /**
   * The service has this desk's changes up to `mark`, and of some of them this desk was never told: an answer was lost, or
   * the store is new, or an old copy was put back. `theirs`: the desk's own changes as the service's log has them, from the
   * desk's position on. Where they are not what this desk has under those numbers, its own get new ones; numbers and ids
   * that were given out are not given again. Gives how many changes were given new numbers. Rejects as `theirs` does,
   * and then nothing has changed.
   */
  reconcile(theirs: AsyncIterable<readonly Change[]>, mark: number): Promise<number>;
  /** Calls back after something was saved here. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

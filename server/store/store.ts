import type { Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";

/**
 * The service's log of changes and the records they fold to, each tenant's in the order in which it was accepted.
 * Rooms above know only this. Every call names its tenant first.
 */
export interface Store {
  /** Names this log. A copy that was put back is another log: see `sync` specification, Epoch. */
  readonly epoch: string;
  /** The newest sequence; 0 when empty. Sequences of a tenant are 1, 2, 3 … without gaps. */
  newest(tenant: string): Promise<number>;
  /** Per desk, the highest `deskSeq` that is settled: held, or refused for good. */
  marks(tenant: string): Promise<Readonly<Record<string, number>>>;
  /**
   * One transaction: asks `judge` what of `pushed` to append, appends it, folds it into the records, and is durable
   * when it resolves. What `judge` refuses leaves nothing behind. `accepted` must rise above the mark.
   */
  append<J extends Judged, R>(
    push: Pushing,
    judge: (before: Before) => J | { readonly refused: R },
  ): Promise<{ readonly judged: J; readonly newest: number } | { readonly refused: R }>;
  /** What of a desk's changes above `after` was refused for good, and why, in order, at most `limit`. */
  refusals(tenant: string, desk: string, after: number, limit: number): Promise<readonly Refusal[]>;
  /** Changes above `after` as their own JSON texts, at most `limit`. */
  since(tenant: string, after: number, limit: number): Promise<Page>;
  /** Records of a type as they stand, in the order of their ids, at most `limit`. */
  recordsOf(tenant: string, type: string, limit: number): Promise<readonly Folded[]>;
  /**
   * Takes out of changes older than `beforeMs` what others have replaced since: see `compacted`. No change goes, so that
   * nobody need be asked how far he has read. Gives how many got shorter; none while little is new.
   */
  compact(tenant: string, beforeMs: number): Promise<number>;
  /** Tells of new sequences, also of those that other processes appended. Gives what ends it. */
  onNewest(listener: (tenant: string, newest: number) => void): () => void;
  tenants(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Pushing {
  readonly tenant: string;
  readonly desk: string;
  /** As it came off the wire, unchecked: it says which records the judge may ask for. */
  readonly changes: readonly unknown[];
  readonly nowMs: number;
}

/** What was so when the transaction began. */
export interface Before {
  readonly mark: number;
  /** The record that a pushed change is about, as it stands. */
  readonly held: (type: string, recordId: string) => Folded | undefined;
}

export interface Judged {
  readonly accepted: readonly Change[];
  /** The desk's mark from now on: refused changes below it count as settled. */
  readonly mark: number;
  /** Why the others were refused. */
  readonly verdicts?: readonly Refusal[];
}

interface Refusal {
  readonly deskSeq: number;
  /** "" where it was refused before codes were kept. */
  readonly code: string;
}

export interface Page {
  readonly texts: readonly string[];
  /** The sequence of the last one. */
  readonly cursor: number;
  readonly more: boolean;
}

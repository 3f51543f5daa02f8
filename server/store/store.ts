import type { Change } from "../../shared/sync/change.ts";

/** The service's log of changes, in the order in which it accepted them. Rooms above know only this. */
export interface Store {
  /** Names this log. A copy that was put back is another log: see `sync` specification, Epoch. */
  readonly epoch: string;
  /** The newest sequence; 0 when empty. */
  newest(): Promise<number>;
  /** Per desk, the highest `deskSeq` held. */
  marks(): Promise<Readonly<Record<string, number>>>;
  /**
   * One transaction: asks `judge` with the desk's mark what to append, appends it, and is durable when it
   * resolves. What `judge` refuses leaves nothing behind.
   */
  append<R>(desk: string, judge: (mark: number) => Judged<R>): Promise<Appended | { readonly refused: R }>;
  /** Changes above `after` as their own JSON texts, at most `limit`, with the sequence of the last one. */
  since(after: number, limit: number): Promise<Page>;
  /** Writes a whole copy that opens as a log of its own epoch. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

/** `changes` must go on from the mark without a gap. */
type Judged<R> = { readonly changes: readonly Change[] } | { readonly refused: R };

interface Appended {
  readonly mark: number;
  readonly appended: number;
  readonly newest: number;
}

export interface Page {
  readonly texts: readonly string[];
  readonly cursor: number;
  readonly more: boolean;
}

/** What the status bar says about the second copy. */
export interface SyncStatus {
  readonly state: "off" | "syncing" | "upToDate" | "offline" | "refused";
  /** Own changes that the service has not confirmed. */
  readonly waiting: number;
  /** When desk and service last agreed, epoch milliseconds; undefined when never since the start. */
  readonly lastAt: number | undefined;
  /** Since when it is so, epoch milliseconds; undefined before the first round. */
  readonly since?: number;
  /** How many changes got new numbers since the start: an old copy of this desk had been put back. */
  readonly reissued?: number;
  /** Why the service refused, with `state: "refused"`: its own kind, or one of `RoundFailure`. */
  readonly refusal?: string;
}

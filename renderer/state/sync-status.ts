import { create } from "zustand";

/** What the sync loop last said; `renderer/sync/status.ts` explains the fields. */
interface ShownSync {
  readonly state: "off" | "syncing" | "upToDate" | "offline" | "refused";
  readonly waiting: number;
  readonly lastAt: number | undefined;
  readonly since?: number;
  readonly refusal?: string;
  readonly reissued?: number;
  /** How far this machine's clock is ahead of the service's; undefined until the service answered. */
  readonly clockOffsetMs?: number;
}

/** Off until a loop runs: the desktop edition without a service keeps everything on its own machine. */
export const useSyncStatus = create<ShownSync>()(() => ({ state: "off", waiting: 0, lastAt: undefined }));

let hurry = (): void => undefined;

/** Looks for news now and not at the next turn; nothing where no loop runs. */
export function syncNow(): void {
  hurry();
}

/** What `syncNow` does, from the loop that runs. */
export function hurriesBy(now: () => void): void {
  hurry = now;
}

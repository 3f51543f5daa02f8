import type { RecordType } from "../../../shared/records/index.ts";
import type { Pages } from "../pages.ts";
import type { Reader } from "../reader.ts";
import type { Store } from "../store.ts";
import { packSettled } from "./mover.ts";

/** After opening: nobody waits for this, so it leaves the first minute to those who do. */
const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;
/** A window that neither finished nor went on for so long is gone. */
const LEASE_MS = 60_000;
const LEASE = "packing";

interface BackgroundParts {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly now: () => number;
  /** Whether somebody is saving right now. */
  readonly isBusy: () => boolean;
  readonly moved: (type: RecordType, ids: readonly string[]) => void;
}

/**
 * Packs what has settled now and then while the window is idle, in one window of a store at a time. Two at once would
 * do no harm, only the work twice.
 */
export class BackgroundPacking {
  readonly #parts: BackgroundParts;
  readonly #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<number> | undefined;

  constructor(parts: BackgroundParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#later(FIRST_MS);
  }

  /** One look through everything. Gives how many records were moved; 0 where another window is at it. */
  run(): Promise<number> {
    this.#running ??= this.#alone(() => this.#pass()).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** No slice begins after this; one that is under way is a transaction and ends whole or not at all. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  async #pass(): Promise<number> {
    const { isBusy, ...parts } = this.#parts;
    const { signal } = this.#stop;
    return packSettled({ ...parts, signal, idle: () => whenIdle(isBusy, signal) });
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => {
      // A store that is closing, or full, is tried again at the next time or the next opening.
      void this.run()
        .catch(() => 0)
        .then(() => {
          if (!this.#stop.signal.aborted) this.#later(EVERY_MS);
        });
    }, ms);
  }

  async #alone(work: () => Promise<number>): Promise<number> {
    const { store } = this.#parts;
    const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
    if (locks !== undefined) {
      return locks.request(`shouyue:${store.name}:${LEASE}`, { ifAvailable: true }, (lock) =>
        lock === null ? 0 : work(),
      );
    }
    // No secure context, no locks: a note in the store does, though a window that dies keeps the others waiting.
    const now = this.#parts.now();
    const isMine = await store.transaction("rw", store.meta, async () => {
      const until = (await store.meta.get(LEASE))?.value;
      if (typeof until === "number" && until > now) return false;
      await store.meta.put({ key: LEASE, value: now + LEASE_MS });
      return true;
    });
    if (!isMine) return 0;
    return work().finally(() => store.meta.delete(LEASE));
  }
}

const SAVE_SETTLES_MS = 200;

/** Resolves when the window is idle and nobody saves. */
async function whenIdle(isBusy: () => boolean, signal: AbortSignal): Promise<void> {
  for (;;) {
    await new Promise<void>((resolve) => {
      if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve());
      else setTimeout(resolve, 0);
    });
    if (signal.aborted || !isBusy()) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, SAVE_SETTLES_MS);
    });
  }
}

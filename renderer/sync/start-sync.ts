import { assertNever } from "../../shared/lib/must.ts";
import { Backoff } from "./backoff.ts";
import { runRound, type RoundFailure, type RoundLimits } from "./round.ts";
import { serviceClient, type FetchLike } from "./service-client.ts";
import type { SyncSource } from "./source.ts";
import type { SyncStatus } from "./status.ts";

export interface SyncOptions extends Partial<RoundLimits> {
  /** How often to look for the work of other desks. */
  readonly pollMs?: number;
  /** How long to gather local saves before they go: the edits of one gesture, no more, for others look at the same record. */
  readonly debounceMs?: number;
  /** The first and the longest wait when the service is away. */
  readonly retryMs?: { readonly first: number; readonly longest: number };
  /** Follows the service until it is stopped: calls back with the newest sequence there, or undefined where it is not heard any more. */
  readonly follow?: (heard: (newest: number | undefined) => void, stopped: AbortSignal) => Promise<void>;
  /** How often to look while the service is followed. */
  readonly followedMs?: number;
  /** Runs a round while no other window of this desk runs one: `oneWindowAtATime`. */
  readonly exclusively?: (round: () => Promise<void>) => Promise<void>;
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

export interface Sync {
  status(): SyncStatus;
  /** Returns the way to stop listening. */
  onStatus(listener: (status: SyncStatus) => void): () => void;
  /** Does not wait any longer: somebody asks, the network is back, the window is looked at again. */
  now(): void;
  /** Resolves when nothing of a round is left running. */
  stop(): Promise<void>;
}

/**
 * Keeps this desk and the service the same, for as long as the window is open. Errors of the store end here:
 * they show as `refused` and are tried again, because the store's own screen is where they are explained.
 */
export function startSync(source: SyncSource, fetchLike: FetchLike, options: SyncOptions = {}): Sync {
  const loop = new SyncLoop(source, fetchLike, options);
  return {
    status: () => loop.status,
    onStatus: (listener) => {
      loop.listeners.add(listener);
      return () => loop.listeners.delete(listener);
    },
    now: () => loop.now(),
    stop: async () => loop.stop(),
  };
}

const REFUSED_MS = 60_000;
/** Read, checked and folded in tasks of twenty milliseconds or so; of twice as many, a key would have to wait. */
export const PULLED_AT_ONCE = 1000;
/** What is saved while a round runs goes together anyway: this is for the saves of one gesture. */
const GATHER_MS = 2;

class SyncLoop {
  status: SyncStatus = { state: "syncing", waiting: 0, lastAt: undefined };
  readonly listeners = new Set<(status: SyncStatus) => void>();
  readonly #source: SyncSource;
  readonly #options: SyncOptions;
  readonly #fetch: FetchLike;
  readonly #limits: RoundLimits;
  readonly #backoff: Backoff;
  readonly #stopped = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #finished: Promise<void>;
  #mark = 0;
  /** Set by a save: the wait in progress ends soon, or the next one is short. */
  #hurry: () => void = () => undefined;
  #saved = false;
  /** Somebody asked not to wait: the next wait is none. */
  #asked = false;
  /** How far the service is known to be, and this desk. */
  #heard = 0;
  #follows = false;
  #cursor = 0;

  constructor(source: SyncSource, fetchLike: FetchLike, options: SyncOptions) {
    this.#source = source;
    this.#fetch = fetchLike;
    this.#options = options;
    this.#limits = {
      batchLimit: options.batchLimit ?? 2000,
      batchBytes: options.batchBytes ?? 8 * 1024 * 1024,
      pageLimit: options.pageLimit ?? PULLED_AT_ONCE,
    };
    this.#backoff = new Backoff(
      options.retryMs ?? { first: 1000, longest: 30_000 },
      options.random ?? Math.random,
    );
    this.#unsubscribe = source.onChange(() => {
      this.#saved = true;
      this.#hurry();
      void this.#recount();
    });
    this.#finished = Promise.all([
      this.#run(),
      options.follow?.((newest) => this.#hear(newest), this.#stopped.signal),
    ]).then(() => undefined);
  }

  now(): void {
    this.#asked = true;
    this.#hurry();
  }

  #hear(newest: number | undefined): void {
    this.#follows = newest !== undefined;
    if (newest === undefined) return;
    this.#heard = newest;
    // While a round runs, whether it has that already is looked at when it has ended.
    if (newest > this.#cursor) this.#hurry();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#unsubscribe();
    this.#hurry();
    await this.#finished;
    this.#show({ state: "off" });
  }

  async #run(): Promise<void> {
    const alone = this.#options.exclusively ?? (async (round) => round());
    while (!this.#stopped.signal.aborted) {
      this.#saved = false;
      this.#asked = false;
      let waitMs = REFUSED_MS;
      await alone(async () => {
        waitMs = await this.#round();
      }).catch(() => undefined);
      await this.#wait(waitMs);
    }
  }

  /** One round, shown. Gives how long to wait for the next. */
  async #round(): Promise<number> {
    if (this.#stopped.signal.aborted) return 0;
    const heard = this.#heard;
    try {
      const service = serviceClient(this.#fetch, this.#stopped.signal);
      const known = await this.#waiting();
      if (known > 0 || this.status.state !== "upToDate") this.#show({ state: "syncing", waiting: known });
      const done = await runRound(
        this.#source,
        service,
        this.#limits,
        (mark) => {
          this.#mark = mark;
        },
        (reissued) => this.#show({ ...this.status, reissued: (this.status.reissued ?? 0) + reissued }),
      );
      const waiting = await this.#waiting();
      this.#cursor = (await this.#source.position())?.cursor ?? 0;
      if (!done.ok) return this.#showFailure(done.failure, waiting);
      this.#backoff.reset();
      // A whole round brings all there is: what was heard before it is had, whatever its number says.
      if (this.#heard === heard) this.#heard = Math.min(heard, this.#cursor);
      this.#show({
        state: waiting === 0 ? "upToDate" : "syncing",
        waiting,
        lastAt: (this.#options.now ?? Date.now)(),
      });
      return this.#follows ? (this.#options.followedMs ?? 60_000) : (this.#options.pollMs ?? 15_000);
    } catch {
      this.#show({ state: "refused", refusal: "storeFailed" });
      return REFUSED_MS;
    }
  }

  #showFailure(failure: RoundFailure, waiting: number): number {
    switch (failure.kind) {
      case "offline":
        this.#show({ state: "offline", waiting });
        return this.#backoff.next();
      case "refused":
        // The service was put back between hello and push: the next hello says where to go on from.
        if (failure.refusal === "gap" && this.#backoff.failures < 3) return this.#backoff.next();
        this.#show({ state: "refused", waiting, refusal: failure.refusal });
        return REFUSED_MS;
      case "deskTooOld":
      case "serviceTooOld":
        this.#show({ state: "refused", waiting, refusal: failure.kind });
        return REFUSED_MS;
      default:
        return assertNever(failure);
    }
  }

  /** A save shows at once as waiting, also while the service is away. */
  async #recount(): Promise<void> {
    const waiting = await this.#waiting().catch(() => this.status.waiting);
    if (!this.#stopped.signal.aborted) this.#show({ ...this.status, waiting });
  }

  async #waiting(): Promise<number> {
    return Math.max(0, (await this.#source.newestDeskSeq()) - this.#mark);
  }

  /** Ends early, after the debounce, when something was saved; saves do not end the wait for an absent service. */
  async #wait(ms: number): Promise<void> {
    const patient = this.status.state === "offline" || this.status.state === "refused";
    // What was heard before a round that failed does not start the next one; what is heard after it does.
    let gaveUp = patient;
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, ms);
      let hurried = false;
      this.#hurry = () => {
        if (this.#stopped.signal.aborted || this.#asked || (this.#heard > this.#cursor && !gaveUp)) {
          clearTimeout(timer);
          resolve();
        } else if (this.#saved && !patient && !hurried) {
          hurried = true;
          clearTimeout(timer);
          timer = setTimeout(resolve, this.#options.debounceMs ?? GATHER_MS);
        }
      };
      this.#hurry();
      gaveUp = false;
    });
    this.#hurry = () => undefined;
  }

  #show(change: Partial<SyncStatus> & Pick<SyncStatus, "state">): void {
    const { waiting, lastAt, state, since, reissued } = this.status;
    const now = (this.#options.now ?? Date.now)();
    this.status = {
      ...{ waiting, lastAt, since: change.state === state ? (since ?? now) : now },
      ...(reissued === undefined ? {} : { reissued }),
      ...change,
    };
    for (const listener of this.listeners) listener(this.status);
  }
}

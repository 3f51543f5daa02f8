import type { RecordType } from "../../shared/records/index.ts";

/** What other windows, and the list worker, are told after a write. */
export interface Notice {
  readonly touched: readonly RecordType[];
  /** Counters were raised: what was taken of them and is not used yet may have been given out before. */
  readonly counters?: "raised";
  /** The records themselves, where they are few; absent after an import or a pull. */
  readonly records?: readonly { readonly type: RecordType; readonly id: string }[];
}

/** One channel a store: every window and worker that has it open hears of every write. */
export class Notices {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(notice: Notice) => void>();

  /** `beforeOthers` runs when another window wrote, before anybody here hears of it. */
  constructor(name: string, beforeOthers: (notice: Notice) => Promise<void>) {
    this.#channel = new BroadcastChannel(`shouyue:${name}`);
    this.#channel.onmessage = (event: MessageEvent<Notice>) => {
      void beforeOthers(event.data).then(() => this.tellHere(event.data));
    };
  }

  post(notice: Notice): void {
    this.#channel.postMessage(notice);
    this.tellHere(notice);
  }

  listen(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  /** Tells this window alone. */
  tellHere(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

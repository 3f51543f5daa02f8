import type { ArchiveHead, Manifest } from "../../shared/archive/head.ts";
import { lacking, tidyRuns, type Holding } from "../../shared/archive/holding.ts";
import type { Change } from "../../shared/sync/change.ts";
import { changesOf } from "./archive-holding.ts";
import type { ArchiveRelay } from "./archive.ts";
import type { Pages } from "./pages.ts";
import type { Store } from "./store.ts";

const KEY = "archiveRelay";

interface Waiting {
  readonly upTo: number;
  /** Numbers below that whoever made the file did not have either: their own service refused them for good. */
  readonly absent: readonly (readonly [number, number])[];
}

/** What came by file and may be new to the service of this network. */
export class StoreRelay implements ArchiveRelay {
  readonly #store: Store;
  readonly #pages: Pages;
  readonly #desk: string;

  constructor({
    store,
    pages,
    desk,
  }: {
    readonly store: Store;
    readonly pages: Pages;
    readonly desk: string;
  }) {
    this.#store = store;
    this.#pages = pages;
    this.#desk = desk;
  }

  /** After a file was taken in: its changes are to be handed on. This desk's own go their own way. */
  async note(head: ArchiveHead, { held }: Manifest): Promise<void> {
    await this.#store.transaction("rw", this.#store.meta, async () => {
      const all = await this.#all();
      for (const [desk, runs] of Object.entries(held)) {
        const upTo = Math.max(all[desk]?.upTo ?? 0, ...runs.map(([, to]) => to));
        if (desk === this.#desk) continue;
        const known: Holding = { [desk]: tidyRuns([...runs, ...(head.ferry?.holds[desk] ?? [])]) };
        all[desk] = { upTo, absent: lacking({ [desk]: [[1, upTo]] }, known)[desk] ?? [] };
      }
      await this.#store.meta.put({ key: KEY, value: all });
    });
  }

  async waiting(): Promise<Record<string, number>> {
    return Object.fromEntries(Object.entries(await this.#all()).map(([desk, { upTo }]) => [desk, upTo]));
  }

  async next(
    desk: string,
    mark: number,
    limit: number,
  ): Promise<(Change | Pick<Change, "desk" | "deskSeq">)[]> {
    const known = (await this.#all())[desk];
    if (known === undefined) return [];
    const [from, to] = [mark + 1, Math.min(known.upTo, mark + limit)];
    const found = new Map<number, Change>();
    for await (const some of changesOf(this.#store, this.#pages, { [desk]: [[from, to]] }))
      for (const change of some) found.set(change.deskSeq, change);
    const next: (Change | Pick<Change, "desk" | "deskSeq">)[] = [];
    for (let deskSeq = from; deskSeq <= to; deskSeq += 1) {
      const change = found.get(deskSeq);
      const isAbsent = known.absent.some(([first, last]) => deskSeq >= first && deskSeq <= last);
      // Of a type that this edition does not know, say: it waits until it does.
      if (change === undefined && !isAbsent) break;
      next.push(change ?? { desk, deskSeq });
    }
    return next;
  }

  async settled(desk: string, mark: number): Promise<void> {
    await this.#store.transaction("rw", this.#store.meta, async () => {
      const all = await this.#all();
      if ((all[desk]?.upTo ?? Infinity) > mark) return;
      const { [desk]: _done, ...rest } = all;
      await this.#store.meta.put({ key: KEY, value: rest });
    });
  }

  async #all(): Promise<Record<string, Waiting>> {
    return ((await this.#store.meta.get(KEY))?.value as Record<string, Waiting> | undefined) ?? {};
  }
}

import type { ArchiveHead, Manifest } from "../../shared/archive/head.ts";
import { lacking, tidyRuns, type Holding } from "../../shared/archive/holding.ts";
import type { Change } from "../../shared/sync/change.ts";
import { changesOf } from "./archive-holding.ts";
import type { ArchiveRelay, RelayLine } from "./archive.ts";
import { readMeta } from "./meta.ts";
import type { Pages } from "./pages.ts";
import type { Store } from "./store.ts";

const KEY = "archiveRelay";

interface Brought {
  readonly upTo: number;
  /** Numbers below that whoever made the file did not have either: their own service refused them for good. */
  readonly absent: readonly (readonly [number, number])[];
  /** Who vouched for it; see `RelayLine`. */
  readonly by?: string | undefined;
  /** How far the service of that epoch was known to have it: one that was put back may have less. */
  readonly reached?: { readonly epoch: string; readonly mark: number };
  readonly refused?: Readonly<Record<string, number>>;
  readonly isLeft?: boolean;
}

/** What came by file and may be new to the service of this network. It is remembered for good: see `waiting`. */
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
  async note(head: ArchiveHead, { held }: Manifest, by: string | undefined): Promise<void> {
    await this.#change((all) => {
      for (const [desk, runs] of Object.entries(held)) {
        if (desk === this.#desk) continue;
        const known = all[desk];
        const upTo = Math.max(known?.upTo ?? 0, ...runs.map(([, to]) => to));
        const has: Holding = { [desk]: tidyRuns([...runs, ...(head.ferry?.holds[desk] ?? [])]) };
        const absent = lacking({ [desk]: [[1, upTo]] }, has)[desk] ?? [];
        // Somebody stood for what was there before, and not for what is new.
        const vouched = by ?? (upTo === known?.upTo ? known.by : undefined);
        all[desk] = { ...known, upTo, absent, by: vouched };
      }
    });
  }

  /** Again where the service was put back from a backup: nobody else may have what it lost. */
  async waiting(by: string | undefined): Promise<Record<string, { upTo: number; isVouched: boolean }>> {
    const waits = (await this.lines()).filter(({ isDone, isLeft }) => !isDone && !isLeft);
    return Object.fromEntries(
      waits.map((line) => [line.desk, { upTo: line.upTo, isVouched: by !== undefined && line.by === by }]),
    );
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

  async reached(
    desk: string,
    { epoch, mark, refused = {}, left = false }: Parameters<ArchiveRelay["reached"]>[1],
  ): Promise<void> {
    await this.#change((all) => {
      const known = all[desk];
      if (known === undefined) return;
      const counts = { ...known.refused };
      for (const [code, count] of Object.entries(refused)) counts[code] = (counts[code] ?? 0) + count;
      all[desk] = { ...known, reached: { epoch, mark }, refused: counts, isLeft: left };
    });
  }

  async vouch(by: string): Promise<void> {
    await this.#change((all) => {
      for (const [desk, known] of Object.entries(all)) all[desk] = { ...known, by };
    });
  }

  async lines(): Promise<RelayLine[]> {
    const epoch = await readMeta(this.#store, "epoch");
    return Object.entries(await this.#all()).map(
      ([desk, { upTo, by, reached, refused = {}, isLeft = false }]) => {
        // Whoever has pulled nothing yet does not know another log either.
        const isKnown = reached !== undefined && (epoch === "" || reached.epoch === epoch);
        const mark = isKnown ? Math.min(reached.mark, upTo) : 0;
        return { desk, upTo, mark, by, refused, isLeft, isDone: mark >= upTo };
      },
    );
  }

  async #change(work: (all: Record<string, Brought>) => void): Promise<void> {
    await this.#store.transaction("rw", this.#store.meta, async () => {
      const all = { ...(await this.#all()) };
      work(all);
      await this.#store.meta.put({ key: KEY, value: all });
    });
  }

  async #all(): Promise<Readonly<Record<string, Brought>>> {
    return ((await this.#store.meta.get(KEY))?.value as Record<string, Brought> | undefined) ?? {};
  }
}

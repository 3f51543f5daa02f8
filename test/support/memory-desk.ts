import type { SyncPosition, SyncSource } from "../../renderer/sync/source.ts";
import type { Change, Patch } from "../../shared/sync/change.ts";
import type { Refusals } from "../../shared/sync/wire.ts";
import { changeOf } from "./changes.ts";

/** A desk's store as the sync loop sees it, kept in memory; a fold is a set of what was applied. */
export class MemoryDesk implements SyncSource {
  readonly deskId: string;
  readonly own: Change[] = [];
  readonly applied = new Map<string, Change>();
  /** Codes of what the service refused, by number. */
  readonly refusals = new Map<number, string>();
  settledTo = 0;
  at: SyncPosition | undefined;
  #newest = 0;
  readonly #listeners = new Set<() => void>();

  constructor(deskId: string) {
    this.deskId = deskId;
  }

  save(patch: Patch = {}): void {
    this.#newest = Math.max(this.#newest, this.own.at(-1)?.deskSeq ?? 0) + 1;
    this.own.push(changeOf(this.deskId, this.#newest, patch));
    for (const listener of this.#listeners) listener();
  }

  /** Ids of everything that this desk knows, in one order. */
  known(): string[] {
    return [...new Set([...this.own.map((change) => change.id), ...this.applied.keys()])].sort();
  }

  async newestDeskSeq(): Promise<number> {
    return Promise.resolve(Math.max(this.#newest, this.own.at(-1)?.deskSeq ?? 0));
  }

  async pendingChanges(mark: number, limit: number): Promise<readonly Change[]> {
    return Promise.resolve(this.own.filter(({ deskSeq }) => deskSeq > mark).slice(0, limit));
  }

  async position(): Promise<SyncPosition | undefined> {
    return Promise.resolve(this.at);
  }

  async applyPulled(changes: readonly Change[], position: SyncPosition): Promise<void> {
    for (const change of changes) this.applied.set(change.id, change);
    this.at = position;
    return Promise.resolve();
  }

  async tellPulled(): Promise<void> {
    return Promise.resolve();
  }

  async settled(): Promise<number> {
    return Promise.resolve(this.settledTo);
  }

  async refused(refusals: Refusals["refused"], settled: number): Promise<void> {
    for (const { deskSeq, code } of refusals) this.refusals.set(deskSeq, code);
    this.settledTo = settled;
    return Promise.resolve();
  }

  /** As the window's store does it, but for ids: what is not the service's gets numbers above its mark. */
  async reconcile(theirs: AsyncIterable<readonly Change[]>, mark: number): Promise<number> {
    const newest = await this.newestDeskSeq();
    let fork = newest + 1;
    for await (const changes of theirs)
      for (const { deskSeq, patch } of changes) {
        const mine = this.own.find((change) => change.deskSeq === deskSeq);
        if (mine !== undefined && JSON.stringify(mine.patch) !== JSON.stringify(patch))
          fork = Math.min(fork, deskSeq);
      }
    if (fork > newest && mark <= newest) return 0;
    const again = this.own.splice(0, this.own.length, ...this.own.filter(({ deskSeq }) => deskSeq < fork));
    this.#newest = mark;
    const lost = again.filter(({ deskSeq }) => deskSeq >= fork);
    for (const { patch } of lost) this.save(patch);
    return lost.length;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

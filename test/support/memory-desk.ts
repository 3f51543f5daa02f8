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
  readonly #listeners = new Set<() => void>();

  constructor(deskId: string) {
    this.deskId = deskId;
  }

  save(patch: Patch = {}): void {
    this.own.push(changeOf(this.deskId, this.own.length + 1, patch));
    for (const listener of this.#listeners) listener();
  }

  /** Ids of everything that this desk knows, in one order. */
  known(): string[] {
    return [...new Set([...this.own.map((change) => change.id), ...this.applied.keys()])].sort();
  }

  async newestDeskSeq(): Promise<number> {
    return Promise.resolve(this.own.length);
  }

  async pendingChanges(mark: number, limit: number): Promise<readonly Change[]> {
    return Promise.resolve(this.own.slice(mark, mark + limit));
  }

  async position(): Promise<SyncPosition | undefined> {
    return Promise.resolve(this.at);
  }

  async applyPulled(changes: readonly Change[], position: SyncPosition): Promise<void> {
    for (const change of changes) this.applied.set(change.id, change);
    this.at = position;
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

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

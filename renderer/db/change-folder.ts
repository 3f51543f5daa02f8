import type { Stamp } from "../../shared/lib/hybrid-clock.ts";
import { groupBy } from "../../shared/lib/group-by.ts";
import type { RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { keepContests } from "./contested.ts";
import type { DeskParts } from "./desk-parts.ts";
import { dirtyKeys, markDirty } from "./dirty.ts";
import { refusedOf } from "./refused.ts";
import { rowsAmong } from "./rows-among.ts";

/** Handed to the browser in one task: of four times as many, a key would have to wait. */
const AT_ONCE = 250;

export interface TypedChange {
  readonly type: RecordType;
  readonly change: Change;
}

/** Folds single changes of other desks into rows; inside a transaction over all tables. */
export class ChangeFolder {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /**
   * Takes in these changes, each once however often it comes; the first edit of a packed record takes it out of its page.
   * `again`: ids of changes that count again although they are known.
   */
  async foldAll(changes: readonly TypedChange[], again: ReadonlySet<string>): Promise<void> {
    for (let from = 0; from < changes.length; from += AT_ONCE)
      await this.#foldSome(changes.slice(from, from + AT_ONCE), again);
  }

  /**
   * A record from all that is known of it and counts: the log has every change but those that pages hold. Undefined where
   * that is nothing, for all of it was refused.
   */
  async foldAnew(type: RecordType, id: string): Promise<Folded | undefined> {
    const logged = await this.#parts.store.changes.where("recordKey").equals(`${type}:${id}`).toArray();
    const packed = await this.#parts.pages.firstChangeOf(type, id);
    const isOutOfDate = logged.some((change) => change.id === packed?.id);
    const all = packed === undefined || isOutOfDate ? logged : [packed, ...logged];
    const refused = await refusedOf(this.#parts.store, type, id);
    return all
      .filter((change) => !refused.has(change.id))
      .reduce<Folded | undefined>((record, change) => fold(record, change), undefined);
  }

  async #foldSome(changes: readonly TypedChange[], again: ReadonlySet<string>): Promise<void> {
    const known = await this.#stampsOf(changes);
    const records = new Map<string, Coming>();
    for (const { type, change } of changes) {
      const before = known.get(change.id);
      if (before === change.stamp && !again.has(change.id)) continue;
      const key = `${type}:${change.recordId}`;
      const coming = records.get(key) ?? { type, id: change.recordId, changes: [], isAnew: false };
      records.set(key, coming);
      coming.changes.push(change);
      // One that comes again with another stamp: what was folded with the old one is folded anew. An import of this desk
      // is in its pages and not in the log.
      const isOwnImport = change.desk === this.#parts.desk && change.batchId !== undefined;
      coming.isAnew ||= before !== undefined || isOwnImport;
    }
    if (records.size === 0) return;
    await this.#parts.store.changes.bulkPut(
      [...records].flatMap(([recordKey, coming]) =>
        coming.changes.map((change) => ({ ...change, recordKey })),
      ),
    );
    const byType = groupBy([...records.values()], ({ type }) => type);
    for (const [type, some] of byType) await this.#foldRecords(type, some);
  }

  /** Of those that are in the log already: a desk's numbers follow one another, so one range holds them. */
  async #stampsOf(changes: readonly TypedChange[]): Promise<ReadonlyMap<string, Stamp>> {
    const stamps = new Map<string, Stamp>();
    for (const [desk, some] of groupBy(changes, ({ change }) => change.desk)) {
      const numbers = some.map(({ change }) => change.deskSeq);
      const known = await this.#parts.store.changes
        .where("[desk+deskSeq]")
        .between([desk, Math.min(...numbers)], [desk, Math.max(...numbers)], true, true)
        .toArray();
      for (const { id, stamp } of known) stamps.set(id, stamp);
    }
    return stamps;
  }

  async #foldRecords(type: RecordType, records: readonly Coming[]): Promise<void> {
    const table = this.#parts.store.rowsOf(type);
    const ids = records.map(({ id }) => id);
    const rows = await rowsAmong(table, ids);
    const packed = await this.#parts.pages.together([type], () =>
      this.#parts.pages.getMany(
        type,
        ids.filter((id) => !rows.has(id)),
      ),
    );
    const next: { id: string; folded: Folded }[] = [];
    for (const { id, changes, isAnew } of records) {
      const anew = isAnew ? await this.foldAnew(type, id) : undefined;
      const folded = anew ?? changes.reduce<Folded | undefined>(fold, rows.get(id) ?? packed.get(id));
      if (folded !== undefined) next.push({ id, folded });
    }
    await table.bulkPut(next.map(({ id, folded }) => ({ id, ...folded })));
    // Waiting for what asks the store nothing would let the transaction end.
    for (const { id, folded } of next)
      if (folded.versions !== undefined) await keepContests(this.#parts.store, type, id, folded);
    await markDirty(
      this.#parts.store,
      next.flatMap(({ id, folded }) => dirtyKeys(type, id, folded.data)),
    );
  }
}

/** A record, and what of it is new here. */
interface Coming {
  readonly type: RecordType;
  readonly id: string;
  readonly changes: Change[];
  isAnew: boolean;
}

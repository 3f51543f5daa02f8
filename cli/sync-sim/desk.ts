import { stampOf, tick, witness, ZERO_TIME, type HybridTime } from "../../shared/lib/hybrid-clock.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { changeId, type Change, type Patch } from "../../shared/sync/change.ts";
import { seenIn, type Folded } from "../../shared/sync/fold.ts";
import { confirmed, edited, NOTHING_KEPT, settled, shownOf, type Kept } from "../../shared/sync/outbox.ts";
import type { Mutant } from "./mutants.ts";
import type { Pulled, SnapshotPart } from "./service.ts";

/** What a desk has on its disk. */
interface State {
  /** Whose changes it still speaks for: its own, and those of the desk it was put back from. */
  own: Record<string, { changes: Change[]; mark: number }>;
  time: HybridTime;
  epoch: string;
  cursor: number;
  kept: Record<string, Kept>;
  /** What the service last said of itself: once all of that is pulled, whatever it had settled by then will not come any more. */
  told: { newest: number; marks: Readonly<Record<string, number>> };
  /** A snapshot that is being taken, page by page. */
  incoming: { seq: number; next: SnapshotPart["next"]; kept: Record<string, Kept> } | undefined;
}

/** What lies outside the browser's storage, so that an emptied store is made again from it. */
interface Journal {
  own: Record<string, Change[]>;
  time: HybridTime;
}

/** Thrown where a power cut stops a desk in the middle of what it writes. */
export class Cut extends Error {}

const keyOf = (change: Pick<Change, "type" | "recordId">): string => `${change.type} ${change.recordId}`;

/** A desk as the product's store is one: pure rules of `shared/sync` over a disk whose transactions can be cut. */
export class Desk {
  readonly id: string;
  /** How wrong its wall clock is. */
  offsetMs = 0;
  /** A desk of an older edition does not say what it saw. */
  readonly isOld: boolean;
  #state: State;
  readonly #journal: Journal;
  /** What one of the mutants forgets as soon as it is sent. */
  readonly #dropped = new Set<string>();
  readonly #mutant: Mutant | undefined;
  /** Set before a step: how many writes it gets through before the power goes. */
  cutAfter: number | undefined;

  constructor(id: string, isOld: boolean, mutant: Mutant | undefined, from?: Desk) {
    this.id = id;
    this.isOld = isOld;
    this.#mutant = mutant;
    this.#state = from === undefined ? emptyState() : structuredClone(from.#state);
    this.#state.own[id] ??= { changes: [], mark: 0 };
    this.#journal = {
      own: Object.fromEntries(
        Object.entries(this.#state.own).map(([desk, { changes }]) => [desk, [...changes]]),
      ),
      time: this.#state.time,
    };
  }

  get epoch(): string {
    return this.#state.epoch;
  }
  get cursor(): number {
    return this.#state.cursor;
  }
  get incoming(): State["incoming"] {
    return this.#state.incoming;
  }
  get deskIds(): readonly string[] {
    return Object.keys(this.#state.own);
  }
  ownIds(desk: string): readonly string[] {
    return this.#state.own[desk]?.changes.map(({ id }) => id) ?? [];
  }
  keys(): readonly string[] {
    return Object.keys(this.#state.kept);
  }
  shown(key: string): Folded | undefined {
    return shownOf(this.#state.kept[key] ?? NOTHING_KEPT);
  }

  /** Saves one change; what it returns is acknowledged, and must never be lost. */
  save(type: RecordType, recordId: string, patch: Patch, nowMs: number, batchId?: string): Change {
    const wall = nowMs + this.offsetMs;
    const change = this.#transaction((state, write) => {
      const mine = state.own[this.id] ?? { changes: [], mark: 0 };
      const time = this.#mutant === "wallClock" ? { ms: wall, counter: 0 } : tick(state.time, wall);
      const deskSeq = (mine.changes.at(-1)?.deskSeq ?? 0) + 1;
      const key = keyOf({ type, recordId });
      const kept = state.kept[key] ?? NOTHING_KEPT;
      const shown = shownOf(kept);
      const seen = Object.fromEntries(
        Object.keys(patch)
          .map((field) => [field, seenIn(shown, field)] as const)
          .filter(([, stamps]) => stamps.length > 0),
      );
      const made: Change = {
        id: changeId(this.id, deskSeq),
        desk: this.id,
        deskSeq,
        stamp: stampOf(time, this.id),
        author: "",
        type,
        recordId,
        schemaVersion: registry[type].version,
        patch: patch as Change["patch"],
        ...(this.isOld || Object.keys(seen).length === 0 ? {} : { seen: seen as Change["seen"] }),
        ...(batchId === undefined ? {} : { batchId }),
      };
      write(() => (state.time = time));
      write(() => (state.kept[key] = edited(kept, made)));
      write(() => mine.changes.push(made));
      return made;
    });
    if (this.#mutant !== "noJournal") {
      (this.#journal.own[this.id] ??= []).push(change);
      this.#journal.time = this.#state.time;
    }
    return change;
  }

  /** The next changes of one of its names, from where it believes the service to be. */
  toPush(desk: string, limit: number): readonly Change[] {
    const own = this.#state.own[desk];
    if (own === undefined) return [];
    const waiting = own.changes
      .filter(({ id, deskSeq }) => deskSeq > own.mark && !this.#dropped.has(id))
      .slice(0, limit);
    if (this.#mutant === "dropOnSend") for (const { id } of waiting) this.#dropped.add(id);
    return waiting;
  }

  markOf(desk: string): number {
    return this.#state.own[desk]?.mark ?? 0;
  }

  pushed(desk: string, mark: number): void {
    this.#transaction((state, write) => {
      const own = state.own[desk];
      if (own === undefined) return;
      write(() => (own.mark = mark));
      if (this.#mutant !== "foldOnAcknowledgement") return;
      for (const change of own.changes.filter(({ deskSeq }) => deskSeq <= mark)) {
        const kept = state.kept[keyOf(change)];
        if (kept?.pending.some(({ id }) => id === change.id) === true)
          state.kept[keyOf(change)] = confirmed(kept, change);
      }
    });
  }

  /**
   * Learns which log the service has and how far it holds each of this desk's names. True where it is another log than
   * before: the desk starts again with a snapshot.
   */
  met(epoch: string, marks: Readonly<Record<string, number>>, newest: number): boolean {
    return this.#transaction((state, write) => {
      write(() => (state.told = { newest, marks }));
      const isNew = state.epoch !== epoch && !(this.#mutant === "noEpoch" && state.epoch !== "");
      for (const [desk, own] of Object.entries(state.own)) {
        const mark = marks[desk] ?? 0;
        if (this.#mutant === "noRePush" && mark < own.mark) continue;
        write(() => (own.mark = mark));
      }
      if (isNew) {
        write(() => (state.epoch = epoch));
        write(() => (state.incoming = { seq: 0, next: undefined, kept: {} }));
      }
      settle(state);
      return isNew;
    });
  }

  startSnapshot(): void {
    this.#transaction((state, write) => {
      write(() => (state.incoming = { seq: 0, next: undefined, kept: {} }));
    });
  }

  tookPart({ records, seq, next }: SnapshotPart): void {
    this.#transaction((state, write) => {
      const incoming = state.incoming ?? { seq, next: undefined, kept: {} };
      for (const { type, recordId, folded } of records)
        incoming.kept[keyOf({ type, recordId })] = { base: folded, pending: [] };
      for (const { folded } of records) this.#witness(state, folded);
      incoming.seq = seq;
      incoming.next = next;
      if (next !== undefined) {
        write(() => (state.incoming = incoming));
        return;
      }
      const kept = { ...incoming.kept };
      // What the service did not hold when it was asked is still on its way there.
      for (const own of Object.values(state.own))
        for (const change of own.changes) {
          if (change.deskSeq <= own.mark) continue;
          kept[keyOf(change)] = edited(kept[keyOf(change)] ?? NOTHING_KEPT, change);
        }
      write(() => (state.kept = kept));
      write(() => (state.cursor = seq));
      write(() => (state.incoming = undefined));
      settle(state);
    });
  }

  pulled({ changes, cursor }: Pulled): void {
    if (this.#mutant === "cursorBeforeChanges")
      this.#transaction((state, write) => write(() => (state.cursor = cursor)));
    this.#transaction((state, write) => {
      for (const change of changes) {
        const kept = confirmed(state.kept[keyOf(change)] ?? NOTHING_KEPT, change);
        write(() => (state.kept[keyOf(change)] = kept));
        if (this.#mutant !== "clockNotMoved" && this.#mutant !== "wallClock")
          state.time = witness(state.time, change.stamp);
      }
      write(() => (state.cursor = cursor));
      settle(state);
    });
  }

  /** The browser's storage is gone; what it is made from again is the journal. */
  wipe(): void {
    const journal = structuredClone(this.#journal);
    this.#state = { ...emptyState(), time: journal.time };
    for (const [desk, changes] of Object.entries(journal.own)) this.#state.own[desk] = { changes, mark: 0 };
    this.#state.own[this.id] ??= { changes: [], mark: 0 };
    for (const { changes } of Object.values(this.#state.own))
      for (const change of changes)
        this.#state.kept[keyOf(change)] = edited(this.#state.kept[keyOf(change)] ?? NOTHING_KEPT, change);
  }

  /** Own changes that nobody has seen come back. */
  waiting(): number {
    return Object.values(this.#state.kept).reduce((sum, { pending }) => sum + pending.length, 0);
  }

  #witness(state: State, folded: Folded): void {
    if (this.#mutant === "clockNotMoved" || this.#mutant === "wallClock") return;
    const versions = Object.values(folded.versions ?? {}).flat();
    for (const stamp of [
      folded.stamp,
      ...Object.values(folded.fieldStamps ?? {}),
      ...versions.map((one) => one.stamp),
    ])
      state.time = witness(state.time, stamp);
  }

  /** All or nothing, also where the power goes in the middle. */
  #transaction<V>(work: (state: State, write: (step: () => unknown) => void) => V): V {
    const draft = this.#mutant === "noTransaction" ? this.#state : structuredClone(this.#state);
    let left = this.cutAfter;
    const value = work(draft, (step) => {
      if (left !== undefined && left-- <= 0) throw new Cut("the power went");
      step();
    });
    this.#state = draft;
    return value;
  }
}

/**
 * Drops own changes that the service had settled when it was asked and that have not come back with everything it had by
 * then: refused, or held in a snapshot that began after a late message had brought them.
 */
function settle(state: State): void {
  const { newest, marks } = state.told;
  if (state.incoming !== undefined || state.cursor < newest) return;
  for (const [key, kept] of Object.entries(state.kept))
    if (kept.pending.length > 0)
      state.kept[key] = settled(kept, ({ desk, deskSeq }) => deskSeq <= (marks[desk] ?? 0));
}

function emptyState(): State {
  return {
    told: { newest: 0, marks: {} },
    own: {},
    time: ZERO_TIME,
    epoch: "",
    cursor: 0,
    kept: {},
    incoming: undefined,
  };
}

import { stampOf, tick, witness, ZERO_TIME, type HybridTime } from "../../shared/lib/hybrid-clock.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { changeId, type Change, type Patch } from "../../shared/sync/change.ts";
import { fold, seenIn, type Folded } from "../../shared/sync/fold.ts";
import type { Mutant } from "./mutants.ts";
import type { Pulled } from "./service.ts";

/** What a desk has on its disk. */
interface State {
  /** Whose changes it still speaks for: its own, and those of the desk it was put back from. */
  own: Record<string, { changes: Change[]; mark: number }>;
  time: HybridTime;
  epoch: string;
  cursor: number;
  /** By record and by id, every change that counts here: own ones, and those that were pulled, as they stand there. */
  log: Record<string, Record<string, Change>>;
  /** Own changes that have not come back from this log of the service. */
  waiting: Record<string, Change>;
  /** What the service last said of itself: once all of that is pulled, whatever it had settled by then will not come any more. */
  told: { newest: number; marks: Record<string, number> };
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
  /** What one of the mutants forgets as soon as it is sent, and what another takes for come back when it is acknowledged. */
  readonly #dropped = new Set<string>();
  readonly #acknowledged = new Set<string>();
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
  get deskIds(): readonly string[] {
    return Object.keys(this.#state.own);
  }
  ownIds(desk: string): readonly string[] {
    return this.#state.own[desk]?.changes.map(({ id }) => id) ?? [];
  }
  keys(): readonly string[] {
    return Object.keys(this.#state.log);
  }
  shown(key: string): Folded | undefined {
    return shownIn(this.#state, key);
  }

  /** Saves one change; what it returns is acknowledged, and must never be lost. */
  save(type: RecordType, recordId: string, patch: Patch, nowMs: number, batchId?: string): Change {
    const wall = nowMs + this.offsetMs;
    const change = this.#transaction((state, write) => {
      const mine = state.own[this.id] ?? { changes: [], mark: 0 };
      const time = this.#mutant === "wallClock" ? { ms: wall, counter: 0 } : tick(state.time, wall);
      const deskSeq = (mine.changes.at(-1)?.deskSeq ?? 0) + 1;
      const key = keyOf({ type, recordId });
      const shown = shownIn(state, key);
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
      write(() => keep(state, made));
      write(() => (state.waiting[made.id] = made));
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
    return this.#state.own[desk]?.mark ?? this.#state.told.marks[desk] ?? 0;
  }

  pushed(desk: string, mark: number): void {
    this.#transaction((state, write) => {
      const own = state.own[desk];
      if (own === undefined) write(() => (state.told.marks[desk] = mark));
      else write(() => (own.mark = mark));
      if (this.#mutant !== "foldOnAcknowledgement") return;
      for (const { id, deskSeq } of own?.changes ?? []) if (deskSeq <= mark) this.#acknowledged.add(id);
    });
  }

  /** Desks of which this one holds more than the service said to have: it was put back, and they may be gone. */
  bereft(): readonly string[] {
    const { own } = this.#state;
    const most = new Map<string, number>();
    for (const { desk, deskSeq } of this.#changes()) most.set(desk, Math.max(most.get(desk) ?? 0, deskSeq));
    return [...most]
      .filter(([desk, upTo]) => upTo > (own[desk]?.changes.at(-1)?.deskSeq ?? 0) && upTo > this.markOf(desk))
      .map(([desk]) => desk)
      .sort();
  }

  /** What it hands on for another desk. A number that it never got was refused, and stands there by itself. */
  toHandOn(desk: string, limit: number): readonly (Change | Pick<Change, "desk" | "deskSeq">)[] {
    const bySeq = new Map(this.#changes().flatMap((one) => (one.desk === desk ? [[one.deskSeq, one]] : [])));
    const first = this.markOf(desk) + 1;
    const upTo = Math.min(Math.max(0, ...bySeq.keys()), first + limit - 1);
    return Array.from({ length: Math.max(0, upTo - first + 1) }, (_, n) => first + n).map(
      (deskSeq) => bySeq.get(deskSeq) ?? { desk, deskSeq },
    );
  }

  /**
   * Learns which log the service has and how far it holds each of this desk's names. Another log than before is read from
   * its beginning: folding again harms nothing.
   */
  met(epoch: string, marks: Readonly<Record<string, number>>, newest: number): void {
    this.#transaction((state, write) => {
      write(() => (state.told = { newest, marks: { ...marks } }));
      const isNew = state.epoch !== epoch && !(this.#mutant === "noEpoch" && state.epoch !== "");
      for (const [desk, own] of Object.entries(state.own)) {
        const mark = marks[desk] ?? 0;
        if (this.#mutant === "noRePush" && mark < own.mark) continue;
        write(() => (own.mark = mark));
      }
      if (isNew) {
        write(() => (state.epoch = epoch));
        write(() => (state.cursor = 0));
        for (const { changes } of Object.values(state.own))
          for (const change of changes) write(() => (state.waiting[change.id] = change));
      }
      settle(state);
    });
  }

  pulled({ changes, cursor }: Pulled): void {
    if (this.#mutant === "cursorBeforeChanges")
      this.#transaction((state, write) => write(() => (state.cursor = cursor)));
    this.#transaction((state, write) => {
      for (const change of changes) {
        if (!this.#acknowledged.has(change.id)) write(() => keep(state, change));
        write(() => Reflect.deleteProperty(state.waiting, change.id));
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
      for (const change of changes) {
        keep(this.#state, change);
        this.#state.waiting[change.id] = change;
      }
  }

  /** How many own changes nobody has seen come back. */
  waiting(): number {
    return Object.keys(this.#state.waiting).length;
  }

  #changes(): readonly Change[] {
    return Object.values(this.#state.log).flatMap((byId) => Object.values(byId));
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

function keep(state: State, change: Change): void {
  (state.log[keyOf(change)] ??= {})[change.id] = change;
}

function shownIn(state: State, key: string): Folded | undefined {
  return Object.values(state.log[key] ?? {}).reduce<Folded | undefined>(
    (record, change) => fold(record, change),
    undefined,
  );
}

/**
 * Drops own changes that the service had settled when it was asked and that have not come back with everything it had by
 * then: it refused them.
 */
function settle(state: State): void {
  const { newest, marks } = state.told;
  if (state.cursor < newest) return;
  for (const { id, desk, deskSeq, type, recordId } of Object.values(state.waiting)) {
    if (deskSeq > (marks[desk] ?? 0)) continue;
    Reflect.deleteProperty(state.waiting, id);
    const byId = state.log[keyOf({ type, recordId })] ?? {};
    Reflect.deleteProperty(byId, id);
    if (Object.keys(byId).length === 0) Reflect.deleteProperty(state.log, keyOf({ type, recordId }));
  }
}

function emptyState(): State {
  return {
    told: { newest: 0, marks: {} },
    own: {},
    time: ZERO_TIME,
    epoch: "",
    cursor: 0,
    log: {},
    waiting: {},
  };
}

import { must } from "../../shared/lib/must.ts";
import { stampOf, timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../shared/sync/change.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { acceptPush } from "../../server/sync/accept-push.ts";
import type { Mutant } from "./mutants.ts";

const TENANT = "sim";

export interface Pulled {
  readonly changes: readonly Change[];
  readonly cursor: number;
}

/** The real store and the real judge in this process, with a look at what was accepted. */
export class Service {
  #store: Store;
  #epochs = 0;
  /** Every accepted change that this log has, in its order, with the moment. */
  accepted: { readonly change: Change; readonly atMs: number }[] = [];
  #backup: Service["accepted"] = [];
  /** How much of it was there at the last compaction. */
  #compacted = 0;
  readonly #mutant: Mutant | undefined;

  constructor(mutant: Mutant | undefined) {
    this.#mutant = mutant;
    this.#store = this.#open();
  }

  get epoch(): string {
    return this.#store.epoch;
  }
  marks(): Promise<Readonly<Record<string, number>>> {
    return this.#store.marks(TENANT);
  }

  /** The desk's mark afterwards; undefined where the push leaves a gap. */
  async push(desk: string, pushed: readonly Change[], nowMs: number): Promise<number | undefined> {
    const mark = (await this.marks())[desk] ?? 0;
    if (this.#mutant === "gapsAccepted" && (pushed[0]?.deskSeq ?? 0) > mark + 1) {
      await this.#force(desk, pushed, nowMs);
      for (const change of pushed) this.accepted.push({ change, atMs: nowMs });
    }
    if (this.#mutant === "noDedupe")
      for (const change of pushed.filter(({ deskSeq }) => deskSeq <= mark))
        this.accepted.push({ change, atMs: nowMs });
    const answer = await acceptPush(this.#store, {
      tenant: TENANT,
      desk,
      pushed: this.#mutant === "clampToNow" ? pushed.map((change) => broughtToNow(change, nowMs)) : pushed,
      nowMs: this.#mutant === "noClamp" ? nowMs + 1e12 : nowMs,
    });
    if (!answer.ok) return undefined;
    for (const change of answer.value.accepted) this.accepted.push({ change, atMs: nowMs });
    return answer.value.mark;
  }

  async pull(after: number, limit: number): Promise<Pulled> {
    const page = await this.#store.since(TENANT, after, limit);
    const changes = page.texts.map((text) => JSON.parse(text) as Change);
    if (this.#mutant !== "compactedByArrival") return { changes, cursor: page.cursor };
    return { changes: changes.map((change) => this.#withoutWhatCameBefore(change)), cursor: page.cursor };
  }

  newest(): Promise<number> {
    return this.#store.newest(TENANT);
  }

  async compact(nowMs: number): Promise<void> {
    await this.#store.compact(TENANT, nowMs);
    this.#compacted = this.accepted.length;
  }

  backUp(): void {
    this.#backup = [...this.accepted];
  }

  /** The copy in place of the log: another log, which knows less. */
  async restore(): Promise<void> {
    await this.#store.close();
    this.#store = this.#open();
    this.accepted = [];
    this.#compacted = 0;
    for (const { change, atMs } of this.#backup) {
      await this.#force(change.desk, [change], atMs);
      this.accepted.push({ change, atMs });
    }
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #open(): Store {
    this.#epochs += 1;
    const opened = openSqlite(":memory:", () => `epoch-${this.#epochs}`);
    return must(opened.ok ? opened.value.store : undefined, "a log in memory opens");
  }

  /** What a compaction leaves that takes what came last for what holds. */
  #withoutWhatCameBefore(change: Change): Change {
    const later = this.accepted
      .slice(0, this.#compacted)
      .map((one) => one.change)
      .filter(({ type, recordId }) => type === change.type && recordId === change.recordId);
    const at = later.findIndex(({ id }) => id === change.id);
    if (at === -1) return change;
    const gone = new Set(later.slice(at + 1).flatMap(({ patch }) => Object.keys(patch)));
    const left = Object.entries(change.patch).filter(([field]) => !gone.has(field));
    return { ...change, patch: Object.fromEntries(left) };
  }

  /** Appends without asking the judge. */
  async #force(desk: string, changes: readonly Change[], nowMs: number): Promise<void> {
    const mark = must(changes.at(-1), "something is forced").deskSeq;
    const judge = (): { accepted: readonly Change[]; mark: number } => ({ accepted: changes, mark });
    await this.#store.append({ tenant: TENANT, desk, changes, nowMs }, judge);
  }
}

function broughtToNow(change: Change, nowMs: number): Change {
  if (timeOfStamp(change.stamp).ms <= nowMs + 60_000) return change;
  return { ...change, stamp: stampOf({ ms: nowMs, counter: change.deskSeq }, change.desk) };
}

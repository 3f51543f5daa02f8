import { witness } from "../../shared/lib/hybrid-clock.ts";
import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Refusals } from "../../shared/sync/wire.ts";
import { ChangeFolder } from "./change-folder.ts";
import type { DeskParts, RefoldParts } from "./desk-parts.ts";
import { readMeta, readMetas, writeMetas } from "./meta.ts";
import { raiseTo } from "./journal-agree.ts";
import type { Pages } from "./pages.ts";
import { acceptedAfterAll, keepRefused } from "./refused.ts";
import { importRuns, PulledPages } from "./pulled-pages.ts";
import { compare, reissue } from "./put-back.ts";
import type { SaveContext } from "./save.ts";
import type { Batch, Store } from "./store.ts";

interface Position {
  readonly epoch: string;
  readonly cursor: number;
}

interface SourceEvents {
  readonly pulled: (touched: readonly RecordType[]) => Promise<void>;
  readonly raised: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** While more is coming: whoever is told reads the store, and what comes next has to wait for them. */
const TELL_MS = 1000;

/** This desk's changes for the service, and the service's for this desk. */
export class StoreSyncSource {
  readonly deskId: string;
  readonly #context: SaveContext;
  readonly #pages: Pages;
  readonly #events: SourceEvents;
  readonly #parts: DeskParts;
  readonly #folder: ChangeFolder;
  readonly #imports: PulledPages;
  /** What was pulled and nobody was told of yet. */
  readonly #untold = new Set<RecordType>();
  #toldMs = 0;

  constructor(context: SaveContext, deskId: string, pages: Pages, events: SourceEvents) {
    this.#context = context;
    this.deskId = deskId;
    this.#pages = pages;
    this.#events = events;
    this.#parts = { store: context.store, pages, desk: deskId };
    this.#folder = new ChangeFolder(this.#parts);
    this.#imports = new PulledPages(this.#parts);
  }

  async newestDeskSeq(): Promise<number> {
    return readMeta(this.#context.store, "deskSeq");
  }

  /** Own changes above `mark` in `deskSeq` order: single ones from the log, packed ones from their pages. */
  async pendingChanges(mark: number, limit: number): Promise<readonly Change[]> {
    const { store } = this.#context;
    const pending: Change[] = [];
    await this.#pages.refresh();
    let next = mark + 1;
    while (pending.length < limit) {
      const room = limit - pending.length;
      const batch = this.#batchWith(next);
      const some =
        batch === undefined
          ? await this.#single(store, next, room)
          : await this.#pages.changesFrom(batch, next - batch.baseSeq, room);
      if (some.length === 0) break;
      pending.push(...some);
      next += some.length;
    }
    return pending;
  }

  async position(): Promise<Position | undefined> {
    const { epoch, cursor } = await readMetas(this.#context.store, ["epoch", "cursor"]);
    return epoch === "" ? undefined : { epoch, cursor };
  }

  async applyPulled(changes: readonly Change[], position: Position, isMore = false): Promise<void> {
    const { store, now } = this.#context;
    const known = changes.flatMap((change) => {
      // A type of a newer desk: kept out of the way here, and still on the service for when we are updated.
      return isRecordType(change.type) ? [{ type: change.type, change }] : [];
    });
    const runs = importRuns(changes);
    const apply = async (): Promise<Position | undefined> => {
      const [{ time, ...before }] = await Promise.all([
        readMetas(store, ["time", "epoch", "cursor"]),
        this.#pages.refresh(),
      ]);
      const latest = known.reduce((so, { change }) => witness(so, change.stamp), time);
      const own = changes.filter(({ desk }) => desk === this.deskId);
      const [, again, unpacked] = await Promise.all([
        writeMetas(store, { time: latest, epoch: position.epoch, cursor: position.cursor }),
        acceptedAfterAll(store, own),
        runs.length === 0 ? [] : this.#imports.keep(runs),
      ]);
      const left = new Set(unpacked);
      const single = known.filter(
        ({ change }) => change.batchId === undefined || left.has(change) || again.has(change.id),
      );
      await this.#folder.foldAll(single, again);
      return before.epoch === "" ? undefined : before;
    };
    const before = await this.#allOrNothing(apply);
    for (const { type } of known) this.#untold.add(type);
    if (!isMore || now() - this.#toldMs >= TELL_MS) await this.tellPulled();
    // What this desk made lies there since it was made.
    const others = changes.filter(({ desk }) => desk !== this.deskId);
    await this.#context.journal?.pulled(others, before, position);
  }

  async tellPulled(): Promise<void> {
    const touched = [...this.#untold];
    this.#untold.clear();
    this.#toldMs = this.#context.now();
    if (touched.length > 0) await this.#events.pulled(touched);
  }

  async settled(): Promise<number> {
    return readMeta(this.#context.store, "settled");
  }

  async refused(refusals: Refusals["refused"], settled: number): Promise<void> {
    const { store } = this.#context;
    if (refusals.length === 0 && (await this.settled()) === settled) return;
    const touched = await store.transaction("rw", store.tables, async () => {
      await this.#pages.refresh();
      return keepRefused(this.#refoldParts(), refusals, settled);
    });
    if (touched.length > 0) await this.#events.pulled(touched);
  }

  async reconcile(theirs: AsyncIterable<readonly Change[]>, mark: number): Promise<number> {
    const { store, journal } = this.#context;
    const mine = { newest: await this.newestDeskSeq(), changes: this.pendingChanges.bind(this) };
    const compared = await compare(this.deskId, mine, theirs, mark);
    if (compared === undefined) return 0;
    const { changes, types } = await this.#allOrNothing(async () => {
      await raiseTo(store, compared.counters);
      return reissue(this.#refoldParts(), compared.fork, mark);
    });
    this.#events.raised();
    if (types.length > 0) await this.#events.pulled(types);
    journal?.catchUp();
    return changes;
  }

  onChange(listener: () => void): () => void {
    return this.#events.onChange(listener);
  }

  #refoldParts(): RefoldParts {
    const foldAnew = this.#folder.foldAnew.bind(this.#folder);
    return { ...this.#parts, nowMs: this.#context.now(), foldAnew };
  }

  async #allOrNothing<T>(work: () => Promise<T>): Promise<T> {
    const { store } = this.#context;
    try {
      return await store.transaction("rw", store.tables, work);
    } catch (error) {
      // What was learnt of pages that were rolled back is forgotten again.
      this.#pages.forget();
      throw error;
    }
  }

  #batchWith(deskSeq: number): Batch | undefined {
    for (const batch of this.#pages.batches()) {
      if (batch.desk === this.deskId && deskSeq >= batch.baseSeq && deskSeq < batch.baseSeq + batch.count)
        return batch;
    }
    return undefined;
  }

  async #single(store: Store, from: number, limit: number): Promise<Change[]> {
    const rows = await store.changes
      .where("[desk+deskSeq]")
      .between([this.deskId, from], [this.deskId, Infinity])
      .limit(limit)
      .toArray();
    const run: Change[] = [];
    for (const { recordKey: _key, ...change } of rows) {
      if (change.deskSeq !== from + run.length) break;
      run.push(change);
    }
    return run;
  }
}

import { failureCodeOf, type FailureCode } from "../../shared/desktop/failure.ts";
import type { Input, Output } from "../../shared/desktop/contract.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Journal, JournalPort, Position, SecondCopyStatus } from "./journal.ts";
import { heldIn, journalText } from "./journal-text.ts";

/** Where the changes come from that the journal lacks. */
export interface CopySource {
  newestDeskSeq(): Promise<number>;
  /** What was given out of each counter. */
  counters(): Promise<Readonly<Record<string, number>>>;
  /** Own changes above `mark`, in order. */
  pendingChanges(mark: number, limit: number): Promise<readonly Change[]>;
  /** Changes of other desks, some at a time. */
  foreignChanges(): AsyncIterable<readonly Change[]>;
  readonly blobs: BlobsHere;
}

/** Attachments in the store. */
interface BlobsHere {
  /** The digests of those that are here, and of those that some record speaks of. */
  names(): Promise<{ readonly here: readonly string[]; readonly referenced: readonly string[] }>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  put(sha256: string, bytes: Uint8Array): Promise<void>;
}

/** Up to where a journal is known to agree with the store. */
export type CopyEnd = Output<"journalAppend">;

type Entry = Input<"journalAppend">["entries"][number];

/** Changes in one entry: a page of an import. */
const AN_ENTRY = 100;
/** Attachments asked for at once. */
const A_LOOK = 500;
/** Entries in one append. */
const AN_APPEND = 20;
const RETRY_MS = 30_000;
/** Helpings of pulled changes that may wait before a pull waits for the disk. */
const PULLED_WAITING = 4;

/** Keeps the second copy of a desk in step with its store, and says when it is not. */
export class SecondCopy implements Journal {
  readonly #port: JournalPort;
  readonly #desk: string;
  readonly #source: CopySource;
  readonly #tell: (status: SecondCopyStatus) => void;
  readonly #agreed: (end: CopyEnd) => void;
  #status: SecondCopyStatus;
  /** The position that the journal has all of the service's changes up to. */
  #position: Position | undefined;
  #owesForeign: boolean;
  /** Attachments are compared at the start, and again after one could not be copied. */
  #owesBlobs = true;
  /** Which journal it is: another one has nothing of ours yet. */
  #journal: string | undefined;
  #mustRewrite: boolean;
  #pulls: Promise<void> = Promise.resolve();
  #pullsWaiting = 0;
  #catchingUp: Promise<void> | undefined;
  /** How often somebody asked for what the journal lacks, and which of these a finished round has answered. */
  #asked = 0;
  #answered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(parts: {
    readonly port: JournalPort;
    readonly desk: string;
    readonly source: CopySource;
    readonly tell: (status: SecondCopyStatus) => void;
    /** Called when the journal and the store are known to hold the same up to an entry. */
    readonly agreed: (end: CopyEnd) => void;
    readonly status: SecondCopyStatus;
    readonly position: Position | undefined;
    readonly journal: string | undefined;
    readonly owesForeign: boolean;
    readonly mustRewrite: boolean;
  }) {
    this.#port = parts.port;
    this.#desk = parts.desk;
    this.#source = parts.source;
    this.#tell = parts.tell;
    this.#agreed = parts.agreed;
    this.#status = parts.status;
    this.#position = parts.position;
    this.#owesForeign = parts.owesForeign;
    this.#journal = parts.journal;
    this.#mustRewrite = parts.mustRewrite;
    this.#say({});
  }

  async append(changes: readonly Change[]): Promise<void> {
    if (this.#status.state === "behind") this.catchUp();
    else await this.#try(entriesOf(this.#desk, changes));
  }

  async given(counter: string, upTo: number): Promise<void> {
    await this.#try([{ about: { desk: this.#desk, held: [], counters: { [counter]: upTo } }, text: "" }]);
  }

  async pulled(changes: readonly Change[], before: Position | undefined, after: Position): Promise<void> {
    this.#pullsWaiting += 1;
    // One after the other: a position stands for everything before it.
    this.#pulls = this.#pulls.then(() => this.#appendPulled(changes, before, after));
    if (this.#pullsWaiting > PULLED_WAITING) await this.#pulls;
  }

  /** An attachment that the store has just taken; resolves when its copy is on the disk, or is known not to be. */
  async keepBlob(sha256: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.#port.journalKeepBlob({ sha256, bytes });
    } catch (error) {
      this.#owesBlobs = true;
      this.#fellBehind(failureCodeOf(error));
    }
  }

  /** An attachment that the store has lost, or never had. */
  async readBlob(sha256: string): Promise<Uint8Array | undefined> {
    try {
      return (await this.#port.journalReadBlob({ sha256 })).bytes ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Somebody had every byte of the copy read, and not all was as it was written: all is written anew from the store. */
  mend(): void {
    this.#mustRewrite = true;
    this.#owesBlobs = true;
    this.catchUp();
  }

  catchUp(): void {
    if (this.#isClosed) return;
    this.#asked += 1;
    this.#catchingUp ??= this.#catchUpAll().finally(() => (this.#catchingUp = undefined));
  }

  /** Resolves when nothing is under way: for tests, and for a window that closes. */
  async settled(): Promise<void> {
    await this.#pulls;
    while (this.#catchingUp !== undefined) await this.#catchingUp;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #appendPulled(
    changes: readonly Change[],
    before: Position | undefined,
    after: Position,
  ): Promise<void> {
    const isNext =
      after.epoch !== "" &&
      before?.epoch === this.#position?.epoch &&
      before?.cursor === this.#position?.cursor;
    const entries = entriesOf(this.#desk, changes);
    const last = entries.at(-1);
    // Claimed only where nothing before it is missing; else the service is asked for it again after a restore.
    if (isNext) {
      if (last === undefined)
        entries.push({ about: { desk: this.#desk, held: [], position: after }, text: "" });
      else last.about.position = after;
    }
    for (let at = 0; at < entries.length; at += AN_APPEND) {
      if (await this.#try(entries.slice(at, at + AN_APPEND))) continue;
      this.#owesForeign = true;
      this.#pullsWaiting -= 1;
      return;
    }
    if (isNext) this.#position = after;
    this.#pullsWaiting -= 1;
  }

  /** True when it is on the disk. What is not makes the copy behind, and comes back by itself. */
  async #try(entries: Entry[]): Promise<boolean> {
    try {
      this.#recognise(await this.#port.journalAppend({ entries }));
      return true;
    } catch (error) {
      this.#fellBehind(failureCodeOf(error));
      return false;
    }
  }

  /** Where somebody deleted the journal, another one was begun: everything is owed to it, and no position stands. */
  #recognise({ journal }: { readonly journal: string }): void {
    const isAnother = this.#journal !== undefined && this.#journal !== journal;
    this.#journal = journal;
    if (!isAnother) return;
    this.#owesForeign = true;
    this.#owesBlobs = true;
    this.#position = undefined;
    this.catchUp();
  }

  #fellBehind(failure: FailureCode): void {
    if (this.#isClosed) return;
    this.#say({ state: "behind", failure });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.catchUp(), RETRY_MS);
  }

  /** Until nothing was asked for meanwhile, or the disk refuses. */
  async #catchUpAll(): Promise<void> {
    try {
      while (this.#answered < this.#asked && !this.#isClosed) await this.#catchUpOnce();
    } catch (error) {
      this.#answered = this.#asked;
      this.#fellBehind(failureCodeOf(error));
    }
  }

  async #catchUpOnce(): Promise<void> {
    const asked = this.#asked;
    if (this.#status.state === "ok") this.#say({ state: "catchingUp" });
    if (this.#mustRewrite) this.#owesForeign = true;
    await this.#copyCounters();
    await this.#copyOwn(this.#mustRewrite ? 0 : undefined);
    if (this.#owesForeign) await this.#copyForeign();
    if (this.#mustRewrite) await this.#port.journalSnapshot({});
    if (this.#owesBlobs) await this.#copyBlobs();
    this.#mustRewrite = false;
    const { journal, entries, digest } = await this.#state();
    // A journal begun anew, or something written meanwhile: one more round tells.
    if (this.#asked !== asked) return;
    this.#answered = asked;
    this.#agreed({ journal, entries, digest });
    const { failure: _gone, ...status } = this.#status;
    this.#status = { ...status, state: "ok" };
    this.#tell(this.#status);
  }

  async #state(): ReturnType<JournalPort["journalState"]> {
    const state = await this.#port.journalState({ at: 0 });
    this.#recognise(state);
    return state;
  }

  async #copyCounters(): Promise<void> {
    const { counters: known } = await this.#state();
    const given = Object.entries(await this.#source.counters());
    const counters = Object.fromEntries(given.filter(([key, upTo]) => upTo > (known[key] ?? 0)));
    if (Object.keys(counters).length === 0) return;
    const about = { desk: this.#desk, held: [], counters };
    this.#recognise(await this.#port.journalAppend({ entries: [{ about, text: "" }] }));
  }

  /** Everything of this desk above what the journal holds without a gap. */
  async #copyOwn(from: number | undefined): Promise<void> {
    let mark = from ?? (await this.#state()).marks[this.#desk] ?? 0;
    const newest = await this.#source.newestDeskSeq();
    while (mark < newest) {
      const changes = await this.#source.pendingChanges(mark, AN_ENTRY * AN_APPEND);
      const last = changes.at(-1);
      if (last === undefined) return;
      await this.#send(changes);
      mark = last.deskSeq;
    }
  }

  async #copyForeign(): Promise<void> {
    for await (const changes of this.#source.foreignChanges()) await this.#send(changes);
    this.#owesForeign = false;
  }

  /** Both ways: what the copy lacks is copied, what a record speaks of and the store lost is taken back. */
  async #copyBlobs(): Promise<void> {
    const { blobs } = this.#source;
    const { here, referenced } = await blobs.names();
    const inStore = new Set(here);
    const names = [...new Set([...here, ...referenced])];
    for (let at = 0; at < names.length; at += A_LOOK) {
      const some = names.slice(at, at + A_LOOK);
      const held = new Set((await this.#port.journalHasBlobs({ sha256s: some })).held);
      for (const sha256 of some) {
        if (inStore.has(sha256) === held.has(sha256)) continue;
        const bytes = await (held.has(sha256) ? this.readBlob(sha256) : blobs.get(sha256));
        if (bytes === undefined) continue;
        if (held.has(sha256)) await blobs.put(sha256, bytes);
        else await this.#port.journalKeepBlob({ sha256, bytes });
      }
    }
    this.#owesBlobs = false;
  }

  async #send(changes: readonly Change[]): Promise<void> {
    const entries = entriesOf(this.#desk, changes);
    for (let at = 0; at < entries.length; at += AN_APPEND) {
      this.#recognise(await this.#port.journalAppend({ entries: entries.slice(at, at + AN_APPEND) }));
    }
  }

  #say(news: Partial<SecondCopyStatus>): void {
    this.#status = { ...this.#status, ...news };
    this.#tell(this.#status);
  }
}

/** Entries of at most a hundred changes; none for nothing. */
function entriesOf(desk: string, changes: readonly Change[]): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < changes.length; at += AN_ENTRY) {
    const some = changes.slice(at, at + AN_ENTRY);
    entries.push({ about: { desk, held: heldIn(some) }, text: journalText(some) });
  }
  return entries;
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { FailureCode } from "../../shared/desktop/failure.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { diskFailure } from "../files/disk-failure.ts";
import { realDisk, type Disk } from "./disk.ts";
import type { Entry } from "./entry.ts";
import { marksOf } from "./facts.ts";
import { takeLock, type Lock } from "./lock.ts";
import { findDamage, readEntries, type NumberedEntry } from "./read-entries.ts";
import { survey, type Trouble } from "./survey.ts";
import { Tail } from "./tail.ts";

export interface JournalOptions {
  readonly disk?: Disk;
  /** A segment that has grown beyond this is closed. */
  readonly segmentBytes?: number;
  /** Closed segments of this size together are folded into a snapshot. */
  readonly snapshotBytes?: number;
}

/** Why the journal cannot do what was asked: the codes of the door, since the window shows them to people. */
export interface JournalFailure {
  readonly kind: FailureCode;
  /** For developers; never crosses to the window. */
  readonly error: unknown;
}

export interface Appended {
  readonly journal: string;
  /** The number of the last entry, and the digest after it. */
  readonly entries: number;
  readonly digest: number;
}

export interface JournalState extends Appended {
  readonly desk: string;
  /** By desk, the change up to which none is missing. */
  readonly marks: Readonly<Record<string, number>>;
  readonly counters: Readonly<Record<string, number>>;
  readonly position: { readonly epoch: string; readonly cursor: number } | undefined;
  /** The digest after the entry that was asked for; null when it is not known any more, or never was. */
  readonly digestAt: number | null;
  readonly bytes: number;
  readonly trouble: readonly Trouble[];
}

interface Waiting {
  readonly entries: readonly Entry[];
  readonly settle: (result: Result<Appended, JournalFailure>) => void;
}

/**
 * The second copy of what the window's store holds, outside the browser's storage: segments that only grow, each
 * entry on the disk before its append is acknowledged. Nothing here understands a change: entries are text with a few
 * facts beside. One process holds a folder.
 *
 * Fails with `file-busy` (another process holds the folder), `not-allowed`, `disk-full`, `no-such-file`, `internal`.
 */
export class Journal {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #options: Required<JournalOptions>;
  readonly #lock: Lock;
  #tail: Tail;
  #waiting: Waiting[] = [];
  #isWriting = false;
  #reading: Reading | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  #folding: Promise<Result<null, JournalFailure>> | undefined;

  private constructor(folder: string, options: Required<JournalOptions>, lock: Lock, tail: Tail) {
    this.#folder = folder;
    this.#disk = options.disk;
    this.#options = options;
    this.#lock = lock;
    this.#tail = tail;
  }

  static async open(folder: string, options: JournalOptions = {}): Promise<Result<Journal, JournalFailure>> {
    const all = { disk: realDisk, segmentBytes: 16 << 20, snapshotBytes: 48 << 20, ...options };
    let lock: Lock | undefined;
    try {
      await all.disk.makeFolder(folder);
      lock = await takeLock(folder);
      if (lock === undefined) return fail({ kind: "file-busy", error: undefined });
      return ok(new Journal(folder, all, lock, await openTail(folder, all)));
    } catch (error) {
      await lock?.release();
      return fail(failureOf(error));
    }
  }

  /** `at`: an entry whose digest is asked for. */
  state(at = 0): Promise<Result<JournalState, JournalFailure>> {
    return this.#inTurn(async () => {
      await this.#mend();
      const { facts, trouble } = this.#tail;
      return {
        ...this.#tail.end(),
        desk: facts.desk,
        marks: marksOf(facts),
        counters: facts.counters,
        position: facts.position,
        digestAt: this.#tail.digestAt(at),
        bytes: this.#tail.files().reduce((sum, { size }) => sum + size, 0),
        trouble,
      };
    });
  }

  /** All entries, on the disk, or none. Appends that come while one is being written go together in the next. */
  append(entries: readonly Entry[]): Promise<Result<Appended, JournalFailure>> {
    return new Promise((settle) => {
      this.#waiting.push({ entries, settle });
      void this.#writeAll();
    });
  }

  /** Entries above `after`, whole ones only, up to some characters of text together (one entry may have more). */
  read(
    after: number,
    maxChars: number,
  ): Promise<Result<{ entries: NumberedEntry[]; isEnd: boolean }, JournalFailure>> {
    return this.#inTurn(async () => {
      this.#reading = this.#reading?.next === after ? this.#reading : await this.#startReading(after);
      const entries: NumberedEntry[] = [];
      for (let chars = 0; chars < maxChars;) {
        const next = await this.#reading.from.next();
        if (next.done === true) {
          this.#reading = undefined;
          return { entries, isEnd: true };
        }
        entries.push(next.value);
        chars += next.value.text.length;
        this.#reading.next = next.value.entry;
      }
      return { entries, isEnd: false };
    });
  }

  /** Reads every byte of every file: what of them is not as it was written, whether or not the opening saw it. */
  verify(): Promise<Result<readonly { file: string; at: number; bytes: number }[], JournalFailure>> {
    return this.#inTurn(() => findDamage(this.#disk, this.#folder, this.#tail.files()));
  }

  /**
   * Folds all that is written into one snapshot, read back before it counts; then the segments before it go. Damaged
   * ones stay beside, under another name. Appends go on meanwhile.
   */
  snapshot(): Promise<Result<null, JournalFailure>> {
    this.#folding ??= this.#fold().finally(() => (this.#folding = undefined));
    return this.#folding;
  }

  async close(): Promise<void> {
    await this.#folding;
    await this.#inTurn(async () => {
      await this.#stopReading();
      await this.#tail.close();
    });
    await this.#lock.release();
  }

  async #writeAll(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const done = await this.#inTurn(async () => {
        await this.#mend();
        await this.#tail.append(group.flatMap(({ entries }) => entries));
        return this.#tail.end();
      });
      for (const { settle } of group) settle(done);
    }
    this.#isWriting = false;
    if (this.#tail.closedBytes() > this.#options.snapshotBytes) void this.snapshot();
  }

  /** Reads the folder anew after a failure that left open what the disk holds. */
  async #mend(): Promise<void> {
    if (this.#tail.isBroken) this.#tail = await openTail(this.#folder, this.#options);
  }

  async #fold(): Promise<Result<null, JournalFailure>> {
    const plan = await this.#inTurn(() => this.#tail.planSnapshot());
    if (!plan.ok) return plan;
    if (plan.value === undefined) return ok(null);
    const wanted = plan.value;
    try {
      const snapshot = await this.#tail.writeSnapshot(wanted);
      return await this.#inTurn(async () => {
        await this.#stopReading();
        await this.#tail.takeSnapshot(wanted, snapshot);
        return null;
      });
    } catch (error) {
      return fail(failureOf(error));
    }
  }

  async #startReading(after: number): Promise<Reading> {
    await this.#stopReading();
    return { next: after, from: readEntries(this.#disk, this.#folder, this.#tail.files(), after) };
  }

  async #stopReading(): Promise<void> {
    await this.#reading?.from.return(undefined);
    this.#reading = undefined;
  }

  /** One thing at a time; a failure is the caller's, the next one's turn comes all the same. */
  #inTurn<T>(work: () => Promise<T>): Promise<Result<T, JournalFailure>> {
    const turn = this.#turns.then(async () => {
      try {
        return ok(await work());
      } catch (error) {
        return fail(failureOf(error));
      }
    });
    this.#turns = turn;
    return turn;
  }
}

interface Reading {
  next: number;
  readonly from: AsyncGenerator<NumberedEntry, void>;
}

async function openTail(folder: string, options: Required<JournalOptions>): Promise<Tail> {
  await options.disk.makeFolder(folder);
  const seen = await survey(options.disk, folder);
  const tail = new Tail(
    folder,
    options,
    seen,
    seen.journal === "" ? randomBytes(8).toString("hex") : seen.journal,
  );
  await tail.tidy(seen.needless.map((name) => join(folder, name)));
  return tail;
}

function failureOf(error: unknown): JournalFailure {
  return { kind: diskFailure(error), error };
}

import { join } from "node:path";
import type { Disk, OpenFile } from "./disk.ts";
import { entryPayload, type Entry } from "./entry.ts";
import { factsAfter, type Facts } from "./facts.ts";
import { FILE_HEAD, fileHeadOf } from "./file-head.ts";
import { chainOn, frameOf } from "./frame.ts";
import { segmentName, unfinishedName } from "./names.ts";
import { writeSnapshot, type SnapshotPlan } from "./snapshot.ts";
import type { FileSeen, Survey, Trouble } from "./survey.ts";

interface TailOptions {
  readonly disk: Disk;
  readonly segmentBytes: number;
}

/** The end of a journal that is written to, and what is known of the rest. One call at a time: `Journal` sees to it. */
export class Tail {
  readonly #folder: string;
  readonly #options: TailOptions;
  readonly #journal: string;
  facts: Facts;
  trouble: readonly Trouble[];
  /** True when the disk failed in a way that leaves open what it holds: then it has to be read anew. */
  isBroken = false;
  #snapshot: FileSeen | undefined;
  #closed: FileSeen[];
  /** The segment that grows, if one is begun. */
  #open: { readonly no: number; readonly name: string; size: number; file: OpenFile | undefined } | undefined;
  #lastNo: number;
  #entries: number;
  #covered: number;
  #chains: number[];

  constructor(folder: string, options: TailOptions, seen: Survey, journal: string) {
    this.#folder = folder;
    this.#options = options;
    this.#journal = journal;
    this.facts = seen.facts;
    this.trouble = seen.trouble;
    this.#snapshot = seen.snapshot;
    this.#entries = seen.entries;
    this.#covered = seen.covered;
    this.#chains = [...seen.chains];
    const last = seen.segments.at(-1);
    this.#lastNo = Math.max(last?.no ?? 0, seen.snapshot?.no ?? 0);
    const goesOn = last?.isWhole === true && last.size > 0;
    this.#open = goesOn ? { no: last.no, name: last.name, size: last.size, file: undefined } : undefined;
    this.#closed = seen.segments.slice(0, goesOn ? -1 : undefined).filter(({ size }) => size > 0);
  }

  /** Cuts off what a crash left, keeping a copy, and removes what no longer counts. */
  async tidy(needless: readonly string[]): Promise<void> {
    const { disk } = this.#options;
    for (const path of needless) await disk.remove(path);
    for (const { kind, file, at, bytes } of this.trouble) {
      if (kind !== "torn") continue;
      // A disk without room for the copy still has room for going on.
      await this.#keepCopy(file, at, bytes).catch(() => undefined);
      if (at === 0) await disk.remove(join(this.#folder, file));
      else await this.#cut(file, at);
    }
  }

  end(): { journal: string; entries: number; digest: number } {
    return { journal: this.#journal, entries: this.#entries, digest: this.#chains.at(-1) ?? 0 };
  }

  digestAt(entry: number): number | null {
    return this.#chains[entry - this.#covered] ?? null;
  }

  /** Every file that counts, oldest first. */
  files(): FileSeen[] {
    const { no = 0, name = "", size = 0 } = this.#open ?? {};
    const snapshot = this.#snapshot === undefined ? [] : [this.#snapshot];
    const open = this.#open === undefined ? [] : [{ no, name, size, isWhole: true }];
    return [...snapshot, ...this.#closed, ...open];
  }

  closedBytes(): number {
    return this.#closed.reduce((sum, { size }) => sum + size, 0);
  }

  /** On the disk when it resolves. When it rejects, nothing of it counts. */
  async append(entries: readonly Entry[]): Promise<void> {
    const payloads = await Promise.all(entries.map(entryPayload));
    const frames = payloads.map((payload, at) => frameOf(this.#entries + 1 + at, payload));
    const open = await this.#openSegment();
    try {
      await open.file.write(open.size, Buffer.concat(frames));
      await open.file.sync();
      const { links } = await open.file.stat();
      if (links === 0) throw Object.assign(new Error("the segment was deleted"), { code: "ENOENT" });
    } catch (error) {
      await this.#takeBack(open.file, open.size);
      throw error;
    }
    open.size += frames.reduce((sum, frame) => sum + frame.length, 0);
    for (const { about } of entries) this.facts = factsAfter(this.facts, about);
    for (const frame of frames) this.#chains.push(chainOn(this.#chains.at(-1) ?? 0, frame.readUInt32LE(12)));
    this.#entries += entries.length;
  }

  /** Closes the segment and says what a snapshot of everything up to here is; undefined when there is nothing new. */
  async planSnapshot(): Promise<SnapshotPlan | undefined> {
    await this.#closeSegment();
    const last = this.#closed.at(-1);
    if (last === undefined) return undefined;
    const { journal, entries: after, digest: chain } = this.end();
    return { head: { journal, no: last.no, after, chain }, facts: this.facts, files: this.files() };
  }

  writeSnapshot(plan: SnapshotPlan): Promise<FileSeen> {
    return writeSnapshot(this.#options.disk, this.#folder, plan);
  }

  /** The snapshot was read back: from here on it counts, and what it was made of may go. */
  async takeSnapshot(plan: SnapshotPlan, snapshot: FileSeen): Promise<void> {
    const { disk } = this.#options;
    const pathOf = (name: string): string => join(this.#folder, name);
    await disk.rename(pathOf(unfinishedName(snapshot.no)), pathOf(snapshot.name));
    await disk.syncFolder(this.#folder);
    this.#snapshot = snapshot;
    this.#closed = this.#closed.filter(({ no }) => no > snapshot.no);
    this.#chains = this.#chains.slice(plan.head.after - this.#covered);
    this.#covered = plan.head.after;
    this.trouble = [];
    for (const { name, isWhole } of plan.files) {
      // Whatever of it could be read is in the snapshot; the rest may still be of use to somebody who knows how.
      if (isWhole) await disk.remove(pathOf(name));
      else await disk.rename(pathOf(name), pathOf(`${name}.damaged`));
    }
  }

  async close(): Promise<void> {
    await this.#open?.file?.close();
    this.#open = undefined;
  }

  async #openSegment(): Promise<{ file: OpenFile; size: number }> {
    const { disk, segmentBytes } = this.#options;
    if (this.#open !== undefined && this.#open.size > segmentBytes) await this.#closeSegment();
    if (this.#open !== undefined) {
      this.#open.file ??= await disk.open(join(this.#folder, this.#open.name), "change");
      return this.#open as { file: OpenFile; size: number };
    }
    const no = this.#lastNo + 1;
    const name = segmentName(no);
    const file = await disk.open(join(this.#folder, name), "new");
    try {
      const { journal, entries: after, digest: chain } = this.end();
      await file.write(0, fileHeadOf({ kind: "segment", journal, no, after, chain }));
      await file.sync();
      await disk.syncFolder(this.#folder);
    } catch (error) {
      await file.close();
      await disk.remove(join(this.#folder, name)).catch(() => undefined);
      throw error;
    }
    this.#lastNo = no;
    this.#open = { no, name, size: FILE_HEAD, file };
    return this.#open as { file: OpenFile; size: number };
  }

  async #closeSegment(): Promise<void> {
    if (this.#open === undefined) return;
    const { no, name, size, file } = this.#open;
    this.#open = undefined;
    this.#closed.push({ no, name, size, isWhole: true });
    await file?.close();
  }

  /**
   * After a write or flush that failed the file is never written to again: what the system believes to be on the disk
   * may not be there. What was acknowledged before is; the rest is cut off, and the next append begins a segment.
   */
  async #takeBack(file: OpenFile, size: number): Promise<void> {
    try {
      await file.truncate(size);
      await file.sync();
      if ((await file.stat()).links === 0) this.isBroken = true;
      await this.#closeSegment();
    } catch {
      this.isBroken = true;
      await this.close().catch(() => undefined);
    }
  }

  async #keepCopy(name: string, at: number, bytes: number): Promise<void> {
    const { disk } = this.#options;
    const from = await disk.open(join(this.#folder, name), "read");
    try {
      const path = join(this.#folder, `${name}.${at}.torn`);
      await disk.remove(path);
      const copy = await disk.open(path, "new");
      try {
        await copy.write(0, await from.read(at, Math.min(bytes, 1 << 20)));
      } finally {
        await copy.close();
      }
    } finally {
      await from.close();
    }
  }

  async #cut(name: string, at: number): Promise<void> {
    const file = await this.#options.disk.open(join(this.#folder, name), "change");
    try {
      await file.truncate(at);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

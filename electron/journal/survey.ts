import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { entriesOf } from "./entry.ts";
import { factsAfter, NO_FACTS, type Facts } from "./facts.ts";
import { FILE_HEAD, readFileHead, type FileHead } from "./file-head.ts";
import { chainOn } from "./frame.ts";
import { isUnfinished, numbersOf, segmentName, snapshotName } from "./names.ts";
import { scan } from "./scan.ts";
import { readSummary } from "./summary.ts";

/** Something in the folder that is not as it was written. Entries `from`–`to` are lost; none when `to` < `from`. */
export interface Trouble {
  /** `torn`: the last append was cut off, as at a power cut. `damaged`: something changed what had been written. */
  readonly kind: "torn" | "damaged";
  readonly file: string;
  readonly at: number;
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

export interface FileSeen {
  readonly no: number;
  readonly name: string;
  /** Up to here it is to be read; what comes after was never acknowledged. */
  readonly size: number;
  readonly isWhole: boolean;
}

/** What a folder holds, read from the disk. */
export interface Survey {
  /** "" in a folder without a journal. */
  readonly journal: string;
  readonly snapshot: FileSeen | undefined;
  readonly segments: readonly FileSeen[];
  /** Files that a finished snapshot has made needless. */
  readonly needless: readonly string[];
  readonly facts: Facts;
  /** The number of the last entry. */
  readonly entries: number;
  /** The last entry that the snapshot covers. */
  readonly covered: number;
  /** The digest after entry `covered + n`. */
  readonly chains: readonly number[];
  readonly trouble: readonly Trouble[];
}

/** Reads what is there, changing nothing. Rejects with the disk's errors; damage is no error but told. */
export async function survey(disk: Disk, folder: string): Promise<Survey> {
  const names = await disk.list(folder);
  const base = await baseOf(disk, folder, numbersOf(names, "snapshot"));
  const reading = new Reading(disk, folder, base);
  const numbers = numbersOf(names, "segment");
  // A damaged snapshot makes nothing needless: what came before it may still be there.
  const above = base.summaryIsWhole ? base.no : 0;
  const wanted = numbers.filter((no) => no > above);
  for (const no of wanted) await reading.segment(no, no === wanted.at(-1));
  const needless = [
    ...names.filter(isUnfinished),
    ...numbers.filter((no) => no <= above).map(segmentName),
    ...base.older.map(snapshotName),
  ];
  return { ...reading.result(), needless };
}

interface Base {
  readonly no: number;
  readonly older: readonly number[];
  readonly summaryIsWhole: boolean;
  readonly journal: string;
  readonly snapshot: FileSeen | undefined;
  readonly covered: number;
  readonly chain: number;
  readonly facts: Facts;
  readonly trouble: readonly Trouble[];
}

const NO_BASE: Base = {
  no: 0,
  older: [],
  summaryIsWhole: true,
  journal: "",
  snapshot: undefined,
  covered: 0,
  chain: 0,
  facts: NO_FACTS,
  trouble: [],
};

/** The newest snapshot's own words on what it covers; when they are damaged, what its entries say one by one. */
async function baseOf(disk: Disk, folder: string, numbers: readonly number[]): Promise<Base> {
  const no = numbers.at(-1);
  if (no === undefined) return NO_BASE;
  const name = snapshotName(no);
  const older = numbers.slice(0, -1);
  const file = await disk.open(join(folder, name), "read");
  try {
    const { size } = await file.stat();
    const head = readFileHead(await file.read(0, FILE_HEAD));
    const facts = head === undefined ? undefined : await readSummary(file, size);
    if (head !== undefined && facts !== undefined) {
      const snapshot = { no, name, size, isWhole: true };
      const { journal, after: covered, chain } = head;
      return { ...NO_BASE, no, older, journal, snapshot, covered, chain, facts };
    }
    let told = NO_FACTS;
    let last = 0;
    for await (const found of scan(file, size)) {
      if (found.kind !== "frame" || found.entry === 0) continue;
      const entries = await entriesOf(found.payload);
      for (const { about } of entries) told = factsAfter(told, about);
      last = found.entry + entries.length - 1;
    }
    const trouble: Trouble = { kind: "damaged", file: name, at: 0, bytes: FILE_HEAD, from: 1, to: 0 };
    return {
      ...NO_BASE,
      no,
      older,
      summaryIsWhole: false,
      journal: head?.journal ?? "",
      snapshot: { no, name, size, isWhole: false },
      covered: last,
      facts: told,
      trouble: [trouble],
    };
  } finally {
    await file.close();
  }
}

/** Segments one after the other, with what is known so far. */
class Reading {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #base: Base;
  readonly #segments: FileSeen[] = [];
  readonly #trouble: Trouble[];
  readonly #chains: number[];
  #journal: string;
  #facts: Facts;
  #entries: number;

  constructor(disk: Disk, folder: string, base: Base) {
    this.#disk = disk;
    this.#folder = folder;
    this.#base = base;
    this.#journal = base.journal;
    this.#facts = base.facts;
    this.#entries = base.covered;
    this.#chains = [base.chain];
    this.#trouble = [...base.trouble];
  }

  result(): Omit<Survey, "needless"> {
    return {
      journal: this.#journal,
      snapshot: this.#base.snapshot,
      segments: this.#segments,
      facts: this.#facts,
      entries: this.#entries,
      covered: this.#base.covered,
      chains: this.#chains,
      trouble: this.#trouble,
    };
  }

  async segment(no: number, isLast: boolean): Promise<void> {
    const name = segmentName(no);
    const file = await this.#disk.open(join(this.#folder, name), "read");
    try {
      const { size } = await file.stat();
      const head = readFileHead(await file.read(0, FILE_HEAD));
      // Begun when the power went: no entry was ever in it, however much of its head the disk has kept.
      if (head === undefined && size <= FILE_HEAD && isLast) {
        this.#tell("torn", name, 0, size);
        this.#segments.push({ no, name, size: 0, isWhole: false });
        return;
      }
      const before = this.#trouble.length;
      this.#begin(name, head);
      const good = await this.#frames(name, scan(file, size), size, isLast);
      this.#segments.push({ no, name, size: good, isWhole: !this.#isDamagedSince(before) });
    } finally {
      await file.close();
    }
  }

  #begin(name: string, head: FileHead | undefined): void {
    if (head === undefined) {
      this.#tell("damaged", name, 0, FILE_HEAD);
      return;
    }
    this.#journal = head.journal;
    if (head.after <= this.#entries) return;
    // A segment before this one has lost its end, or is gone.
    this.#tell("damaged", name, 0, 0, this.#entries + 1, head.after);
    this.#skipTo(head.after, head.chain);
  }

  /** Up to where the segment is good. */
  async #frames(
    name: string,
    frames: ReturnType<typeof scan>,
    size: number,
    isLast: boolean,
  ): Promise<number> {
    let open: { at: number; bytes: number } | undefined;
    for await (const found of frames) {
      if (found.kind === "damage") {
        if (found.isTail && isLast) {
          this.#tell("torn", name, found.at, found.bytes);
          return found.at;
        }
        if (found.isTail) this.#tell("damaged", name, found.at, found.bytes);
        else open = found;
        continue;
      }
      const lost = found.entry - this.#entries - 1;
      if (open !== undefined || lost > 0) {
        const { at, bytes } = open ?? { at: found.at, bytes: 0 };
        this.#tell("damaged", name, at, bytes, this.#entries + 1, found.entry - 1);
        open = undefined;
        this.#skipTo(found.entry - 1, found.sum);
      }
      // A segment beside a snapshot that could not be read may begin with what is known already.
      if (found.entry !== this.#entries + 1) continue;
      for (const { about } of await entriesOf(found.payload)) this.#facts = factsAfter(this.#facts, about);
      this.#entries = found.entry;
      this.#chains.push(chainOn(this.#chains.at(-1) ?? 0, found.sum));
    }
    return size;
  }

  /** The digests of lost entries are lost with them: nobody can have seen the numbers put in their place. */
  #skipTo(entry: number, chain: number): void {
    while (this.#entries < entry) {
      this.#entries += 1;
      this.#chains.push(chain);
    }
  }

  #tell(kind: Trouble["kind"], file: string, at: number, bytes: number, from = 1, to = 0): void {
    this.#trouble.push({ kind, file, at, bytes, from, to });
  }

  #isDamagedSince(before: number): boolean {
    return this.#trouble.slice(before).some(({ kind }) => kind === "damaged");
  }
}

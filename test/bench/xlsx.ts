import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readXlsx } from "../../shared/import/read/read-xlsx.ts";
import { readZipped } from "../../shared/import/read/read-zipped.ts";
import { listZip, unpackInPieces } from "../../shared/import/read/unpack-zip.ts";
import { writeXlsx } from "../../shared/import/read/write-xlsx.ts";
import { must } from "../../shared/lib/must.ts";
import { grouped, median, type Figure, type Options } from "./figures.ts";
import { sharedStringsFile } from "./sheet-file.ts";

/**
 * `xlsx`: a ledger of 20 columns read our way, by the library alone, and only unpacked, which is
 * the least that could be done. Each in a process of its own, turn about, medians of three; with the most memory
 * that each process ever took.
 */
const COLUMNS = 20;
const MAX_ROWS = 1_048_576;
const ITSELF = fileURLToPath(import.meta.url);
const JOBS = ["ours", "library", "inflate"] as const;
type Job = (typeof JOBS)[number];

interface Measure {
  readonly ms: number;
  readonly mib: number;
}

export function benchXlsx({ sizes = [10_000, 100_000], rounds }: Options): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  try {
    return sizes.flatMap((size) =>
      Object.entries(FILES).flatMap(([strings, make]) => {
        const file = join(folder, `${size}-${strings}.xlsx`);
        writeFileSync(file, make(size));
        return compared(strings, size, file, rounds);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FILES = {
  shared: (rows: number) => sharedStringsFile(rows, COLUMNS, valueAt),
  inline: inlineFile,
} as const;

function compared(strings: string, size: number, file: string, count: number): readonly Figure[] {
  const what = `${grouped(size)} rows × ${COLUMNS}, ${strings} strings`;
  const growth = { of: `reading .xlsx, ${strings} strings`, rows: size };
  const rounds = Array.from({ length: count }, () => JOBS.map((job) => inOwnProcess(job, file)));
  const [ours, library, inflate] = JOBS.map((_, at) => {
    const measures = rounds.map((round) => must(round[at], "every job was run"));
    return { ms: median(measures.map(({ ms }) => ms)), mib: median(measures.map(({ mib }) => mib)) };
  }) as [Measure, Measure, Measure];
  return [
    { what, ours: ours.ms, against: "SheetJS", other: library.ms, growth },
    { what, ours: ours.ms, against: "unpacking alone", other: inflate.ms },
    { what: `${what}: most memory`, ours: ours.mib, unit: "MiB", against: "SheetJS", other: library.mib },
  ];
}

function inOwnProcess(job: Job, file: string): Measure {
  const command = ["--max-old-space-size=8192", ITSELF, job, file];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })) as Measure;
}

function measured(job: string, bytes: Uint8Array): Measure {
  const begun = performance.now();
  const done =
    job === "ours" ? readXlsx(bytes, MAX_ROWS) : job === "library" ? byLibrary(bytes) : unpacked(bytes);
  const ms = performance.now() - begun;
  if (done === null) throw new Error(`${job} did not read the file of the bench`);
  return { ms, mib: process.resourceUsage().maxRSS / 1024 };
}

function byLibrary(bytes: Uint8Array): object | null {
  const read = readZipped(bytes, MAX_ROWS);
  return read.ok ? read.value : null;
}

function unpacked(bytes: Uint8Array): object | null {
  const entries = listZip(bytes);
  if (!entries.ok) return null;
  return entries.value.every((entry) => unpackInPieces(bytes, entry, () => true).ok) ? entries.value : null;
}

const WORDS = [
  "门诊收费窗口无法打印发票",
  "住院护士站终端蓝屏",
  "检验接口超时，重启服务后恢复",
  "影像归档磁盘已满",
  "HIS 登录缓慢",
];
const PEOPLE = ["李明", "王丽", "张工（北辰）", "信息科值班"];

/** What the columns of a ledger hold: numbers, dates, a few words again and again, and text that never repeats. */
function valueAt(row: number, column: number): string | number {
  const mixed = (row * 7919 + column * 104_729) % 99_991;
  switch (column % 5) {
    case 0:
      return mixed / 8;
    case 1:
      return 45_000 + (mixed % 900) + (mixed % 96) / 96;
    case 2:
      return must(PEOPLE[mixed % PEOPLE.length], "the index is within");
    case 3:
      return must(WORDS[mixed % WORDS.length], "the index is within");
    default:
      return column === 4
        ? `GZ-2026-${row}`
        : `${must(WORDS[mixed % WORDS.length], "the index is within")}（${row}）`;
  }
}

/** As our own export and many programs write it: every text in its cell. */
function inlineFile(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_column, column) => valueAt(row, column)),
  );
  return writeXlsx({
    name: "台账",
    header: Array.from({ length: COLUMNS }, (_, at) => `第${at + 1}列`),
    rows: lines,
  });
}

// The process of one job: nothing else is loaded in it whose memory would be counted.
if (process.argv[1] === ITSELF) {
  const [, , job = "", file = ""] = process.argv;
  console.log(JSON.stringify(measured(job, readFileSync(file))));
}

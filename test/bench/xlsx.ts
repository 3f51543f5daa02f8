import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { strToU8, zipSync } from "fflate";
import { readXlsx } from "../../shared/import/read/read-xlsx.ts";
import { readZipped } from "../../shared/import/read/read-zipped.ts";
import { listZip, unpackInPieces } from "../../shared/import/read/unpack-zip.ts";
import { writeXlsx } from "../../shared/import/read/write-xlsx.ts";
import { must } from "../../shared/lib/must.ts";
import { workbookParts } from "../support/spreadsheet-zip.ts";

/**
 * `xlsx [--rows N] [--json]`: a ledger of 20 columns read our way, by the library alone, and only unpacked, which is
 * the least that could be done. Each in a process of its own, turn about, medians of three; with the most memory
 * that each process ever took.
 */
const COLUMNS = 20;
const ROUNDS = 3;
const MAX_ROWS = 1_048_576;
const ITSELF = fileURLToPath(import.meta.url);
const JOBS = ["ours", "library", "inflate"] as const;
type Job = (typeof JOBS)[number];

interface Measure {
  readonly ms: number;
  readonly mib: number;
}

export function benchXlsx(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const sizes = values.rows === undefined ? [10_000, 100_000] : [Number(values.rows)];
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  try {
    const rows = sizes.flatMap((size) =>
      Object.entries({ shared: sharedStringsFile, inline: inlineFile }).map(([strings, make]) => {
        const file = join(folder, `${size}-${strings}.xlsx`);
        writeFileSync(file, make(size));
        return { rows: size, strings, ...compared(file) };
      }),
    );
    if (values.json === true) console.log(JSON.stringify({ bench: "xlsx", columns: COLUMNS, rows }));
    else console.table(rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compared(file: string): Record<string, number> {
  const rounds = Array.from({ length: ROUNDS }, () => JOBS.map((job) => inOwnProcess(job, file)));
  const median = (at: number, what: keyof Measure): number => {
    const figures = rounds.map((round) => must(round[at], "every job was run")[what]).sort((a, b) => a - b);
    return Math.round(must(figures[Math.floor(ROUNDS / 2)], "there is a middle"));
  };
  const [ours, library, inflate] = [median(0, "ms"), median(1, "ms"), median(2, "ms")];
  return {
    oursMs: ours,
    libraryMs: library,
    inflateMs: inflate,
    oursToLibrary: Number((ours / library).toFixed(2)),
    oursToInflate: Number((ours / inflate).toFixed(2)),
    oursMiB: median(0, "mib"),
    libraryMiB: median(1, "mib"),
    inflateMiB: median(2, "mib"),
  };
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

/** As Excel writes it: every text once, in a part of its own. */
function sharedStringsFile(rows: number): Uint8Array {
  const places = new Map<string, number>();
  const lines: string[] = [];
  for (let row = 1; row <= rows; row++) {
    let line = `<row r="${row}" spans="1:${COLUMNS}" x14ac:dyDescent="0.2">`;
    for (let column = 0; column < COLUMNS; column++) {
      const value = valueAt(row, column);
      const place = `r="${String.fromCharCode(65 + column)}${row}"`;
      if (typeof value === "number") {
        line += `<c ${place} s="${column % 5}"><v>${value}</v></c>`;
        continue;
      }
      const known = places.get(value) ?? places.size;
      places.set(value, known);
      line += `<c ${place} s="2" t="s"><v>${known}</v></c>`;
    }
    lines.push(`${line}</row>`);
  }
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const sheet = `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
  const strings = [...places.keys()]
    .map((text) => `<si><t>${text}</t><phoneticPr fontId="1"/></si>`)
    .join("");
  const formats = [0, 22, 49].map((id) => `<xf numFmtId="${id}"/>`).join("");
  const parts = workbookParts(sheet, {
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs count="3">${formats}</cellXfs></styleSheet>`,
  });
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const types = must(parts["[Content_Types].xml"], "a workbook has it").replace(
    "</Types>",
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  );
  const bytes = Object.entries({ ...parts, "[Content_Types].xml": types }).map(([name, text]) => [
    name,
    strToU8(text),
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 6 });
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

import { findHeader } from "../../shared/import/header.ts";
import { suggestMapping } from "../../shared/import/mapping.ts";
import { planImport } from "../../shared/import/plan.ts";
import { readSpreadsheet } from "../../shared/import/read/read-spreadsheet.ts";
import { must } from "../../shared/lib/must.ts";

/**
 * A process with a small heap: `ours ROWS` reads a made-up ledger of so many rows, checks it and goes through its drafts;
 * `arrays ROWS` keeps the same cells as arrays of texts. Prints how many there were.
 */
const [way, rows] = [process.argv[2], Number(process.argv[3])];
const bytes = ledger(rows);
console.log(way === "ours" ? throughTheImport(bytes) : asArrays(bytes).length);

function throughTheImport(content: Uint8Array): number {
  const read = readSpreadsheet(content, "台账.csv", {});
  if (!read.ok) throw new Error(read.failure.kind);
  const sheet = must(read.value.sheets[0], "the file has a sheet");
  const header = findHeader(sheet);
  const mapping = suggestMapping(sheet, header, "incident");
  let drafts = 0;
  for (const some of planImport(sheet, header, mapping, { today: "2026-11-22" }).drafts(1000))
    drafts += some.length;
  return drafts;
}

function asArrays(content: Uint8Array): string[][] {
  const text = new TextDecoder();
  const found: string[][] = [];
  let rest = "";
  for (let at = 0; at < content.length; at += 65_536) {
    const lines = (rest + text.decode(content.subarray(at, at + 65_536), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    // Through JSON, or each cell would be a window on its piece of the file.
    for (const line of lines) found.push(JSON.parse(JSON.stringify(line.split(","))) as string[]);
  }
  return found.slice(1);
}

/** Made outside the heap, as a file's content lies. */
function ledger(count: number): Uint8Array {
  const pieces: Uint8Array[] = [
    new TextEncoder().encode("编号,主题,厂商,系统,紧急程度,报修时间,科室,报修人,描述\n"),
  ];
  for (let from = 0; from < count; from += 1000)
    pieces.push(
      new TextEncoder().encode(
        Array.from({ length: Math.min(1000, count - from) }, (_, n) => rowOf(from + n)).join(""),
      ),
    );
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function rowOf(n: number): string {
  const number = String(n).padStart(7, "0");
  const at = `2026-1-${1 + (n % 28)} 8:05`;
  return `OLD-${number},收费窗口第 ${n} 次无法登录,东软,HIS,紧急,${at},收费处,李${n % 97},工作站 ${n} 提示连接失败，重启后恢复\n`;
}

import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, totalmem } from "node:os";
import type { Report } from "./figures.ts";

/** Puts a report in place of the one of the same bench in a Markdown file, which names each place by a comment. */
export function document(file: string, report: Report, day: string): void {
  const text = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- bench:${report.bench} -->`, `<!-- /bench:${report.bench} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from)
    throw new Error(`${file} has no place for ${report.bench}: ${begin} … ${end}`);
  writeFileSync(file, `${text.slice(0, from)}${begin}\n\n${tableOf(report, day)}\n${text.slice(to)}`);
}

function tableOf({ load, lines }: Report, day: string): string {
  const rows = lines.map(({ what, ours, unit, against, other, ratio, goal, met }) => [
    what,
    `${ours} ${unit}`,
    against === "" ? "" : `${against}: ${other} ${unit}`,
    ratio === "" ? "" : `${ratio}×`,
    goal,
    met,
  ]);
  const table = [["what", "ours", "against", "ratio", "goal", "met"], Array<string>(6).fill("---"), ...rows];
  const { length } = cpus();
  const machine = `${length} × ${cpus()[0]?.model.trim() ?? "unknown"} (${arch()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${day}, ${machine}, load ${load.join(" → ")}\n\n${table.map(lineOf).join("\n")}\n`;
}

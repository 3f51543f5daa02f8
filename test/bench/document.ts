import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, totalmem } from "node:os";
import type { Line, Report } from "./figures.ts";

/**
 * Puts a report's lines in place of the last ones of the same bench in a Markdown file, which names each place by a
 * comment. One report may have lines of several benches.
 */
export function document(file: string, report: Report, day: string): void {
  for (const bench of new Set(report.lines.map((line) => line.bench))) {
    const lines = report.lines.filter((line) => line.bench === bench);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, withTable(text, bench, tableOf(lines, report.load, day)));
  }
}

/** The text with a table between the two comments that name its place. */
export function withTable(text: string, bench: string, table: string): string {
  const [begin, end] = [`<!-- bench:${bench} -->`, `<!-- /bench:${bench} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`there is no place for ${bench}: ${begin} … ${end}`);
  return `${text.slice(0, from)}${begin}\n\n${table}\n${text.slice(to)}`;
}

function tableOf(lines: readonly Line[], load: readonly number[], day: string): string {
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

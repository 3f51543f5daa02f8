import type { AnyField } from "../../lib/fields.ts";

/** Names in one cell, `东软、卫宁；创业`; a name that holds a separator stands in “”. */
export function parseNames(text: string): string[] {
  const names: string[] = [];
  for (const [, quoted, bare] of text.matchAll(/“([^”]*)”|([^、,，;；\n|“]+)/g)) {
    const name = (quoted ?? bare ?? "").trim();
    if (name !== "") names.push(name);
  }
  return names;
}

export function writeNames(names: readonly string[]): string {
  return names.map((name) => (/[、,，;；\n|“]/.test(name) ? `“${name}”` : name)).join("、");
}

/** A small table in one cell: a line a row, ` | ` between columns, `\|` `\n` `\\` for what would part them. */
export function writeRows(field: AnyField, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(field.row ?? {});
  return rows.map((row) => names.map((name) => escaped(textOfValue(row[name]))).join(" | ")).join("\n");
}

/** null when a line has more columns than the table. */
export function parseRows(field: AnyField, text: string): Record<string, string>[] | null {
  const names = Object.keys(field.row ?? {});
  const rows: Record<string, string>[] = [];
  for (const line of text.split("\n")) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => unescaped(cell.trim()));
    if (cells.length > names.length) return null;
    const filled = names.flatMap((name, at) => {
      const cell = cells[at] ?? "";
      return cell === "" ? [] : [[name, cell.slice(0, 500)] as const];
    });
    if (filled.length > 0) rows.push(Object.fromEntries(filled));
  }
  return rows;
}

const textOfValue = (value: unknown): string => (typeof value === "string" ? value : "");

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_all, letter: string) => (letter === "n" ? "\n" : letter));
}

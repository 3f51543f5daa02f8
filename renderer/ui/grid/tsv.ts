/** Lines of cells as Excel and WPS put them on the clipboard: tabs between, CR LF after each line. */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(quoted).join("\t")}\r\n`).join("");
}

/** Excel quotes a cell only when it must: a tab, a line break or a quote inside. */
function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import type { Block, Paper } from "../../shared/forms/paper.ts";

/** Every word that a paper says in its body, a box a line: `合同编号：QYYY-2026`. */
export function paperWords(paper: Paper): readonly string[] {
  return paper.sections.flatMap(({ title, blocks }) => [
    ...(title === undefined ? [] : [title]),
    ...blocks.flatMap(blockWords),
  ]);
}

function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case "fields":
      return block.cells.map((cell) => {
        if (cell.kind === "value") return `${cell.label}：${cell.value}`;
        if (cell.kind === "pageCount") return cell.label;
        return `${cell.label}：${cell.options.map((one) => (one.checked ? "√" : "□") + one.label).join(" ")}`;
      });
    case "text":
      return [`${block.label}：${block.text}`];
    case "table":
      return [block.columns.map(({ label }) => label).join("|"), ...block.rows.map((row) => row.join("|"))];
    case "signing":
      return [...block.lines, block.seal];
    case "signingPair":
      return block.parties.flatMap(({ name, seal, lines }) => [name, seal, ...lines]);
    case "notes":
      return block.lines;
  }
}

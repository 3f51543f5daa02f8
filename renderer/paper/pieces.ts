import type { Block, Cell, Paper, Section } from "../../shared/forms/paper.ts";

/** The smallest things a page is built of, one below another. A row may still be torn between two lines. */
export interface Piece {
  readonly content: PieceContent;
  /** A title never stands alone at the foot of a page. */
  readonly keepWithNext: boolean;
  /** Pieces of one group stay on one page where one page holds them. */
  readonly group: number | null;
  /** The table head to repeat when this row opens a page: an index of a piece. */
  readonly repeat: number | null;
  readonly grows: boolean;
  /** Lines of writing that it has room for at least. */
  readonly minLines: number;
}

export type PieceContent =
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "row";
      readonly look: "fields" | "text" | "tableHead" | "tableRow";
      readonly cells: readonly RowCell[];
    }
  | (Block & { readonly kind: "signing" | "signingPair" })
  | { readonly kind: "notes"; readonly lines: readonly string[] };

export interface RowCell {
  /** Of 12. */
  readonly span: number;
  readonly label?: string;
  readonly fill:
    | { readonly kind: "flow"; readonly text: string; readonly byHand: boolean }
    | { readonly kind: "checks"; readonly options: (Cell & { kind: "checks" })["options"] }
    | { readonly kind: "pageCount" };
}

export function piecesOf(paper: Paper): readonly Piece[] {
  const pieces: Piece[] = [];
  paper.sections.forEach((section, index) => addSection(pieces, section, index));
  return pieces;
}

const PLAIN = { keepWithNext: false, group: null, repeat: null, grows: false, minLines: 1 } as const;

function addSection(pieces: Piece[], section: Section, index: number): void {
  const group = section.keepTogether === true ? index : null;
  if (section.title !== undefined)
    pieces.push({ ...PLAIN, group, keepWithNext: true, content: { kind: "heading", text: section.title } });
  for (const block of section.blocks) addBlock(pieces, block, group);
}

function addBlock(pieces: Piece[], block: Block, group: number | null): void {
  switch (block.kind) {
    case "fields":
      pieces.push({
        ...PLAIN,
        group,
        content: { kind: "row", look: "fields", cells: block.cells.map(rowCell) },
      });
      return;
    case "text":
      pieces.push({
        ...PLAIN,
        group,
        grows: block.grows === true,
        minLines: block.minLines,
        content: {
          kind: "row",
          look: "text",
          cells: [{ span: 12, label: block.label, fill: { kind: "flow", text: block.text, byHand: false } }],
        },
      });
      return;
    case "table":
      addTable(pieces, block, group);
      return;
    case "signing":
    case "signingPair":
    case "notes":
      pieces.push({ ...PLAIN, group, content: block });
  }
}

function addTable(pieces: Piece[], table: Block & { kind: "table" }, group: number | null): void {
  const head = pieces.length;
  const row = (texts: readonly string[]): readonly RowCell[] =>
    table.columns.map(({ span }, column) => ({
      span,
      fill: { kind: "flow", text: texts[column] ?? "", byHand: false },
    }));
  const labels = table.columns.map(({ label }) => label);
  pieces.push({
    ...PLAIN,
    group,
    keepWithNext: true,
    content: { kind: "row", look: "tableHead", cells: row(labels) },
  });
  const empty = Math.max(0, table.minRows - table.rows.length);
  for (const texts of [...table.rows, ...Array.from({ length: empty }, () => [])]) {
    pieces.push({
      ...PLAIN,
      group,
      repeat: head,
      content: { kind: "row", look: "tableRow", cells: row(texts) },
    });
  }
}

function rowCell(cell: Cell): RowCell {
  const { label, span } = cell;
  switch (cell.kind) {
    case "value":
      return { label, span, fill: { kind: "flow", text: cell.value, byHand: cell.byHand === true } };
    case "checks":
      return { label, span, fill: { kind: "checks", options: cell.options } };
    case "pageCount":
      return { label, span, fill: { kind: "pageCount" } };
  }
}

import type { MeasuredPiece } from "./paginate.ts";
import type { Piece } from "./pieces.ts";

/** The lines into which the browser broke each cell's text, and what the piece measures. */
export interface Measured extends MeasuredPiece {
  readonly cells: readonly (readonly string[])[];
}

/** Two framed pieces share one rule: the lower one lies this much over the upper. Must agree with `paper.css`. */
export const RULE_PX = 2;
/** Must agree with `paper.css`. */
const LINE_PX = 22;

/**
 * Reads a piece drawn on the endless sheet. What cannot be torn (titles, boxes to sign) has 0 lines
 * and its whole height as its frame.
 */
export function measurePiece(node: HTMLElement, piece: Piece): Measured {
  const height = node.getBoundingClientRect().height - RULE_PX;
  const flows = [...node.querySelectorAll<HTMLElement>("[data-flow]")];
  const cells = flows.map(linesOf);
  const lines = Math.max(0, ...cells.map((cell) => cell.length));
  // A row may be higher than its text, for a pen or for tick boxes: that part belongs to the frame.
  const frame = flows.length === 0 ? height : height - Math.max(lines, piece.minLines) * LINE_PX;
  const { keepWithNext, group, repeat, grows, minLines } = piece;
  return {
    frame,
    lines: flows.length === 0 ? 0 : Math.max(1, lines),
    lineHeight: LINE_PX,
    cells,
    keepWithNext,
    group,
    repeat,
    grows,
    minLines,
  };
}

/** The text of an element line by line, as it was broken on the screen. */
function linesOf(element: HTMLElement): readonly string[] {
  const node = element.firstChild;
  const text = node?.textContent ?? "";
  if (node === null || text === "") return [""];
  const top = element.getBoundingClientRect().top;
  const range = document.createRange();
  const starts: number[] = [0];
  for (let at = 0; at < text.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (box === undefined || text[at] === "\n") continue;
    const line = Math.floor(((box.top + box.bottom) / 2 - top) / LINE_PX);
    while (starts.length <= line) starts.push(at);
  }
  return starts.map((start, index) => text.slice(start, starts[index + 1]).replace(/\n+$/, ""));
}

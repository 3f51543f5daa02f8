import { must } from "../../shared/lib/must.ts";

/** A piece as measured on an endless sheet. Lengths in CSS pixels. */
export interface MeasuredPiece {
  /** What it is high without its lines of writing. */
  readonly frame: number;
  /** How many lines its longest cell has; 0 for what cannot be torn. */
  readonly lines: number;
  readonly minLines: number;
  readonly lineHeight: number;
  readonly keepWithNext: boolean;
  readonly group: number | null;
  readonly repeat: number | null;
  readonly grows: boolean;
}

/** Lines [from, to) of a piece on a page. */
export interface Slice {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  /** Lines of room, at least the lines written. */
  readonly room: number;
  /** White space that this slice takes over from the foot of the page. */
  readonly extra: number;
}

/**
 * Lays pieces on pages of one height, in order, losing nothing and repeating only table heads.
 * A torn piece leaves at least two lines on either side where it has them; a title stays with what follows,
 * a group on one page when a page can hold it. What is too high for any page and cannot be torn gets a page alone.
 */
export function paginate(
  pieces: readonly MeasuredPiece[],
  pageHeight: number,
): readonly (readonly Slice[])[] {
  const pages: Slice[][] = [[]];
  let left = pageHeight;

  const turn = (): void => {
    const full = must(pages.at(-1), "there is always a page");
    fillUp(full, pieces, left);
    pages.push([]);
    left = pageHeight;
  };
  const put = (index: number, from: number, to: number, room: number): void => {
    const piece = must(pieces[index], "slices name pieces");
    must(pages.at(-1), "there is always a page").push({ piece: index, from, to, room, extra: 0 });
    left -= piece.frame + room * piece.lineHeight;
  };
  const isFresh = (): boolean => must(pages.at(-1), "there is always a page").length === 0;

  pieces.forEach((piece, index) => {
    if (!isFresh() && neededFrom(pieces, index, pageHeight) > left) turn();
    let from = 0;
    for (;;) {
      if (isFresh() && piece.repeat !== null) {
        const head = must(pieces[piece.repeat], "a table row knows its head");
        put(piece.repeat, 0, head.lines, roomOf(head));
      }
      const rest = piece.lines - from;
      const room = from === 0 ? Math.max(rest, piece.minLines) : rest;
      if (piece.frame + room * piece.lineHeight <= left || piece.lines === 0) {
        put(index, from, piece.lines, piece.lines === 0 ? 0 : room);
        break;
      }
      const fit = Math.floor((left - piece.frame) / piece.lineHeight);
      // Two lines are left for the next page; a page that holds no line at all must still take one, or we never end.
      const take = Math.min(fit, rest > 3 ? rest - 2 : rest - 1);
      if (take >= 2 || (isFresh() && take >= 1)) {
        put(index, from, from + take, take);
        from += take;
      } else if (isFreshButForHead(pages.at(-1), piece.repeat)) {
        put(index, from, piece.lines, rest);
        break;
      }
      turn();
    }
  });
  fillUp(must(pages.at(-1), "there is always a page"), pieces, left);
  return pages;
}

function isFreshButForHead(page: readonly Slice[] | undefined, head: number | null): boolean {
  return page === undefined || page.length === 0 || (page.length === 1 && page[0]?.piece === head);
}

function roomOf(piece: MeasuredPiece): number {
  return piece.lines === 0 ? 0 : Math.max(piece.lines, piece.minLines);
}

function fullHeight(piece: MeasuredPiece): number {
  return piece.frame + roomOf(piece) * piece.lineHeight;
}

/** A row of a table with so few lines is not torn: half of it leaves the reader to guess which row it was. */
const WHOLE_ROW_LINES = 5;

/** The least that a torn piece shows before the page turns. */
function leastHeight(piece: MeasuredPiece): number {
  const whole = piece.repeat === null ? 3 : WHOLE_ROW_LINES;
  if (piece.lines <= Math.max(whole, piece.minLines)) return fullHeight(piece);
  return piece.frame + Math.max(2, piece.minLines) * piece.lineHeight;
}

/** What must find room together with this piece: its whole group, or the title's next piece. */
function neededFrom(pieces: readonly MeasuredPiece[], index: number, pageHeight: number): number {
  const piece = must(pieces[index], "asked for a piece that is there");
  if (piece.group !== null) {
    const before = pieces[index - 1];
    if (before?.group === piece.group) return leastHeight(piece);
    let whole = 0;
    for (let i = index; pieces[i]?.group === piece.group; i++)
      whole += fullHeight(must(pieces[i], "in bounds"));
    if (whole <= pageHeight) return whole;
  }
  let needed = leastHeight(piece);
  for (let i = index; pieces[i]?.keepWithNext === true; i++) {
    const next = pieces[i + 1];
    if (next !== undefined) needed += leastHeight(next);
  }
  return Math.min(needed, pageHeight);
}

/** White space at the foot of a page goes to the last box there that may grow, so that the frame reaches down. */
function fillUp(page: Slice[], pieces: readonly MeasuredPiece[], left: number): void {
  const index = page.findLastIndex((slice) => pieces[slice.piece]?.grows === true);
  const slice = page[index];
  if (slice !== undefined && left > 0) page[index] = { ...slice, extra: left };
}

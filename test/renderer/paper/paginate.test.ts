import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paginate, type MeasuredPiece, type Slice } from "../../../renderer/paper/paginate.ts";

const LINE = 20;
const plain: MeasuredPiece = {
  frame: 10,
  lines: 1,
  minLines: 1,
  lineHeight: LINE,
  keepWithNext: false,
  group: null,
  repeat: null,
  grows: false,
};
const shown = (pages: readonly (readonly Slice[])[]): readonly string[] =>
  pages.map((page) => page.map(({ piece, from, to }) => `${piece}:${from}-${to}`).join(" "));
const heightOf = (page: readonly Slice[], pieces: readonly MeasuredPiece[]): number =>
  page.reduce((sum, { piece, room, extra }) => sum + (pieces[piece]?.frame ?? 0) + room * LINE + extra, 0);

describe("pages of a form", () => {
  test("one page takes what fits on it", () => {
    expect(shown(paginate([plain, plain, plain], 90))).toEqual(["0:0-1 1:0-1 2:0-1"]);
    expect(shown(paginate([plain, plain, plain], 89))).toEqual(["0:0-1 1:0-1", "2:0-1"]);
  });

  test("a long text goes on over the page and leaves no single line behind or ahead", () => {
    const long = { ...plain, lines: 9 };
    expect(shown(paginate([plain, long], 130))).toEqual(["0:0-1 1:0-4", "1:4-9"]);
    expect(shown(paginate([plain, { ...plain, lines: 5 }], 130))).toEqual(["0:0-1 1:0-3", "1:3-5"]);
  });

  test("a title stays with what it announces", () => {
    const title = { ...plain, lines: 0, frame: 30, keepWithNext: true };
    expect(shown(paginate([plain, plain, title, plain], 100))).toEqual(["0:0-1 1:0-1", "2:0-0 3:0-1"]);
  });

  test("a reply box is not torn while a page can hold it", () => {
    const box = { ...plain, group: 7 };
    expect(shown(paginate([plain, box, box, plain], 80))).toEqual(["0:0-1", "1:0-1 2:0-1", "3:0-1"]);
    expect(shown(paginate([plain, box, box, box], 80))).toEqual(["0:0-1 1:0-1", "2:0-1 3:0-1"]);
  });

  test("the head of a table stands on every page of the table", () => {
    const head = { ...plain, keepWithNext: true };
    const row = { ...plain, repeat: 0 };
    expect(shown(paginate([head, row, row, row, plain], 90))).toEqual([
      "0:0-1 1:0-1 2:0-1",
      "0:0-1 3:0-1 4:0-1",
    ]);
  });

  test("a row of a few lines is turned over whole, a long one goes on over the page", () => {
    const head = { ...plain, keepWithNext: true };
    const row = (lines: number) => ({ ...plain, lines, repeat: 0 });
    expect(shown(paginate([head, row(2), row(5)], 180))).toEqual(["0:0-1 1:0-2", "0:0-1 2:0-5"]);
    expect(shown(paginate([head, row(2), row(6)], 180))).toEqual(["0:0-1 1:0-2 2:0-4", "0:0-1 2:4-6"]);
  });

  test("the white foot of a page goes to the box that may grow", () => {
    const [page = []] = paginate([plain, { ...plain, grows: true }, plain], 200);
    expect(page.map(({ extra }) => extra)).toEqual([0, 110, 0]);
  });

  test("whatever is laid out, every line is there once and in order, and no page runs over", () => {
    const piece = fc.record({
      frame: fc.integer({ min: 0, max: 60 }),
      lines: fc.integer({ min: 0, max: 60 }),
      minLines: fc.integer({ min: 1, max: 6 }),
      keepWithNext: fc.boolean(),
      group: fc.constantFrom(null, null, 1, 2),
      grows: fc.boolean(),
      isRow: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (drawn) => {
        const head: MeasuredPiece = { ...plain, keepWithNext: true };
        const pieces = [
          head,
          ...drawn.map(({ isRow, ...rest }) => ({ ...plain, ...rest, repeat: isRow ? 0 : null })),
        ];
        const pages = paginate(pieces, 300);
        const slices = pages.flat();
        pieces.forEach((one, index) => {
          const own = slices.filter((slice) => slice.piece === index);
          // The head comes again on later pages, whole.
          const once = index === 0 ? own.slice(0, 1) : own;
          expect(once[0]?.from).toBe(0);
          expect(once.at(-1)?.to).toBe(one.lines);
          once.forEach((slice, i) => expect(slice.from).toBe(i === 0 ? 0 : once[i - 1]?.to));
        });
        const order = slices.map((slice) => slice.piece).filter((index) => index !== 0);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(heightOf(page, pieces)).toBeLessThanOrEqual(300);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, test } from "vitest";
import {
  blockOf,
  cellCount,
  clamp,
  moved,
  spanInRow,
  type Cell,
  type Selection,
} from "../../../../renderer/ui/grid/selection.ts";

const extent = { rows: 100, columns: 5, page: 20 };
const at = (row: number, column: number): Selection => ({ anchor: { row, column }, cursor: { row, column } });

function after(from: Selection, keys: string): Cell | undefined {
  return press(from, keys)?.cursor;
}

function press(from: Selection, keys: string): Selection | undefined {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  return moved(from, { key, ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift") }, extent);
}

describe("the cursor in a list", () => {
  test("moves a cell by an arrow and stops at the edges", () => {
    expect(after(at(3, 2), "ArrowDown")).toEqual({ row: 4, column: 2 });
    expect(after(at(99, 2), "ArrowDown")).toEqual({ row: 99, column: 2 });
    expect(after(at(3, 0), "ArrowLeft")).toEqual({ row: 3, column: 0 });
  });

  test("goes to the edges with Ctrl, and to row ends with Home and End", () => {
    expect(after(at(3, 2), "Ctrl+ArrowDown")).toEqual({ row: 99, column: 2 });
    expect(after(at(3, 2), "Ctrl+ArrowRight")).toEqual({ row: 3, column: 4 });
    expect(after(at(3, 2), "Home")).toEqual({ row: 3, column: 0 });
    expect(after(at(3, 2), "Ctrl+Home")).toEqual({ row: 0, column: 0 });
    expect(after(at(3, 2), "Ctrl+End")).toEqual({ row: 99, column: 4 });
  });

  test("goes by pages and never past the ends", () => {
    expect(after(at(90, 1), "PageDown")).toEqual({ row: 99, column: 1 });
    expect(after(at(10, 1), "PageUp")).toEqual({ row: 0, column: 1 });
  });

  test("reaches the headings above the first row, but never selects them", () => {
    expect(after(at(0, 1), "ArrowUp")).toEqual({ row: -1, column: 1 });
    expect(after(at(0, 1), "Shift+ArrowUp")).toEqual({ row: 0, column: 1 });
  });

  test("stays where it is on keys that do not move", () => {
    expect(press(at(3, 2), "x")).toBeUndefined();
  });

  test("stands in the headings of a list without rows", () => {
    expect(clamp({ row: 7, column: 9 }, { rows: 0, columns: 5 })).toEqual({ row: -1, column: 4 });
  });
});

describe("a selection", () => {
  test("grows from where it began while Shift is held", () => {
    const first = press(at(3, 2), "Shift+ArrowDown");
    const second = first === undefined ? undefined : press(first, "Shift+ArrowLeft");
    expect(second).toEqual({ anchor: { row: 3, column: 2 }, cursor: { row: 4, column: 1 } });
  });

  test("counts its cells whichever corner it began in", () => {
    const block = blockOf({ anchor: { row: 9, column: 3 }, cursor: { row: 5, column: 1 } });
    expect(block).toEqual({ top: 5, bottom: 9, left: 1, right: 3 });
    expect(cellCount(block)).toBe(15);
    expect(spanInRow(block, 7)).toEqual([1, 3]);
    expect(spanInRow(block, 4)).toBeUndefined();
  });

  test("holds every cell after Ctrl+A", () => {
    const all = press(at(3, 2), "Ctrl+a");
    expect(all === undefined ? 0 : cellCount(blockOf(all))).toBe(500);
  });

  test("is empty while the cursor stands in the headings", () => {
    expect(cellCount(blockOf(at(-1, 2)))).toBe(0);
  });
});

import { describe, expect, test } from "vitest";
import { arrange, shifted } from "../../../../renderer/ui/grid/arrange.ts";
import type { GridColumn } from "../../../../renderer/ui/grid/grid-types.ts";
import { PLAIN_LAYOUT, type ColumnLayout } from "../../../../renderer/state/column-layout.ts";

const column = (key: string, hidden = false): GridColumn<string> => ({
  key,
  header: key,
  width: 100,
  cell: (row) => row,
  hidden,
});
const columns = [column("number"), column("title"), column("system"), column("note", true)];
const keys = (layout: Partial<ColumnLayout>): string[] =>
  arrange(columns, { ...PLAIN_LAYOUT, ...layout })
    .filter((placed) => placed.shown)
    .map((placed) => placed.column.key);

describe("the columns of a list", () => {
  test("stand as defined until someone changes them, the quiet ones hidden", () => {
    expect(keys({})).toEqual(["number", "title", "system"]);
  });

  test("stand in the order chosen; the first stays first and shown, since it names the row", () => {
    expect(keys({ order: ["system", "title", "number"], shown: { number: false } })).toEqual([
      "number",
      "system",
      "title",
    ]);
  });

  test("that are new in this version come after the known ones", () => {
    expect(keys({ order: ["number", "system"], shown: { note: true } })).toEqual([
      "number",
      "system",
      "title",
      "note",
    ]);
  });

  test("keep the width they were given, within reason", () => {
    const placed = arrange(columns, { ...PLAIN_LAYOUT, widths: { title: 3, system: 222 } });
    expect(placed.map(({ width }) => width)).toEqual([100, 48, 222, 100]);
  });

  test("move by one place, and not before the frozen first", () => {
    expect(shifted(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b", "c"], "b", -1)).toEqual(["a", "b", "c"]);
    expect(shifted(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });
});

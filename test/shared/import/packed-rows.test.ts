import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../shared/import/cell-text-of.ts";
import { PageShelf } from "../../../shared/import/rows/page-shelf.ts";
import { RowPacker } from "../../../shared/import/rows/row-packer.ts";
import { readCsv } from "../../../shared/import/read/read-csv.ts";
import { TextIndex } from "../../../shared/import/text-index.ts";
import type { Cell } from "../../../shared/import/types.ts";

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("东软", "HIS", "2026-1-4", "") },
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.record({
    kind: fc.constant("wall" as const),
    day: fc.option(fc.integer({ min: -30_000, max: 60_000 })),
    ms: fc.option(fc.integer({ min: 0, max: 86_399_999 })),
  }),
  fc.record({ kind: fc.constant("error" as const), text: fc.constantFrom("#N/A", "=A1") }),
);

/** What is left when the blank rows at the end are taken off. */
function trimmed(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const end = rows.findLastIndex((row) => row.some((each) => each !== null));
  return rows.slice(0, end + 1);
}

/** A ledger long enough for many pages: words again and again, and text that never repeats. */
function ledgerRow(no: number): Cell[] {
  return [
    `GZ-${no}`,
    no % 3 === 0 ? "门诊" : "住院",
    `第 ${no} 次故障，${"重启后恢复。".repeat(no % 40)}`,
    no / 8,
  ];
}

describe("rows in packed pages", () => {
  it("come out as they went in, whatever they hold, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 40 }), (rows) => {
        const packer = new RowPacker(new PageShelf(30));
        for (const row of rows) packer.add(row);
        const packed = packer.end();
        const expected = trimmed(rows);
        expect(packed.length).toBe(expected.length);
        expect([...packed]).toEqual(expected);
        for (const [row, cells] of [...expected.entries()].reverse()) {
          expect(packed.at(row)).toEqual(cells);
          expect(packed.cells(row)).toBe(cells.length);
          expect(cells.map((_, column) => packed.cell(row, column))).toEqual(cells);
        }
        expect(packed.at(rows.length)).toEqual([]);
        expect(packed.cell(-1, 0)).toBeNull();
      }),
    );
  });

  it("keep no more of a long sheet open than the bound and a page, however it is read", () => {
    const bound = 1_000_000;
    const shelf = new PageShelf(bound);
    const packer = new RowPacker(shelf);
    const seen: number[] = [];
    const count = 30_000;
    for (let no = 0; no < count; no++) {
      packer.add(ledgerRow(no));
      if (no % 1000 === 0) seen.push(shelf.openLetters);
    }
    const rows = packer.end();
    let letters = 0;
    for (const row of rows) letters += textOf(row[2]).length;
    for (let at = 0; at < 60; at++) {
      const no = (at * 7919) % count;
      expect(rows.at(no)).toEqual(ledgerRow(no));
      seen.push(shelf.openLetters);
    }
    expect(letters).toBeGreaterThan(3 * bound);
    expect(Math.max(...seen)).toBeLessThanOrEqual(bound);
    expect(shelf.packedBytes).toBeLessThan(letters / 4);
  });
});

describe("a text file that comes in pieces", () => {
  const letters = fc.constantFrom("a", "障", '"', ",", "\n", "\r", "\r\n", "\uFEFF", "x,y\n", '"a\n""b"');
  it("reads the same wherever it is cut", () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (parts, size) => {
        const text = `sep=,\n${parts.join("")}`;
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, (at + 1) * size),
        );
        const read = (from: readonly string[], sample?: number): unknown => {
          const table = readCsv(from, "a.csv", 1000, sample);
          return table.ok ? { ...table.value, rows: [...table.value.rows] } : table.failure;
        };
        expect(read(pieces, 10)).toEqual(read([text]));
      }),
      { numRuns: 500 },
    );
  });
});

describe("texts known again by their numbers", () => {
  it("two that hash alike are two", () => {
    // 32 bits of the hash are compared: among 200,000 texts some pairs share them.
    const textOf = (no: number): string => `GZ-${no % 150_000}`;
    const index = new TextIndex(textOf);
    for (let no = 0; no < 150_000; no++) expect(index.put(textOf(no), no)).toBe(-1);
    for (let no = 150_000; no < 200_000; no++) expect(index.put(textOf(no), no)).toBe(no - 150_000);
    expect(index.size).toBe(150_000);
  });
});

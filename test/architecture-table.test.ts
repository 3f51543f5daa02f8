import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8");

const count = (letter: string, from: number, to: number, width = 2): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${letter}${String(from + i).padStart(width, "0")}`);

const WANTED: readonly string[] = [
  ...count("C", 1, 18),
  ...count("T", 1, 19),
  ...count("F", 8, 12),
  ...["W01", ...count("W", 4, 7), "W21", "W22"],
  ...count("R", 1, 15, 1),
  ...[1, 2, 3, 4, 5, 9, 11, 12, 14, 15].map((item) => `beyond ${item}`),
];

/** `| C01 | what it promises | where | tests |` */
const rows = page
  .split("\n")
  .map((line) => /^\| (C\d\d|T\d\d|F\d\d|W\d\d|R\d+|beyond \d+) +\|(.*)\|\s*$/.exec(line))
  .flatMap((found) => {
    if (found === null) return [];
    const [, id = "", rest = ""] = found;
    const cells = rest.split("|").map((cell) => cell.trim());
    return [{ id, cells, tests: [...(cells.at(-1) ?? "").matchAll(/`([^`]+)` › “([^”]+)”/g)] }];
  });

/** A test as the table names it: below `test/`, without its ending. */
function readTest(path: string): string | undefined {
  const file = [".test.ts", ".spec.ts"]
    .map((ending) => new URL(`${path}${ending}`, import.meta.url))
    .find((url) => existsSync(url));
  return file === undefined ? undefined : readFileSync(file, "utf8");
}

describe("the table of what the contract promises", () => {
  test("has every row once", () => {
    const ids = rows.map(({ id }) => id);
    expect(WANTED.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test.each(rows)("$id says what, where and by which test", ({ cells, tests }) => {
    expect(cells).toHaveLength(3);
    expect(cells.filter((cell) => cell === "")).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });

  test.each(rows)("$id names tests that exist", ({ tests }) => {
    const missing = tests.filter(([, path = "", title = ""]) => readTest(path)?.includes(title) !== true);
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = readFileSync(new URL("../docs/operations.md", import.meta.url), "utf8");

/** Words of each fault that has to be there, in whatever row. */
const WANTED = [
  "the service is killed",
  "a window, or the whole browser, is killed",
  "the power is cut",
  "messages are lost, repeated, late, cut in half",
  "PostgreSQL is stopped and started",
  "two services write on one database",
  "a disk is full: second copy",
  "a disk is full: window",
  "a disk is full: service",
  "a byte flips in the second copy",
  "a byte flips in an archive",
  "a byte flips in the service's database",
  "a clock is wrong by ten days, or jumps",
  "a desk is put back from an old backup",
  "a desk of an older version",
  "a desk that means harm",
  "two hundred desks at once",
  "three windows",
];

/** `| fault | what happens | tests |` */
const rows = page
  .slice(page.indexOf("## Faults"))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (fault|---) /.test(line))
  .map((line) => {
    const [fault = "", outcome = "", tests = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { fault, outcome, tests: [...tests.matchAll(/`([^`]+)` › “([^”]+)”/g)] };
  });

/** A test as the table names it: below `test/`, without its ending. */
function readTest(path: string): string {
  const file = [".test.ts", ".spec.ts"]
    .map((ending) => new URL(`${path}${ending}`, import.meta.url))
    .find((url) => existsSync(url));
  return file === undefined ? "" : readFileSync(file, "utf8");
}

describe("the table of faults", () => {
  test("has every fault that the product must survive", () => {
    expect(WANTED.filter((wanted) => !rows.some(({ fault }) => fault.startsWith(wanted)))).toEqual([]);
  });

  test.each(rows)("“$fault” says what happens, and names tests that exist", ({ outcome, tests }) => {
    expect(outcome).not.toBe("");
    expect(tests.length).toBeGreaterThan(0);
    const missing = tests.filter(([, path = "", title = ""]) => !readTest(path).includes(title));
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

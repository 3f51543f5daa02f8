import fc from "fast-check";
import { expect, it } from "vitest";
import { scanUsual } from "../../../shared/lib/usual-wall.ts";
import { scanWall } from "../../../shared/lib/wall-scan.ts";

/** Behind a wide blank the patterns read it: nothing usual begins so. */
const byPattern = (text: string): unknown => scanWall(`\u3000${text}`);

const figures = fc.constantFrom("1", "01", "9", "28", "31", "59", "60", "001", "2x");
/** Mostly the first of them. */
const mostly = (...[first = "", ...others]: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(first) }, fc.constantFrom(...others));
const nearlyUsual = fc
  .tuple(
    ...[
      mostly("2026", "1900", "0000", "202", "20261"),
      mostly("-", "/", "."),
      figures,
      mostly("-", "/"),
      figures,
    ],
    ...[mostly(" ", "T", "  ", ",", ""), figures, mostly(":", "："), figures],
    ...[mostly("", ":", ".", "am"), fc.oneof(fc.constant(""), figures)],
  )
  .map((parts) => parts.join(""));

it("says what the patterns say, or nothing", () => {
  let told = 0;
  fc.assert(
    fc.property(nearlyUsual, (text) => {
      if (scanUsual(text) === null) return;
      told++;
      expect(scanWall(text)).toEqual(byPattern(text));
    }),
    { numRuns: 20_000 },
  );
  expect(told).toBeGreaterThan(150);
});

it.each([
  ["2026-01-04", { year: 2026, month: 1, day: 4, time: null }],
  ["2026/1/4 8:05", { year: 2026, month: 1, day: 4, time: { hour: 8, minute: 5, second: 0, ms: 0 } }],
  [
    "2026-12-31 23:59:58",
    { year: 2026, month: 12, day: 31, time: { hour: 23, minute: 59, second: 58, ms: 0 } },
  ],
])("reads %s", (text, expected) => expect(scanUsual(text)).toEqual(expected));

it.each([
  ...[
    "",
    "2026",
    "2026-01",
    "2026-01-",
    "2026-01/04",
    "2026.01.04",
    "26-01-04",
    "2026-001-04",
    "2026-01-041",
  ],
  ...[
    "2026-01-04T08:05",
    "2026-01-04 ",
    "2026-01-04 8",
    "2026-01-04 8:5",
    "2026-01-04 8:60",
    "2026-01-04 24:00",
  ],
  ...[
    "2026-01-04 08:05:",
    "2026-01-04 08:05:3",
    "2026-01-04 08:05:30.5",
    "２０２６-01-04",
    "2026-01-04 08:05 ",
    " 2026-1-4",
  ],
])("leaves %j to the patterns", (text) => expect(scanUsual(text)).toBeNull());

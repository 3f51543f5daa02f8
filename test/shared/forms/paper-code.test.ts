import fc from "fast-check";
import { expect, test } from "vitest";
import { CODED_TYPES, paperCode, readPaperCode } from "../../../shared/forms/paper-code.ts";

test("a code on a paper leads back to its record, whatever its number is made of", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" });
  fc.assert(
    fc.property(name, name, (id, number) => {
      for (const kind of CODED_TYPES) {
        const code = { kind, id, number };
        expect(readPaperCode(paperCode(code))).toEqual({ ok: true, value: code });
      }
      const blank = { kind: "blank", number } as const;
      expect(readPaperCode(paperCode(blank))).toEqual({ ok: true, value: blank });
    }),
  );
});

test("the code is the text that was agreed, so that other readers understand it", () => {
  expect(paperCode({ kind: "incident", id: "7K2M9P-000000007", number: "XXK-GZ-2026-7K2M9P-0007" })).toBe(
    "shouyue:incident:7K2M9P-000000007?n=XXK-GZ-2026-7K2M9P-0007",
  );
  expect(paperCode({ kind: "breach", id: "7K2M9P-12", number: "WY-2026-7K2M9P-0001" })).toBe(
    "shouyue:breach:7K2M9P-12?n=WY-2026-7K2M9P-0001",
  );
  expect(paperCode({ kind: "blank", number: "GZ-1" })).toBe("shouyue:number:GZ-1");
});

test.each([
  "",
  "https://example.com/",
  "shouyue:",
  "shouyue:incident:?n=1",
  "shouyue:incident:a",
  "shouyue:incident:a?n=",
  "shouyue:number:",
  "shouyue:number:%E4%B",
  "shouyue:incident:%ZZ?n=1",
  "SHOUYUE:NUMBER:1",
  "shouyue:blank:a?n=1",
  "shouyue:number:a?n=1",
  "shouyue:verdict:a?n=1",
  "shouyue:constructor:a?n=1",
  "shouyue:Breach:a?n=1",
  "shouyue:breach:a",
  "shouyue:breach:?n=1",
  "shouyue:breach:a?n=",
  "shouyue:agreement:%ZZ?n=1",
  "shouyue:letter:a?n=%E4%B",
  "shouyue:letter:a?n=1&m=2",
  "shouyue:letter:a?n=1 shouyue:letter:b?n=2?",
  "shouyue:number:1?n=2",
])("a strange code is told apart: %j", (text) => {
  expect(readPaperCode(text)).toEqual({ ok: false, failure: { kind: "notOurs" } });
});

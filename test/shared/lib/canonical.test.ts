import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../../../shared/lib/canonical.ts";

test("one value has one text, whatever order its fields came in", () => {
  expect(canonical({ b: [1, { d: "门诊", c: null }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":null,"d":"门诊"}]}',
  );
  expect(canonical({ a: undefined })).toBe("{}");
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

test.each([[Number.NaN], [[undefined]], [() => 1]])(
  "what JSON cannot say is a mistake of ours: %s",
  (value) => {
    expect(() => canonical(value)).toThrow();
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";
import { lastAtOrBefore, sortedKeys } from "../../../../shared/rules/calendar/sorted-keys.ts";

test("the look-up finds what reading from the end finds, however the keys are spread", () => {
  const arbKey = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger());
  fc.assert(
    fc.property(fc.array(arbKey, { maxLength: 40 }), fc.array(arbKey), (unsorted, questions) => {
      const keys = [...unsorted].sort((a, b) => a - b);
      const sorted = sortedKeys(keys);
      for (const x of [...questions, ...keys, ...keys.map((key) => key - 1)]) {
        expect(lastAtOrBefore(sorted, x)).toBe(keys.findLastIndex((key) => key <= x));
      }
    }),
  );
});

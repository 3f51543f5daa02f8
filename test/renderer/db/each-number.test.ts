import { expect, it } from "vitest";
import { eachNumber } from "../../../renderer/db/each-number.ts";
import type { IncidentIndex, IncidentView } from "../../../renderer/db/desk.ts";

/** A list of so many numbers, whose worker lets views go after so many questions, the first times. */
function listOf(count: number, letGo: number[]): Pick<IncidentIndex, "query"> {
  return {
    query: () => {
      let left = letGo.shift() ?? Infinity;
      const texts = (_column: string, from: number, to: number): Promise<string[]> => {
        left -= 1;
        const some = Array.from({ length: Math.min(to, count) - from }, (_, at) => `GZ-${from + at}`);
        return Promise.resolve(left < 0 ? [] : some);
      };
      return Promise.resolve({ count, texts } as unknown as IncidentView);
    },
  };
}

it.each([
  ["none", 0, []],
  ["one helping", 7, []],
  ["several", 12_345, []],
  ["several, with views let go in between", 12_345, [1, 0, 2]],
])("gives every number at least once: %s", async (_what, count, letGo) => {
  const found = new Set<string>();
  for await (const some of eachNumber(listOf(count, [...letGo]) as IncidentIndex)) {
    expect(some.length).toBeLessThanOrEqual(5000);
    for (const number of some) found.add(number);
  }
  expect(found.size).toBe(count);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { contestOf, fold, seenIn, stampOfField, type Folded } from "../../../shared/sync/fold.ts";

const FIELDS = ["name", "note", "amountFen", "endDate", "$deleted", "unknown"];

/** Changes of three desks to one contract, each of which may have seen any that came before it by its stamp. */
const changes = fc
  .uniqueArray(fc.tuple(fc.nat(50), fc.nat(3), fc.constantFrom("AAAAAA", "BBBBBB", "CCCCCC")), {
    maxLength: 12,
    minLength: 1,
    selector: ([ms, counter, desk]) => stampOf({ ms, counter }, desk),
  })
  .chain((times) =>
    fc.tuple(
      ...times.map(([ms, counter, desk], n) => {
        const stamp = stampOf({ ms, counter }, desk);
        const earlier = times
          .map(([otherMs, otherCounter, other]) => stampOf({ ms: otherMs, counter: otherCounter }, other))
          .filter((one) => one < stamp);
        return fc
          .tuple(
            fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.nat(9), fc.constant(null)), { minKeys: 1 }),
            fc.subarray(earlier),
          )
          .map(([patch, seen]): Change => ({
            id: `${desk}:${n}`,
            desk,
            deskSeq: n + 1,
            stamp,
            author: "",
            type: "contract",
            recordId: "r",
            schemaVersion: 1,
            patch,
            seen: Object.fromEntries(Object.keys(patch).map((field) => [field, seen])),
          }));
      }),
    ),
  );

function foldAll(all: readonly Change[]): Folded | undefined {
  let record: Folded | undefined;
  for (const one of all) record = fold(record, one);
  return record;
}

/** What of a record counts: which of its fields share a stamp is how it is kept, not what it says. */
function meaningOf(record: Folded | undefined): unknown {
  if (record === undefined) return undefined;
  const stamps = FIELDS.map((field) => [field, stampOfField(record, field)]);
  return { data: record.data, versions: record.versions, stamps, schemaVersion: record.schemaVersion };
}

it("makes the same record whatever the order in which its changes arrive, and however often", () => {
  fc.assert(
    fc.property(changes, fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), (all, keys) => {
      const shuffled = all
        .flatMap((one) => [one, one])
        .map((one, at) => ({ one, key: keys[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(meaningOf(foldAll(shuffled))).toEqual(meaningOf(foldAll(all)));
    }),
    { numRuns: 1000 },
  );
});

describe("an amount that two people changed", () => {
  const at = (ms: number, desk: string): string => stampOf({ ms, counter: 0 }, desk);
  const change = (ms: number, desk: string, amountFen: number, seen: readonly string[]): Change => ({
    id: `${desk}:${ms}`,
    desk,
    deskSeq: ms,
    stamp: at(ms, desk),
    author: "",
    type: "contract",
    recordId: "r",
    schemaVersion: 2,
    patch: { amountFen },
    ...(seen.length === 0 ? {} : { seen: { amountFen: [...seen] } }),
  });
  const signed = change(1, "AAAAAA", 100, []);
  const hers = change(2, "AAAAAA", 200, [at(1, "AAAAAA")]);
  const his = change(3, "BBBBBB", 300, [at(1, "AAAAAA")]);

  it("without seeing each other stands twice, and the later one is shown", () => {
    const record = foldAll([signed, hers, his]);
    expect(record?.data["amountFen"]).toBe(300);
    expect(contestOf(record ?? fold(undefined, signed), "amountFen").map(({ value }) => value)).toEqual([
      200, 300,
    ]);
  });

  it("one after the other stands once", () => {
    const after = { ...his, seen: { amountFen: [at(2, "AAAAAA")] } };
    const record = foldAll([signed, hers, after]);
    expect(contestOf(record ?? fold(undefined, signed), "amountFen")).toEqual([]);
  });

  it("stands once when somebody who saw both has decided, also for a desk that hears of it first", () => {
    const open = foldAll([signed, hers, his]);
    const decided = change(9, "CCCCCC", 200, seenIn(open, "amountFen"));
    for (const order of [
      [signed, hers, his, decided],
      [decided, his, hers, signed],
    ]) {
      const record = foldAll(order);
      expect(record?.data["amountFen"]).toBe(200);
      expect(contestOf(record ?? fold(undefined, signed), "amountFen")).toEqual([]);
    }
  });

  it("twice on one desk stands once, whatever it says to have seen", () => {
    const again = change(4, "AAAAAA", 400, []);
    const record = foldAll([signed, hers, again]);
    expect(contestOf(record ?? fold(undefined, signed), "amountFen")).toEqual([]);
  });

  it("a name that two changed does not: the later one holds", () => {
    const named = (one: Change, name: string): Change => ({ ...one, patch: { name } });
    const record = foldAll([named(signed, "甲"), named(hers, "乙"), named(his, "丙")]);
    expect(record?.versions).toBeUndefined();
    expect(record?.data["name"]).toBe("丙");
  });
});

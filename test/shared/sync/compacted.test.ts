import fc from "fast-check";
import { expect, it } from "vitest";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { compacted } from "../../../shared/sync/compacted.ts";
import { fold, stampOfField, type Folded } from "../../../shared/sync/fold.ts";

const FIELDS = ["name", "note", "amountFen", "endDate", "$deleted", "unknown"];

const changes = fc
  .uniqueArray(
    fc.record({
      ms: fc.nat(50),
      counter: fc.nat(3),
      desk: fc.constantFrom("AAAAAA", "BBBBBB", "CCCCCC"),
      patch: fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.nat(9), fc.constant(null)), {
        minKeys: 1,
      }),
      schemaVersion: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12, minLength: 1, selector: ({ ms, counter, desk }) => stampOf({ ms, counter }, desk) },
  )
  .map((all) =>
    all.map(({ ms, counter, desk, patch, schemaVersion }, n): Change => {
      const earlier = all
        .slice(0, n % 4)
        .map((one) => stampOf({ ms: one.ms, counter: one.counter }, one.desk));
      return {
        id: `${desk}:${n}`,
        desk,
        deskSeq: n + 1,
        stamp: stampOf({ ms, counter }, desk),
        author: "",
        type: "contract",
        recordId: "r",
        schemaVersion,
        patch,
        seen: Object.fromEntries(Object.keys(patch).map((field) => [field, earlier])),
        ...(n % 5 === 4 ? { batchId: "b" } : {}),
      };
    }),
  );

const foldAll = (all: readonly Change[]): Folded | undefined =>
  all.reduce<Folded | undefined>((record, change) => fold(record, change), undefined);

function meaningOf(record: Folded | undefined): unknown {
  if (record === undefined) return undefined;
  const stamps = FIELDS.map((field) => [field, stampOfField(record, field)]);
  const { data, versions, schemaVersion, batchId } = record;
  return { data, versions, stamps, schemaVersion, batchId };
}

it("makes the same record with whatever else somebody has, before and after", () => {
  fc.assert(
    fc.property(changes, fc.nat(12), fc.subarray([...Array(12).keys()]), (all, cut, known) => {
      // What came up to the cut was compacted; the reader had some of it whole, and gets what follows.
      const early = all.slice(0, cut);
      const record = foldAll(early);
      const had = known.flatMap((at) => early[at] ?? []);
      const read = early.map((change) => (record === undefined ? change : compacted(change, record)));
      expect(meaningOf(foldAll([...had, ...read, ...all.slice(cut)]))).toEqual(meaningOf(foldAll(all)));
    }),
    { numRuns: 1000 },
  );
});

it("takes out what was replaced and what its author saw of it, and keeps the rest of the change", () => {
  const at = (ms: number): string => stampOf({ ms, counter: 0 }, "AAAAAA");
  const first: Change = {
    id: "AAAAAA:1",
    desk: "AAAAAA",
    deskSeq: 1,
    stamp: at(1),
    author: "王工",
    type: "contract",
    recordId: "r",
    schemaVersion: 2,
    patch: { name: "甲", note: "长长的一段", amountFen: 100 },
    seen: { note: [at(0)], amountFen: [at(0)] },
  };
  const second: Change = {
    ...first,
    id: "AAAAAA:2",
    deskSeq: 2,
    stamp: at(2),
    patch: { note: "短", amountFen: 200 },
  };
  const record = fold(fold(undefined, first), second);
  expect(compacted(first, record)).toEqual({
    ...first,
    // Money is evidence.
    patch: { name: "甲", amountFen: 100 },
    seen: { amountFen: [at(0)] },
  });
  expect(compacted(second, record)).toBe(second);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../../shared/sync/change.ts";
import { fold, type Folded } from "../../../shared/sync/fold.ts";

const FIELDS = ["name", "fax", "note", "$deleted", "unknown"];

const changes = fc
  .uniqueArray(fc.tuple(fc.nat(50), fc.nat(3), fc.constantFrom("AAAAAA", "BBBBBB", "CCCCCC")), {
    maxLength: 12,
    minLength: 1,
    selector: ([ms, counter, desk]) => stampOf({ ms, counter }, desk),
  })
  .chain((times) =>
    fc.tuple(
      ...times.map(([ms, counter, desk], n) =>
        fc
          .dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.string(), fc.constant(null)), { minKeys: 1 })
          .map((patch): Change => ({
            id: `${desk}:${n}`,
            desk,
            deskSeq: n + 1,
            stamp: stampOf({ ms, counter }, desk),
            author: "",
            type: "vendor",
            recordId: "r",
            schemaVersion: 1,
            patch,
          })),
      ),
    ),
  );

function foldAll(all: readonly Change[]): Folded | undefined {
  let record: Folded | undefined;
  for (const one of all) record = fold(record, one);
  return record;
}

it("makes the same record whatever the order in which its changes arrive, and however often", () => {
  fc.assert(
    fc.property(changes, fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), (all, keys) => {
      const shuffled = all
        .flatMap((one) => [one, one])
        .map((one, at) => ({ one, key: keys[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(foldAll(shuffled)?.data).toEqual(foldAll(all)?.data);
    }),
    { numRuns: 1000 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOfText, heldIn, journalText } from "../../../renderer/db/journal-text.ts";
import { raiseCounters } from "../../../renderer/db/journal-counters.ts";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import { recordId } from "../../../shared/lib/ids.ts";
import { changeId, type Change } from "../../../shared/sync/change.ts";

function changeAt(deskSeq: number, more: Partial<Change> = {}): Change {
  const desk = more.desk ?? "DESK01";
  return {
    id: changeId(desk, deskSeq),
    desk,
    deskSeq,
    stamp: stampOf({ ms: 1_800_000_000_000, counter: deskSeq }, desk),
    author: "李",
    type: "incident",
    recordId: recordId(desk, deskSeq),
    schemaVersion: 1,
    patch: { title: `故障 ${deskSeq}` },
    ...more,
  };
}

test("a page of an import is one run, and comes back change for change", () => {
  const page = Array.from({ length: 100 }, (_, at) => changeAt(at + 1, { batchId: "DESK01-000000001" }));
  const text = journalText(page);
  expect(changesOfText(text)).toEqual(page);
  expect(text.length).toBeLessThan(JSON.stringify(page).length / 2.5);
  expect(heldIn(page)).toEqual([["DESK01", 1, 100]]);
});

test("whatever is written comes back, in its order", () => {
  const zChange = fc
    .record({
      desk: fc.constantFrom("DESK01", "DESK02"),
      seq: fc.integer({ min: 1, max: 6 }),
      batch: fc.constantFrom(undefined, "DESK01-000000001", "DESK02-000000001"),
      author: fc.constantFrom("李", "王"),
      type: fc.constantFrom("incident", "incidentEvent"),
      patch: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
    })
    .map(({ desk, seq, batch, author, type, patch }) =>
      changeAt(seq, {
        desk,
        author,
        type,
        patch,
        stamp: stampOf({ ms: 1_800_000_000_000, counter: seq }, desk),
        ...(batch === undefined ? {} : { batchId: batch }),
      }),
    );
  fc.assert(
    fc.property(fc.array(zChange, { maxLength: 12 }), (changes) => {
      // A key `__proto__` is no field of any record, and JSON and the schemas drop it.
      fc.pre(changes.every(({ patch }) => !Object.hasOwn(patch, "__proto__")));
      expect(changesOfText(journalText(changes))).toEqual(changes);
    }),
  );
});

test.each(["", "{}", "[]", '{"runs":[{}]}', '{"runs":[{"first":1,"rest":[]}]}', '{"runs":[],"more":1}'])(
  "a text that is not ours is refused: %s",
  (text) => expect(() => changesOfText(text)).toThrow(),
);

test("counters follow the ids and paper numbers of this desk alone", () => {
  const counters = new Map([["idCounter", 3]]);
  raiseCounters(counters, "DESK01", [
    changeAt(1, {
      recordId: recordId("DESK01", 77),
      patch: { number: "XXK-GZ-2026-DESK01-0012", other: "XXK-GZ-2026-DESK02-0900", note: "写给 李" },
    }),
    changeAt(2, { recordId: recordId("DESK02", 900), batchId: recordId("DESK01", 80) }),
  ]);
  expect(Object.fromEntries(counters)).toEqual({ idCounter: 80, "number:XXK-GZ-2026": 12 });
});

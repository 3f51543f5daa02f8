import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { stampOf, timeOfStamp } from "../../../shared/lib/hybrid-clock.ts";
import { judgePush } from "../../../shared/sync/judge.ts";
import { changeOf, changesOf } from "../../support/changes.ts";

const NOW = 1_760_000_100_000;
const judge = (pushed: readonly unknown[], mark = 0, held: readonly string[] = []) =>
  judgePush("AAAAAA", pushed, { mark, nowMs: NOW, isHeld: (_type, id) => held.includes(id) });

describe("what the service does with a push", () => {
  test("it takes everything of a desk that it has never seen", () => {
    const changes = changesOf("AAAAAA", 1, 3);
    expect(judge(changes)).toEqual({ accepted: changes, verdicts: [], mark: 3 });
  });

  test("it skips what is settled already", () => {
    const tail = { accepted: changesOf("AAAAAA", 4, 5), verdicts: [], mark: 5 };
    expect(judge(changesOf("AAAAAA", 1, 5), 3)).toEqual(tail);
    expect(judge(changesOf("AAAAAA", 1, 5), 9)).toEqual({ accepted: [], verdicts: [], mark: 9 });
  });

  test("it refuses a gap and says where to go on from", () => {
    expect(judge(changesOf("AAAAAA", 5, 6), 3)).toEqual({ refused: { kind: "gap", mark: 3 } });
    const hole = [changeOf("AAAAAA", 1), changeOf("AAAAAA", 3)];
    expect(judge(hole)).toEqual({ refused: { kind: "gap", mark: 0 } });
  });

  test.each<[string, unknown]>([
    ["another desk's", changeOf("BBBBBB", 1)],
    ["nobody's", {}],
    ["no change at all", null],
    ["a text", "change"],
    ["without a number", { ...changeOf("AAAAAA", 1), deskSeq: undefined }],
    ["numbered 0", { ...changeOf("AAAAAA", 1), deskSeq: 0 }],
    ["numbered by half", { ...changeOf("AAAAAA", 1), deskSeq: 1.5 }],
  ])("it refuses a push with an entry that is %s, for it cannot be placed", (_what, entry) => {
    expect(judge([entry])).toEqual({ refused: { kind: "notOneDesk" } });
  });

  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  test.each<[string, object, string]>([
    ["has another desk's id", { id: "BBBBBB:1" }, "notItself"],
    ["has the id of another number", { id: "AAAAAA:2" }, "notItself"],
    ["has another desk's stamp", { stamp: changeOf("BBBBBB", 1).stamp }, "notItself"],
    ["has no stamp of ours", { stamp: "yesterday-at-about-five-AAAAAA" }, "notItself"],
    ["has a stamp with more in it", { stamp: "0199cc9e3401-00000000-xx-AAAAAA" }, "notItself"],
    ["lacks a type", { type: undefined }, "malformed"],
    ["has a field of its own", { admin: true }, "malformed"],
    ["is nested deeper than any record", { patch: { extra: nested(40) } }, "malformed"],
    [
      "names a key that JavaScript means otherwise",
      JSON.parse('{"patch":{"__proto__":{"x":1}}}') as object,
      "malformed",
    ],
    ["has a line break in its record's id", { recordId: "AAAAAA-\n" }, "malformed"],
    ["carries a number beyond all numbers", { patch: { altitude: [Infinity] } }, "malformed"],
    ["carries what is no JSON", { patch: { altitude: new Date(0) } }, "malformed"],
    ["has a list for a patch", { patch: ["title"] }, "malformed"],
    ["has half a letter in its record's id", { recordId: "AAAAAA-\ud83d" }, "malformed"],
    ["is larger than anybody writes", { patch: { note: "长".repeat(1_000_001) } }, "tooLarge"],
    ["carries a number where text belongs", { schemaVersion: 2, patch: { title: 7 } }, "badValue"],
    [
      "carries a date that is none",
      { type: "contract", schemaVersion: 2, patch: { endDate: "2026-02-30" } },
      "badValue",
    ],
    [
      "carries money with a point",
      { type: "contract", schemaVersion: 2, patch: { amountFen: 1.5 } },
      "badValue",
    ],
    ["carries a number where text belongs, in a shape of old", { patch: { title: 7 } }, "badValue"],
    ["half deletes", { patch: { $deleted: "yes" } }, "badDeletion"],
    ["deletes with false", { patch: { $deleted: false } }, "badDeletion"],
  ])("one that %s is refused with a code, and its neighbours go through", (_what, wrong, code) => {
    const bad = { ...changeOf("AAAAAA", 1), ...wrong };
    const judged = judge([bad, changeOf("AAAAAA", 2)]);
    expect(judged).toEqual({
      accepted: [changeOf("AAAAAA", 2)],
      verdicts: [{ deskSeq: 1, code }],
      mark: 2,
    });
  });

  const event = { type: "incidentEvent", recordId: "AAAAAA-000000001", patch: { note: "到场" } };
  test("evidence is added, taken back as a whole, and never rewritten", () => {
    const judged = judge([
      changeOf("AAAAAA", 1, {}, event),
      changeOf("AAAAAA", 2, {}, event),
      changeOf("AAAAAA", 3, {}, { ...event, patch: { $deleted: true } }),
    ]);
    expect(judged).toMatchObject({ verdicts: [{ deskSeq: 2, code: "appendOnly" }], mark: 3 });
    expect(judge([changeOf("AAAAAA", 1, {}, event)], 0, [event.recordId])).toMatchObject({
      verdicts: [{ deskSeq: 1, code: "appendOnly" }],
    });
  });

  test.each<[string, object]>([
    ["a type of a newer desk", { type: "drone", patch: { rotors: 4 } }],
    ["a field of a newer desk", { patch: { altitude: [1, { deep: true }] } }],
    ["a shape of a newer desk", { schemaVersion: 99, patch: { title: { zh: "甲" } } }],
    ["a cleared field", { patch: { title: null } }],
    ["a deletion taken back", { patch: { $deleted: null } }],
  ])("it takes %s", (_what, more) => {
    const change = changeOf("AAAAAA", 1, {}, more);
    expect(judge([change])).toEqual({ accepted: [change], verdicts: [], mark: 1 });
  });

  test("what the author may not do is refused by its code, and told whether the record was there", () => {
    const asked: boolean[] = [];
    const judged = judgePush(
      "AAAAAA",
      [changeOf("AAAAAA", 1), changeOf("AAAAAA", 2, {}, { recordId: "AAAAAA-000000001" })],
      {
        mark: 0,
        nowMs: NOW,
        isHeld: () => false,
        refuses: (_change, isHeld) => {
          asked.push(isHeld);
          return isHeld ? "directorOnly" : undefined;
        },
      },
    );
    expect(asked).toEqual([false, true]);
    expect(judged).toMatchObject({ verdicts: [{ deskSeq: 2, code: "directorOnly" }], mark: 2 });
  });
});

describe("a desk whose clock is ahead", () => {
  const TEN_DAYS = 864_000_000;
  const ahead = (n: number, ms: number) =>
    changeOf("AAAAAA", n, {}, { stamp: stampOf({ ms, counter: n % 3 }, "AAAAAA") });

  test("gets a minute from now, and is told so", () => {
    const judged = judge([ahead(1, NOW + TEN_DAYS)]);
    const stamp = stampOf({ ms: NOW + 60_000, counter: 1 }, "AAAAAA");
    expect(judged).toMatchObject({
      accepted: [{ stamp }],
      verdicts: [{ deskSeq: 1, code: "clamped", stamp }],
    });
  });

  test("by less than a minute keeps its times, and one that is behind keeps them too", () => {
    for (const ms of [NOW + 60_000, NOW - TEN_DAYS])
      expect(judge([ahead(1, ms)])).toMatchObject({ verdicts: [] });
  });

  it("keeps the order of what it did, from push to push", () => {
    const steps = fc.array(fc.nat(TEN_DAYS), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.nat(30), (waits, cut) => {
        let ms = NOW;
        const pushed = waits.map((wait, at) => ahead(at + 1, (ms += wait + 1)));
        const one = judge(pushed.slice(0, cut));
        const two = judgePush("AAAAAA", pushed, {
          mark: "mark" in one ? one.mark : 0,
          nowMs: NOW + 5,
          isHeld: () => false,
        });
        if ("refused" in one || "refused" in two) throw new Error("refused");
        const stamps = [...one.accepted, ...two.accepted].map(({ stamp }) => stamp);
        expect(stamps).toEqual([...new Set(stamps)].sort());
        for (const stamp of stamps) expect(timeOfStamp(stamp).ms).toBeLessThanOrEqual(NOW + 60_005);
      }),
    );
  });
});

test("however pushes overlap, every change is taken once and in order", () => {
  const push = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(fc.array(push, { maxLength: 40 }), (pushes) => {
      const log: number[] = [];
      for (const [from, more] of pushes) {
        const judged = judge(changesOf("AAAAAA", from, from + more), log.length);
        if ("accepted" in judged) log.push(...judged.accepted.map((change) => change.deskSeq));
      }
      expect(log).toEqual(log.map((_, at) => at + 1));
    }),
  );
});

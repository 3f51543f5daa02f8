import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePush } from "../../../server/sync/judge.ts";
import { changeOf, changesOf } from "../../support/changes.ts";

describe("what the service does with a push", () => {
  test("it takes everything of a desk that it has never seen", () => {
    const changes = changesOf("AAAAAA", 1, 3);
    expect(judgePush(changes, 0)).toEqual({ changes });
  });

  test("it skips what it holds already", () => {
    expect(judgePush(changesOf("AAAAAA", 1, 5), 3)).toEqual({ changes: changesOf("AAAAAA", 4, 5) });
    expect(judgePush(changesOf("AAAAAA", 1, 5), 9)).toEqual({ changes: [] });
  });

  test("it refuses a gap and says where to go on from", () => {
    expect(judgePush(changesOf("AAAAAA", 5, 6), 3)).toEqual({ refused: { kind: "gap", mark: 3 } });
    const hole = [changeOf("AAAAAA", 1), changeOf("AAAAAA", 3)];
    expect(judgePush(hole, 0)).toEqual({ refused: { kind: "gap", mark: 0 } });
  });

  test("it refuses two desks in one push, and a change in another desk's name", () => {
    const two = [changeOf("AAAAAA", 1), changeOf("BBBBBB", 1)];
    expect(judgePush(two, 0)).toEqual({ refused: { kind: "notOneDesk" } });
    const named = changeOf("AAAAAA", 1, {}, { id: "BBBBBB:1" });
    expect(judgePush([named], 0)).toEqual({ refused: { kind: "badChange", id: "BBBBBB:1" } });
    const stamped = changeOf("AAAAAA", 1, {}, { stamp: changeOf("BBBBBB", 1).stamp });
    expect(judgePush([stamped], 0)).toEqual({ refused: { kind: "badChange", id: "AAAAAA:1" } });
    const garbled = changeOf("AAAAAA", 1, {}, { stamp: "yesterday-at-about-five-AAAAAA" });
    expect(judgePush([garbled], 0)).toEqual({ refused: { kind: "badChange", id: "AAAAAA:1" } });
  });

  test("however pushes overlap, every change is taken once and in order", () => {
    const push = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.array(push, { maxLength: 40 }), (pushes) => {
        const log: number[] = [];
        for (const [from, more] of pushes) {
          const judged = judgePush(changesOf("AAAAAA", from, from + more), log.length);
          if ("changes" in judged) log.push(...judged.changes.map((change) => change.deskSeq));
        }
        expect(log).toEqual(log.map((_, at) => at + 1));
      }),
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import {
  stampOf,
  tick,
  timeOfStamp,
  witness,
  ZERO_TIME,
  type HybridTime,
} from "../../../shared/lib/hybrid-clock.ts";

const LAST_COUNTER = 0xffff_ffff;

it("stamps of a desk strictly increase and can be read again, whatever its wall clock says and whatever it sees", () => {
  const wallMs = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2 ** 47 }));
  const counter = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: LAST_COUNTER - 3, max: LAST_COUNTER }),
  );
  const step = fc.oneof(
    fc.record({ wallMs, room: fc.constantFrom(1, 2, 100_000) }),
    fc.record({ ms: wallMs, counter }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let time: HybridTime = ZERO_TIME;
      let newest = "";
      for (const one of steps) {
        if ("counter" in one) {
          const seen = stampOf(one, "BADBAD");
          time = witness(time, seen);
          continue;
        }
        time = tick(time, one.wallMs, one.room);
        const stamp = stampOf(time, "GOODAA");
        const last = stampOf({ ms: time.ms, counter: time.counter + one.room - 1 }, "GOODAA");
        expect(timeOfStamp(stamp)).toEqual(time);
        expect(timeOfStamp(last).counter).toBe(time.counter + one.room - 1);
        expect(stamp > newest).toBe(true);
        newest = last;
        time = timeOfStamp(last);
      }
    }),
  );
});

it("a stamp at the end of its counter, from somebody who means harm, stops nobody", () => {
  const seen = stampOf({ ms: 1000, counter: LAST_COUNTER }, "BADBAD");
  const stamp = stampOf(tick(witness(ZERO_TIME, seen), 500), "GOODAA");
  expect(stamp > seen).toBe(true);
  expect(timeOfStamp(stamp)).toEqual({ ms: 1001, counter: 0 });
});

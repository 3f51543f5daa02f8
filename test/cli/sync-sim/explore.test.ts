import { expect, test } from "vitest";
import { explore } from "../../../cli/sync-sim/explore.ts";

const A_PIECE = 100;

test.each(Array.from({ length: 10 }, (_, piece) => [piece * A_PIECE + 1, (piece + 1) * A_PIECE]))(
  "whatever goes wrong in schedules %i to %i, nothing saved is lost and all desks end alike",
  { timeout: 300_000 },
  async (from, to) => {
    for (let seed = from; seed <= to; seed++) {
      const outcome = await explore({ seed, desks: 3, ops: 24, faults: true });
      expect(outcome, `seed ${seed}`).toMatchObject({ lost: 0, converged: true, problems: [] });
      expect(outcome.acknowledged).toBeGreaterThan(0);
    }
  },
);

// Every schedule that ever went wrong. 807 and 982: a late message arrived between the service's marks and the first page
// of a snapshot; the desk waited for ever for a change to come back that the snapshot held. (Nothing was refused then.)
test.each([807, 982])("schedule %i, which once went wrong, comes to rest", async (seed) => {
  const outcome = await explore({ seed, desks: 3, ops: 24, faults: true, refusals: false });
  expect(outcome).toMatchObject({ lost: 0, converged: true, problems: [] });
});

test("six desks that write a lot come to rest too", { timeout: 120_000 }, async () => {
  for (const seed of [1, 2, 3])
    expect(await explore({ seed, desks: 6, ops: 250, faults: true })).toMatchObject({
      lost: 0,
      converged: true,
    });
});

test("a schedule is the same for the same seed, and another for another", async () => {
  const run = async (seed: number) => explore({ seed, desks: 3, ops: 60, faults: true });
  expect(await run(7)).toEqual(await run(7));
  expect(await run(7)).not.toEqual({ ...(await run(8)), seed: 7 });
});

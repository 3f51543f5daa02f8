import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab } from "./lab.ts";

/** About a year of the history. */
const A_YEAR = 50_000;
const SIZES = [10_000, A_YEAR, 1_000_000];
const CLAUSES = 8;
const LONG_TASK_MS = 50;

/** `scorecard`: a year × 8 clauses into one card, in a history of each size, beside reading the same rows. */
export async function benchScorecard({ sizes = SIZES, rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    for (const count of sizes) {
      const { address } = await lab.origin();
      await lab.run(address, "fillScored", "shouyue", count);
      const [first, last] = [Math.max(0, count - A_YEAR), count - 1];
      let longestMs = 0;
      let results = 0;

      const took = await turnAbout(rounds, {
        ours: async () => {
          const scored = await lab.run(address, "scoreOurs", "shouyue", first, last);
          longestMs = Math.max(longestMs, scored.longestMs);
          results = scored.results;
          return scored.tookMs;
        },
        floor: () => lab.run(address, "scoreFloor", "shouyue", first, last),
      });
      const year = Math.min(count, A_YEAR);
      // The days at both ends of a longer history hold some more.
      if (results < year * CLAUSES) throw new Error(`only ${results} clocks were scored`);
      const what = `${grouped(year)} incidents × ${CLAUSES} clauses of ${grouped(count)} into a scorecard`;
      figures.push(
        {
          what,
          ours: took.ours,
          against: "reading the same rows",
          other: took.floor,
          goal: count < A_YEAR ? {} : { ratio: 2 },
        },
        {
          what: `the window's longest task meanwhile, ${grouped(count)} (0: none over ${LONG_TASK_MS})`,
          ours: longestMs,
          goal: { ours: LONG_TASK_MS },
        },
      );
    }
    return figures;
  });
}

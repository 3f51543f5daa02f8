import { expect, test } from "vitest";
import { explore } from "../../../cli/sync-sim/explore.ts";
import { MUTANTS } from "../../../cli/sync-sim/mutants.ts";

test.each(MUTANTS)(
  "a service or a desk with %s is found out within 1,000 schedules",
  { timeout: 300_000 },
  async (mutant) => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { problems, converged } = await explore({ seed, desks: 3, ops: 40, faults: true, mutant });
      if (problems.length > 0 || !converged) return;
    }
    expect.unreachable(`${mutant} was not found out`);
  },
);

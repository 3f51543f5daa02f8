import { expect, test } from "vitest";
import { explore } from "../../../cli/sync-sim/explore.ts";
import { MUTANTS } from "../../../cli/sync-sim/mutants.ts";

test.each(MUTANTS)(
  "a service or a desk with %s is found out within 1,000 schedules",
  { timeout: 300_000 },
  async (mutant) => {
    for (let seed = 1; seed <= 1000; seed++) {
      // Without refusals, which a mutant that goes round the judge would be found out by, whatever else it did.
      const wanted = { seed, desks: 3, ops: 40, faults: true, refusals: false, mutant };
      const { problems, converged } = await explore(wanted);
      if (problems.length > 0 || !converged) return;
    }
    expect.unreachable(`${mutant} was not found out`);
  },
);

import { expect, test } from "vitest";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { troubledOffice } from "../support/flaky-run.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

test(
  "messages lost, repeated, late and cut, clocks that jump by days, a service that is killed: nothing saved is lost or doubled, all desks end alike",
  { timeout: 240_000 },
  async () => {
    const data = tempFolder();
    const outcome = await troubledOffice({
      ...{ chances: chancesOf(5), desks: 3, edits: 150, times: 3, kills: 3 },
      services: [async () => startService({ data })],
    });
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, missed: 0, converged: true });
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(150);
    expect(Math.min(...Object.values(outcome.faults))).toBeGreaterThan(0);
  },
);

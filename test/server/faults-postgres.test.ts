import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { troubledOffice } from "../support/flaky-run.ts";
import { killWhileWriting } from "../support/kill-service.ts";
import { postgresFolder, startCluster, type Cluster } from "../support/postgres.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

const KILLS = Number(process.env["KILLS"] ?? 10);

describe.skipIf(postgresFolder === undefined)("services on PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(async () => cluster.remove());

  test(
    `lose and double no acknowledged change in ${KILLS} kills at any moment of writing`,
    { timeout: 60_000 + KILLS * 15_000 },
    async () => {
      const [data, database] = [tempFolder(), await cluster.url("killed")];
      const outcome = await killWhileWriting(chancesOf(12), KILLS, async () =>
        startService({ data, database, isQuiet: true }),
      );
      expect(outcome).toMatchObject({ kills: KILLS, lost: 0, doubled: 0 });
      expect(outcome.acknowledged).toBeGreaterThan(KILLS);
    },
  );

  test(
    "two at once, killed by turns while their database is stopped and started and messages get lost: a reader misses nothing, all desks end alike",
    { timeout: 240_000 },
    async () => {
      const [data, database] = [tempFolder(), await cluster.url("troubled")];
      const start = async () => startService({ data, database, isQuiet: true });
      const outcome = await troubledOffice({
        ...{ chances: chancesOf(6), desks: 3, edits: 150, times: 4, kills: 3 },
        ...{ services: [start, start], cluster },
      });
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, missed: 0, converged: true });
      expect(outcome.acknowledged).toBeGreaterThanOrEqual(150);
    },
  );
});

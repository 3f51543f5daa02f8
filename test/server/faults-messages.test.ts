import { expect, onTestFinished, test } from "vitest";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { areQuiet, openFlakyDesk, outcomeOf, workOn } from "../support/flaky-office.ts";
import { startFlakyProxy } from "../support/flaky-proxy.ts";
import { startService } from "../support/service.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("lost, repeated, late and cut messages over HTTP, clocks that jump by days, a service that is killed: nothing saved is lost, all end alike", async () => {
  const chances = chancesOf(5);
  const data = tempFolder();
  let service = await startService({ data });
  onTestFinished(async () => service.stop());
  const proxy = await startFlakyProxy(chances, () => service.address);
  onTestFinished(async () => proxy.close());
  proxy.setFaults(3);
  const desks = await Promise.all([1, 2, 3].map(async () => openFlakyDesk(() => proxy.address)));
  onTestFinished(async () => {
    for (const desk of desks) await desk.close();
  });
  await workOn(desks, chances, 150, async (edit) => {
    if (edit % 40 !== 39) return;
    await service.kill();
    service = await startService({ data });
  });
  await expect.poll(() => Math.min(...Object.values(proxy.count))).toBeGreaterThan(0);
  proxy.setFaults(0);
  await expect.poll(async () => areQuiet(desks, service.address), { timeout: 30_000 }).toBe(true);
  const outcome = await outcomeOf(desks, service.address);
  expect(outcome).toMatchObject({ lost: 0, doubled: 0, converged: true });
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(150);
});

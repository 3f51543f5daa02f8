import { expect, test } from "vitest";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { fillWindow, killWindows } from "../support/kill-window.ts";

const KILLS = Number(process.env["KILLS"] ?? 14);

test(
  `a window that is killed ${KILLS} times while it saves, imports and syncs loses nothing that it acknowledged`,
  { timeout: 120_000 + KILLS * 15_000 },
  async () => {
    const outcome = await killWindows(chancesOf(21), KILLS);
    expect(outcome).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, partial: 0 });
    expect(outcome.acknowledged).toBeGreaterThan(KILLS);
  },
);

test(
  "a browser without room says so, has all that it acknowledged, and goes on once there is room",
  { timeout: 240_000 },
  async () => {
    const outcome = await fillWindow(5_000_000);
    expect(outcome).toMatchObject({ lost: 0, said: "storeFull", goesOn: true });
    expect(outcome.acknowledged).toBeGreaterThan(0);
  },
);

import { expect, test } from "vitest";
import { cutPower } from "../../support/kill-power.ts";

/** `POWER_CUTS=40000` for a night. */
const CUTS = Number(process.env["POWER_CUTS"] ?? 600);

test(
  `${CUTS} power cuts at any moment, on a disk that keeps only what was flushed, lose no acknowledged entry`,
  { timeout: 60_000 + CUTS * 200 },
  async () => {
    const outcome = await cutPower(CUTS);
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, damaged: 0, seeds: [] });
    expect(outcome.acknowledged).toBeGreaterThan(CUTS);
  },
);

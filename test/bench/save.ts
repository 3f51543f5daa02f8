import { median, percentile, type Figure } from "./figures.ts";
import { inLab } from "./lab.ts";

const EDITS = 200;

/** `save`: one edit, on the disk with its change and its undo step, beside one bare strict put. */
export async function benchSave(): Promise<readonly Figure[]> {
  const { ours, floor } = await inLab(async (lab) => {
    const { address } = await lab.origin();
    return lab.run(address, "save", EDITS);
  });
  const against = "one bare strict put";
  return [
    { what: "p50", ours: median(ours), against, other: median(floor), goal: { ratio: 3 } },
    {
      what: "p95",
      ours: percentile(ours, 0.95),
      against,
      other: percentile(floor, 0.95),
      goal: { ours: 10 },
    },
  ];
}

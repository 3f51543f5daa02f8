import { median, percentile, type Figure } from "./figures.ts";
import { journalAppends } from "./journal-append.ts";
import { inLab } from "./lab.ts";

const EDITS = 200;

/**
 * `save`: one edit, on the disk with its change and its undo step, and in the journal, beside one bare strict put. The
 * two are measured apart, since a browser has no main process, and added: edit by edit, each waits for the other.
 */
export async function benchSave(): Promise<readonly Figure[]> {
  const { ours, floor } = await inLab(async (lab) => {
    const { address } = await lab.origin();
    return lab.run(address, "save", EDITS);
  });
  const journal = await journalAppends(EDITS);
  const both = ours.map((ms, at) => ms + (journal.ours[at] ?? 0));
  const against = "one bare strict put";
  const bare = "one bare write and flush";
  return [
    { what: "store p50", ours: median(ours), against, other: median(floor) },
    { what: "journal p50", ours: median(journal.ours), against: bare, other: median(journal.floor) },
    { what: "p50", ours: median(both), against, other: median(floor), goal: { ratio: 3 } },
    {
      what: "p95",
      ours: percentile(both, 0.95),
      against,
      other: percentile(floor, 0.95),
      goal: { ours: 10 },
    },
  ];
}

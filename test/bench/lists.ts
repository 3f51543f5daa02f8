import { grouped, type Figure, type Options } from "./figures.ts";
import { benchFind } from "./find.ts";
import type { FilledLab } from "./filled-lab.ts";
import { inLab } from "./lab.ts";
import { benchMemory } from "./memory.ts";
import { benchOpenList } from "./open-list.ts";

type ListBench = (lab: FilledLab, options: Options) => Promise<readonly Figure[]>;

/** `open-list`, `find` and `memory` need the same histories: `lists` runs all three on them. */
export const listBenches = {
  lists: onHistories(async (lab, options) => [
    ...(await benchOpenList(lab, options)),
    ...(await benchFind(lab)),
    ...(await benchMemory(lab)),
  ]),
  "open-list": onHistories(benchOpenList),
  find: onHistories(benchFind),
  memory: onHistories(benchMemory),
};

function onHistories(bench: ListBench): (options: Options) => Promise<readonly Figure[]> {
  return ({ sizes = [10_000, 100_000, 1_000_000], rounds }) =>
    inLab(async (lab) => {
      const figures: Figure[] = [];
      const addresses = new Map<number, string>();
      for (const size of [0, ...sizes]) {
        const { address } = await lab.origin();
        addresses.set(size, address);
        const took = await lab.run(address, "fill", "shouyue", size);
        if (size === 0) continue;
        const what = `${grouped(size)} faults with 4 events each, written in pages, indexed and listed`;
        figures.push({ bench: "fill", what, ours: took, growth: { of: "writing and indexing", rows: size } });
      }
      return [...figures, ...(await bench({ ...lab, addresses }, { sizes, rounds }))];
    });
}

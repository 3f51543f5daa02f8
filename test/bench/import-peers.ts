import { grouped, HUGE, roundsAt, turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab } from "./lab.ts";

const SIZES = [10_000, 100_000, HUGE];

/** `import-peers`: the same rows, already in memory, into each store. */
export async function benchImportPeers({
  sizes = SIZES,
  rounds,
  peers,
}: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    const { address } = await lab.origin();
    for (const count of sizes) {
      const { rounds: times, once } = roundsAt(count, rounds);
      const what = `${grouped(count)} rows, indexed and listed${once}`;
      const ours = (): Promise<number> => lab.run(address, "putOurs", count);
      const growth = { of: "writing rows, indexed and listed", rows: count };
      if (count >= HUGE && peers !== true) {
        figures.push({ what: `${what}; no peers: minutes each`, ours: await ours(), growth });
        continue;
      }
      const took = await turnAbout(times, {
        ours,
        bare: () => lab.run(address, "putBare", count),
        dexie: () => lab.run(address, "putDexie", count),
        rxdb: () => lab.run(address, "putRxdb", count),
        pouch: () => lab.run(address, "putPouch", count),
      });
      const goal = count < 100_000 ? {} : { ratio: 0.1 };
      figures.push(
        { what, ours: took.ours, against: "bare rows with 4 indexes", other: took.bare, growth },
        { what, ours: took.ours, against: "Dexie bulkAdd", other: took.dexie },
        { what, ours: took.ours, against: "RxDB bulkInsert", other: took.rxdb, goal },
        { what, ours: took.ours, against: "PouchDB bulkDocs", other: took.pouch, goal },
      );
    }
    return figures;
  });
}

import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab } from "./lab.ts";

/** `import-peers`: the same rows, already in memory, into each store. */
export async function benchImportPeers({ rows, rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    const { address } = await lab.origin();
    for (const count of rows === undefined ? [10_000, 100_000] : [rows]) {
      const took = await turnAbout(rounds, {
        ours: () => lab.run(address, "putOurs", count),
        bare: () => lab.run(address, "putBare", count),
        dexie: () => lab.run(address, "putDexie", count),
        rxdb: () => lab.run(address, "putRxdb", count),
        pouch: () => lab.run(address, "putPouch", count),
      });
      const what = `${grouped(count)} rows, indexed and listed`;
      figures.push(
        { what, ours: took.ours, against: "bare rows with 4 indexes", other: took.bare },
        { what, ours: took.ours, against: "Dexie bulkAdd", other: took.dexie },
        { what, ours: took.ours, against: "RxDB bulkInsert", other: took.rxdb, goal: { ratio: 0.1 } },
        { what, ours: took.ours, against: "PouchDB bulkDocs", other: took.pouch, goal: { ratio: 0.1 } },
      );
    }
    return figures;
  });
}

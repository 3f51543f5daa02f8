import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab, type Lab } from "./lab.ts";
import { ledgerFiles } from "./ledger-file.ts";

const SIZES = [10_000, 150_000];
/** The goals are those of a whole ledger; a small one is soon there anyway. */
const GOALS_FROM = 100_000;

/** `import`: a spreadsheet file → records in IndexedDB, indexed and listed, beside the floor and SheetJS + Dexie rows. */
export async function benchImport({ sizes = SIZES, rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    for (const count of sizes) {
      for (const format of ["xlsx", "csv"] as const)
        figures.push(...(await compared(lab, format, count, rounds)));
    }
    return figures;
  });
}

async function compared(
  lab: Lab,
  format: keyof typeof ledgerFiles,
  count: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const file = `${count}.${format}`;
  writeFileSync(join(lab.root, "files", file), ledgerFiles[format](count));
  const { address } = await lab.origin();
  const took = await turnAbout(rounds, {
    ours: () => lab.run(address, "importOurs", file),
    floor: () => lab.run(address, "importFloor", file),
    sheetJs: () => lab.run(address, "importSheetJs", file),
  });
  const what = `.${format}, ${grouped(count)} rows`;
  return [
    {
      what,
      growth: { of: `an import of .${format}`, rows: count },
      ours: took.ours,
      against: "our parse + bare rows with 4 indexes",
      other: took.floor,
      goal: count < GOALS_FROM ? {} : { ratio: 0.5 },
    },
    {
      what,
      ours: took.ours,
      against: "SheetJS + Dexie rows",
      other: took.sheetJs,
      goal: count < GOALS_FROM ? {} : { ratio: 0.35 },
    },
  ];
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { inLab, type Lab } from "./lab.ts";
import { ledgerFiles } from "./ledger-file.ts";

const ROWS = 150_000;
const SMALL = 10_000;

/** `import`: a spreadsheet file → records in IndexedDB, indexed and listed, beside the floor and SheetJS + Dexie rows. */
export async function benchImport({ rows = ROWS, rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    for (const count of rows > SMALL ? [SMALL, rows] : [rows]) {
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
      ours: took.ours,
      against: "our parse + bare rows with 4 indexes",
      other: took.floor,
      goal: { ratio: 0.5 },
    },
    { what, ours: took.ours, against: "SheetJS + Dexie rows", other: took.sheetJs, goal: { ratio: 0.35 } },
  ];
}

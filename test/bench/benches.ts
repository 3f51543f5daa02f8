import { benchClocks } from "./clocks.ts";
import type { Bench } from "./figures.ts";
import { benchImportPeers } from "./import-peers.ts";
import { benchImport } from "./import.ts";
import { listBenches } from "./lists.ts";
import { benchPages } from "./pages.ts";
import { benchPrint } from "./print.ts";
import { benchSave } from "./save.ts";
import { benchScorecard } from "./scorecard.ts";
import { benchServerAppend } from "./server-append.ts";
import { benchStart } from "./start.ts";
import { benchSyncEdit } from "./sync-edit.ts";
import { benchSyncFirst } from "./sync-first.ts";
import { benchXlsx } from "./xlsx.ts";

/** Every row of the goals has its bench; the quick ones come first, so that a cut loses the fewest. */
export const benches: Readonly<Record<string, Bench>> = {
  clocks: benchClocks,
  save: benchSave,
  start: benchStart,
  print: benchPrint,
  "sync-edit": benchSyncEdit,
  "server-append": benchServerAppend,
  pages: benchPages,
  xlsx: benchXlsx,
  import: benchImport,
  "sync-first": benchSyncFirst,
  "import-peers": benchImportPeers,
  scorecard: benchScorecard,
  ...listBenches,
};

/** `lists` runs these three on one history. */
export const IN_LISTS: readonly string[] = ["open-list", "find", "memory"];

import { parseArgs } from "node:util";
import { dateOf } from "../../shared/lib/instants.ts";
import { benchClocks } from "./clocks.ts";
import { document } from "./document.ts";
import { runBench, type Bench } from "./figures.ts";
import { benchImportPeers } from "./import-peers.ts";
import { benchImport } from "./import.ts";
import { listBenches } from "./lists.ts";
import { benchPages } from "./pages.ts";
import { benchPrint } from "./print.ts";
import { benchSave } from "./save.ts";
import { benchScorecard } from "./scorecard.ts";
import { benchServerAppend } from "./server-append.ts";
import { benchStart } from "./start.ts";
import { benchSyncFirst } from "./sync-first.ts";
import { benchXlsx } from "./xlsx.ts";

/**
 * `npm run bench -- NAME [--json] [--rows=N] [--rounds=N] [--into=FILE]`: ours beside a floor or a peer, in one run on one
 * machine. `--into docs/performance.md` also puts the table where that page has a place for it.
 */
const benches: Readonly<Record<string, Bench>> = {
  clocks: benchClocks,
  save: benchSave,
  start: benchStart,
  print: benchPrint,
  "server-append": benchServerAppend,
  "sync-first": benchSyncFirst,
  "import-peers": benchImportPeers,
  import: benchImport,
  xlsx: benchXlsx,
  pages: benchPages,
  scorecard: benchScorecard,
  ...listBenches,
};
/** `lists` runs these three on one history. */
const IN_LISTS = ["open-list", "find", "memory"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    rows: { type: "string" },
    rounds: { type: "string" },
    into: { type: "string" },
  },
});
const [wanted = ""] = positionals;
const names =
  wanted === "all"
    ? Object.keys(benches).filter((name) => !IN_LISTS.includes(name))
    : Object.hasOwn(benches, wanted)
      ? [wanted]
      : [];
if (names.length === 0) {
  console.error(
    `usage: npm run bench -- all | ${Object.keys(benches).join(" | ")} [--json] [--rows=N] [--rounds=N] [--into=FILE]`,
  );
  process.exitCode = 2;
}
const options = {
  rows: values.rows === undefined ? undefined : Number(values.rows),
  rounds: Number(values.rounds ?? 3),
};
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) continue;
  const report = await runBench(name, bench, options);
  if (values.into !== undefined) document(values.into, report, dateOf(Date.now()));
  if (values.json === true) console.log(JSON.stringify(report));
  else {
    console.log(`${name}: load ${report.load.join(" → ")}`);
    console.table(report.lines);
  }
}

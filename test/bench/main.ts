import { parseArgs } from "node:util";
import { dateOf } from "../../shared/lib/instants.ts";
import { benches, IN_LISTS } from "./benches.ts";
import { document } from "./document.ts";
import { runBench, type Bench, type Options, type Report } from "./figures.ts";
import { closeLab } from "./lab.ts";

/**
 * `npm run bench -- all | NAME … [--json] [--rows=N,N,N] [--rounds=N] [--peers] [--minutes=N] [--into=FILE]`: ours beside
 * a floor or a peer, in one run on one machine, all of them in one Chromium. `--into docs/performance.md` puts each table
 * where that page has a place for it as soon as it is there. One that fails is told, and the others go on.
 * `npm run bench -- endurance` measures nothing: it lets everything go wrong, for as long as one likes.
 */
if (process.argv[2] === "endurance") {
  const { runEndurance } = await import("./endurance.ts");
  process.exit(await runEndurance(process.argv.slice(3)));
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    rows: { type: "string" },
    rounds: { type: "string" },
    peers: { type: "boolean" },
    minutes: { type: "string" },
    into: { type: "string" },
  },
});
const names = positionals.flatMap((name) =>
  name === "all" ? Object.keys(benches).filter((one) => !IN_LISTS.includes(one)) : [name],
);
const sizes = values.rows?.split(",").map(Number);
const options: Options = { sizes, rounds: Number(values.rounds ?? 3), peers: values.peers === true };
const mostMs = Number(values.minutes ?? 20) * 60_000;

const isKnown = (name: string): boolean => Object.hasOwn(benches, name);
const isCount = (size: number): boolean => Number.isInteger(size) && size > 0;
if (
  names.length === 0 ||
  !names.every(isKnown) ||
  !(sizes ?? [1]).every(isCount) ||
  !isCount(options.rounds)
) {
  console.error(
    `usage: npm run bench -- all | ${Object.keys(benches).join(" | ")} [--json] [--rows=N,N,N] [--rounds=N] [--peers] [--minutes=N] [--into=FILE]`,
  );
  process.exitCode = 2;
} else {
  let failed = 0;
  for (const name of names) {
    const bench = benches[name];
    if (bench === undefined) continue;
    try {
      show(await inTime(name, bench));
    } catch (error) {
      failed += 1;
      console.error(
        `${name} FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      // Whatever it left open is nobody else's.
      await closeLab();
    }
  }
  await closeLab();
  // What a bench that was given up on left running ends here.
  process.exit(failed > 0 ? 1 : 0);
}

function show(report: Report): void {
  if (values.json === true) console.log(JSON.stringify(report));
  else {
    console.log(`${report.bench}: ${report.seconds} s, load ${report.load.join(" → ")}`);
    console.table(report.lines);
  }
  if (values.into !== undefined) document(values.into, report, dateOf(Date.now()));
}

async function inTime(name: string, bench: Bench): Promise<Report> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`not done after ${mostMs / 60_000} minutes`)), mostMs);
  });
  const running = runBench(name, bench, options);
  running.catch(() => undefined);
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

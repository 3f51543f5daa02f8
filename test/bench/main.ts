import { benchClocks } from "./clocks.ts";
import { benchStore } from "./store.ts";
import { benchXlsx } from "./xlsx.ts";

/** `npm run bench -- NAME [--json]`: ours beside a floor or a peer, in one run on one machine. */
const benches: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  clocks: benchClocks,
  store: benchStore,
  xlsx: benchXlsx,
};

const [wanted = "", ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, wanted) ? benches[wanted] : undefined;
if (bench === undefined) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join(" | ")} [--json]`);
  process.exitCode = 2;
} else {
  await bench(args);
}

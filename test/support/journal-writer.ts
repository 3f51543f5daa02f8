import { Journal } from "../../electron/journal/journal.ts";
import { entry } from "./journal.ts";

/**
 * A process that appends until it is killed, or until its disk is full: `node journal-writer.ts FOLDER FROM`. Every
 * number is printed after its append was acknowledged. Two appends are under way at any time, as of two windows.
 */
const [folder = "", from = "1"] = process.argv.slice(2);
const opened = await Journal.open(folder, { segmentBytes: 4000, snapshotBytes: 20_000 });
if (!opened.ok) {
  process.stdout.write(`${opened.failure.kind}\n`);
  process.exit(1);
}
const journal = opened.value;
process.stdout.write("open\n");
let next = Number(from);

async function appendOn(): Promise<void> {
  for (;;) {
    const no = next;
    next += 1;
    const done = await journal.append([entry(no, `{"n":${no},"filling":"${"满".repeat(no % 50)}"}`)]);
    process.stdout.write(`${done.ok ? no : done.failure.kind}\n`);
    if (!done.ok) return;
  }
}

await Promise.all([appendOn(), appendOn()]);

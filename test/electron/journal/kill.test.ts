import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allOf, openJournal } from "../../support/journal.ts";
import { valueOf } from "../../support/value-of.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const writer = fileURLToPath(new URL("../../support/journal-writer.ts", import.meta.url));
/** `JOURNAL_KILLS=1000` for a night. */
const ROUNDS = Number(process.env["JOURNAL_KILLS"] ?? 50);

/** Starts a writer and kills it after so many acknowledged appends; gives the numbers that were acknowledged. */
async function writeAndKill(folder: string, from: number, killAfter: number): Promise<number[]> {
  const child = spawn(process.execPath, [writer, folder, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    if (line === "open") return;
    acknowledged.push(Number(line));
    if (acknowledged.length === killAfter) child.kill("SIGKILL");
  });
  await Promise.all([once(child, "close"), once(lines, "close")]);
  return acknowledged;
}

test(
  "a program that is killed while it writes has lost nothing that it acknowledged",
  async () => {
    const folder = tempFolder();
    const all: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Never the same moment: after 1 to 97 appends, in segments of some twenty, with snapshots between them.
      const acknowledged = await writeAndKill(folder, 1 + round * 1000, 1 + ((round * 37) % 97));
      expect(acknowledged.every(Number.isInteger)).toBe(true);
      all.push(...acknowledged);
      const journal = await openJournal(folder);
      expect(valueOf(await journal.state()).trouble.filter(({ kind }) => kind === "damaged")).toEqual([]);
      await journal.close();
    }
    const journal = await openJournal(folder);
    const kept = new Set(
      [...(await allOf(journal)).values()].map((text) => (JSON.parse(text) as { n: number }).n),
    );
    expect(all.filter((no) => !kept.has(no))).toEqual([]);
    expect(all.length).toBeGreaterThan(ROUNDS * 10);
    await journal.close();
  },
  30_000 + ROUNDS * 5_000,
);

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

function run(...args: string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(process.execPath, [main, "sync-sim", ...args], { encoding: "utf8" });
}

test("it prints one line a seed, and nothing else", () => {
  const { status, stdout, stderr } = run(
    "--desks",
    "3",
    "--ops",
    "30",
    "--seed",
    "5",
    "--seeds",
    "2",
    "--faults",
    "all",
  );
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(lines.map(({ seed }) => seed)).toEqual([5, 6]);
  expect(Object.keys(lines[0] ?? {})).toEqual([
    "seed",
    "ops",
    "acknowledged",
    "lost",
    "converged",
    "rounds",
    "elapsedMs",
  ]);
  expect(lines[0]).toMatchObject({ ops: 30, lost: 0, converged: true });
});

test.each([
  ["no desks", ["--desks", "0"]],
  ["half a desk", ["--desks", "1.5"]],
  ["a seed below nothing", ["--seed", "-1"]],
  ["a word for a number", ["--ops", "many"]],
  ["some other faults", ["--faults", "few"]],
  ["an option that is none", ["--speed", "9"]],
  ["more than it could do", ["--ops", "99999999"]],
])("%s is wrong usage", (_what, args) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^usage: cli sync-sim/);
});

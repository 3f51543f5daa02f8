import { mkdirSync, rmSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { bundle } from "./bundle.ts";
import { addUp, playwrightTotals, vitestTotals, type Totals } from "./check-totals.ts";
import { runStep, type StepResult } from "./check-step.ts";
import { getChromium } from "./chromium.ts";
import { inRoot } from "./root.ts";

// `npm test`: everything that has to hold. All steps run even when one fails, so that one run shows all that is wrong.

const UNIT_REPORT = "test-results/unit.json";
const E2E_REPORT = "test-results/e2e.json";

process.exitCode = await check();

async function check(): Promise<number> {
  const startedAt = performance.now();
  for (const stale of [UNIT_REPORT, E2E_REPORT]) rmSync(inRoot(stale), { force: true });
  mkdirSync(inRoot("test-results"), { recursive: true });
  const chromium = await getChromium();
  if (chromium !== undefined) process.env["CHROMIUM_PATH"] = chromium;

  // Two lanes for two cores; the browser tests have the machine to themselves.
  const [reading, running] = await Promise.all([
    inTurn([
      async () => npmStep("format"),
      async () => npmStep("lint"),
      async () => npmStep("types"),
      async () => npmStep("arrows"),
      async () => npmStep("unused"),
    ]),
    inTurn([async () => bundleStep(), async () => npmStep("test:unit", unitReporters())]),
  ]);
  const e2e = chromium === undefined ? noBrowser() : await npmStep("test:e2e");

  const steps = [...reading, ...running, e2e];
  for (const step of steps.filter((one) => !one.passed)) showFailure(step);
  showTable(steps, startedAt);
  for (const line of saidSkipped(steps)) console.log(line);
  const passed = steps.every((step) => step.passed);
  const failed = steps.filter((step) => !step.passed).map((step) => step.name);
  if (!passed) console.log(`没有通过 did not pass: ${failed.join(", ")}`);
  const totals = totalsOf(steps);
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return passed ? 0 : 1;
}

async function inTurn(steps: readonly (() => Promise<StepResult>)[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await step();
    results.push(result);
    console.log(lineOf(result));
  }
  return results;
}

/** The words of package.json: what a step is called here is how it is run alone. */
async function npmStep(script: string, args: readonly string[] = []): Promise<StepResult> {
  return runStep(script, ["run", "-s", script, ...(args.length === 0 ? [] : ["--", ...args])]);
}

function unitReporters(): string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
}

async function bundleStep(): Promise<StepResult> {
  const startedAt = performance.now();
  try {
    const built = await bundle();
    return { name: "bundle", passed: true, seconds: since(startedAt), output: built.join(", ") };
  } catch (error) {
    const output = error instanceof Error ? error.message : "the bundle failed";
    return { name: "bundle", passed: false, seconds: since(startedAt), output };
  }
}

function noBrowser(): StepResult {
  return { name: "test:e2e", passed: false, seconds: 0, output: "没有 Chromium No Chromium: see above." };
}

function showFailure(step: StepResult): void {
  console.log(`\n──── ${step.name} ────\n${step.output.trimEnd()}`);
}

function showTable(steps: readonly StepResult[], startedAt: number): void {
  console.log("");
  for (const step of steps) console.log(lineOf(step));
  console.log(`  total         ${since(startedAt).toFixed(1).padStart(7)} s`);
}

function lineOf(step: StepResult): string {
  return `${step.passed ? "✓" : "✗"} ${step.name.padEnd(12)} ${step.seconds.toFixed(1).padStart(8)} s`;
}

/** What was not tested on this machine is said at the end, where it is read. */
function saidSkipped(steps: readonly StepResult[]): string[] {
  const lines = steps
    .flatMap((step) => stripVTControlCharacters(step.output).split("\n"))
    .map((line) => line.trim());
  return [...new Set(lines.filter((line) => /NOT TESTED|test skipped:/.test(line)))];
}

/** A step that fell over before it could count its tests counts as one failure: no failed run says `0 failed`. */
function totalsOf(steps: readonly StepResult[]): Totals {
  const byStep = new Map(steps.map((step) => [step.name, step.passed]));
  const counted = (totals: Totals, step: string): Totals =>
    byStep.get(step) === false && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
  return addUp(
    counted(vitestTotals(inRoot(UNIT_REPORT)), "test:unit"),
    counted(playwrightTotals(inRoot(E2E_REPORT)), "test:e2e"),
  );
}

function since(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}

import { loadavg } from "node:os";
import { must } from "../../shared/lib/must.ts";
import { growthOf, type Growth } from "./growth.ts";

/** One line of the table: ours beside a floor or a peer that did the same job in the same run. */
export interface Figure {
  /** Where one run gives lines of several benches. */
  readonly bench?: string;
  readonly what: string;
  /** Milliseconds, unless `unit` says otherwise. */
  readonly ours: number;
  readonly unit?: string;
  readonly against?: string;
  readonly other?: number;
  /** The greatest ratio, or the greatest figure of ours, that the goal allows. */
  readonly goal?: { readonly ratio?: number; readonly ours?: number };
  readonly growth?: Growth;
}

export interface Options {
  /** These sizes instead of the usual ones. */
  readonly sizes: readonly number[] | undefined;
  readonly rounds: number;
  /** Peers also at sizes where they take minutes each. */
  readonly peers?: boolean;
}

export type Bench = (options: Options) => Promise<readonly Figure[]> | readonly Figure[];

export interface Line {
  readonly bench: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  readonly against: string;
  readonly other: number | "";
  readonly ratio: number | "";
  readonly goal: string;
  readonly met: "yes" | "no" | "";
}

export interface Report {
  readonly bench: string;
  /** How busy the machine was before and after. */
  readonly load: readonly number[];
  readonly seconds: number;
  readonly lines: readonly Line[];
}

/** Runs a bench and gives its lines, and how its figures grow with size. */
export async function runBench(name: string, bench: Bench, options: Options): Promise<Report> {
  const [before, started] = [loadNow(), performance.now()];
  const figures = await bench(options);
  const lines = [...figures, ...growthOf(figures)].map((figure) => lineOf(name, figure));
  const seconds = Math.round((performance.now() - started) / 1000);
  return { bench: name, load: [before, loadNow()], seconds, lines };
}

function lineOf(
  name: string,
  { bench = name, what, ours, unit = "ms", against = "", other, goal = {} }: Figure,
): Line {
  const ratio = other === undefined ? undefined : ours / other;
  const goals = [
    ...(goal.ratio === undefined
      ? []
      : [{ text: `≤ ${goal.ratio}×`, met: (ratio ?? Infinity) <= goal.ratio }]),
    ...(goal.ours === undefined ? [] : [{ text: `≤ ${goal.ours} ${unit}`, met: ours <= goal.ours }]),
  ];
  return {
    bench,
    what,
    ours: rounded(ours),
    unit,
    against,
    other: other === undefined ? "" : rounded(other),
    ratio: ratio === undefined ? "" : Number(ratio.toFixed(ratio < 0.1 ? 3 : 2)),
    goal: goals.map(({ text }) => text).join(", "),
    met: goals.length === 0 ? "" : goals.every(({ met }) => met) ? "yes" : "no",
  };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that so large a part of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return must(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)], "there is something to measure");
}

/** Medians of several jobs, run turn about, so that a busy neighbour disturbs them all. */
export async function turnAbout<K extends string>(
  rounds: number,
  jobs: Readonly<Record<K, () => Promise<number>>>,
): Promise<Readonly<Record<K, number>>> {
  const entries = Object.entries<() => Promise<number>>(jobs).map(([name, job]) => ({
    name,
    job,
    took: [] as number[],
  }));
  for (let round = 0; round < rounds; round++) for (const { job, took } of entries) took.push(await job());
  return Object.fromEntries(entries.map(({ name, took }) => [name, median(took)])) as Record<K, number>;
}

/** A size at which a job of minutes is not done three times over. */
export const HUGE = 1_000_000;

/** How often a size is measured, and what the line says of it where that is once only. */
export function roundsAt(rows: number, rounds: number): { readonly rounds: number; readonly once: string } {
  return rows >= HUGE || rounds === 1 ? { rounds: 1, once: " (one run)" } : { rounds, once: "" };
}

export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function rounded(value: number): number {
  return Number(value.toFixed(value < 100 ? 2 : 0));
}

function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

/** Where a job is done at several sizes: figures of one name show how its cost grows. */
export interface Growth {
  readonly of: string;
  readonly rows: number;
  /** A sort may grow as n log n. */
  readonly sorts?: true;
}

interface Measured {
  readonly bench?: string;
  readonly what: string;
  readonly ours: number;
  readonly growth?: Growth;
}

interface GrowthFigure {
  readonly bench?: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  readonly goal: { readonly ours: number };
}

/** What a row may cost more at a larger size before it counts as worse than linear: no two runs are quite alike. */
const PATIENCE = 1.25;

/**
 * How cost grows with size, a line for each name that stands at two sizes or more: the time for a row at each size as a
 * multiple of that at the smallest. Above 1 is worse than linear; a sort may cost as much more as its logarithm.
 */
export function growthOf(figures: readonly Measured[]): readonly GrowthFigure[] {
  const series = new Map<string, { readonly figure: Measured; readonly growth: Growth }[]>();
  for (const figure of figures) {
    const { growth } = figure;
    if (growth === undefined) continue;
    const key = `${figure.bench ?? ""}\n${growth.of}`;
    series.set(key, [...(series.get(key) ?? []), { figure, growth }]);
  }
  return [...series.values()].flatMap((unsorted) => {
    const points = [...unsorted].sort((a, b) => a.growth.rows - b.growth.rows);
    const [first, ...rest] = points;
    if (first === undefined || rest.length === 0) return [];
    const costs = points.map(({ figure, growth }) => {
      const perRow = figure.ours / growth.rows / (first.figure.ours / first.growth.rows);
      const allowed = growth.sorts === true ? Math.log(growth.rows) / Math.log(first.growth.rows) : 1;
      return { rows: growth.rows, perRow, excess: perRow / allowed };
    });
    const { bench } = first.figure;
    return [
      {
        ...(bench === undefined ? {} : { bench }),
        what: `growth of ${first.growth.of}: a row costs ${costs.map(({ rows, perRow }) => `${short(rows)} ${perRow.toFixed(2)}`).join(", ")}`,
        ours: Math.max(...costs.map(({ excess }) => excess)),
        unit: first.growth.sorts === true ? "× n log n" : "× linear",
        goal: { ours: PATIENCE },
      },
    ];
  });
}

function short(rows: number): string {
  return rows >= 1_000_000 ? `${rows / 1_000_000} M` : rows >= 1000 ? `${rows / 1000} k` : String(rows);
}

import type { Problem } from "./types.ts";

export interface Sighting {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly title: string;
  /** The minute of the report, `YYYY-MM-DDTHH:mm`; null when only a day is known. */
  readonly minute: string | null;
}

/** Incidents under different numbers with one title and one minute of report: probably written down twice. */
export function* findNearDuplicates(sightings: readonly Sighting[]): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const { row, title, minute } of sightings) {
    if (minute === null) continue;
    const key = `${minute} ${title}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else
      yield {
        row,
        column: "",
        kind: "nearDuplicate",
        value: `${title.slice(0, 100)}（${first}）`,
        holds: false,
      };
  }
}

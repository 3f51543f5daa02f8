import { TextIndex } from "./text-index.ts";
import type { Problem } from "./types.ts";

export interface Sighting {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly title: string;
  /** The minute of the report, `YYYY-MM-DDTHH:mm`; null when only a day is known. */
  readonly minute: string | null;
}

/** As many as a plan tells at most. */
const MAX_TOLD = 10_000;

/** Incidents under different numbers with one title and one minute of report: probably written down twice. */
export class NearDuplicates {
  readonly problems: Problem[] = [];
  /** How many there are besides those told. */
  untold = 0;
  readonly #sightingOf: (group: number) => Sighting;
  readonly #seen: TextIndex;

  /** `sightingOf` gives once more what was seen under a number. */
  constructor(sightingOf: (group: number) => Sighting) {
    this.#sightingOf = sightingOf;
    this.#seen = new TextIndex((group) => keyOf(sightingOf(group)));
  }

  see(sighting: Sighting, group: number): void {
    if (sighting.minute === null) return;
    const first = this.#seen.put(keyOf(sighting), group);
    if (first === -1) return;
    if (this.problems.length === MAX_TOLD) {
      this.untold++;
      return;
    }
    this.problems.push({
      row: sighting.row,
      column: "",
      kind: "nearDuplicate",
      value: `${sighting.title.slice(0, 100)}（${this.#sightingOf(first).row}）`,
      holds: false,
    });
  }
}

function keyOf({ minute, title }: Sighting): string {
  return `${minute ?? ""} ${title}`;
}

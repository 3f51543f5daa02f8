import type { Assessment } from "../../../shared/rules/scores/assess.ts";
import { recurringFaults } from "../../../shared/rules/scores/recurring-faults.ts";
import type { Score } from "../../../shared/rules/scores/score.ts";
import { byLateness } from "./parts.ts";
import type { BehindFigure, Figure } from "./scoring.ts";

/** Places of incidents in the list of all, and by how much each was late (0 where it was not). */
interface Places {
  readonly at: number[];
  readonly overrunMs: number[];
}

/** Which incidents stand behind each figure: a number of four bytes for each result, for the card's life. */
export class Behind {
  readonly #ids: string[] = [];
  /** By vendor, then by clause ("" for what is said of the incident as a whole), then by figure. */
  readonly #places = new Map<string, Map<string, Map<string, Places>>>();

  add({ id, vendorIds, unpromised, results }: Assessment): void {
    const at = this.#ids.push(id) - 1;
    for (const vendorId of vendorIds) {
      this.#put(at, vendorId, "", "incidents", 0);
      if (unpromised !== undefined) this.#put(at, vendorId, "", "unpromised", 0);
    }
    for (const { vendorId, clauseId, excluded, outcomes, overrunMs } of results) {
      const of = excluded === undefined ? outcomes.hospital : "excluded";
      this.#put(at, vendorId, clauseId, of, of === "breached" ? overrunMs : 0);
    }
  }

  /** `score` is the one that the same assessments were added to. */
  of(figure: Figure, score: Score, from: number, to: number): BehindFigure {
    const found = figure.of === "recurred" ? recurredIn(score, figure.vendorId) : this.#found(figure);
    const incidents = [...found].map(([id, overrunMs]) => ({ id, overrunMs })).sort(byLateness);
    return { count: incidents.length, incidents: incidents.slice(from, to) };
  }

  #found({ vendorId, clauseId, of }: Figure): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [clause, byFigure] of this.#places.get(vendorId) ?? []) {
      const places = byFigure.get(of);
      if (places === undefined || (clauseId !== undefined && clauseId !== clause)) continue;
      for (const [n, at] of places.at.entries()) {
        const id = this.#ids[at] ?? "";
        found.set(id, Math.max(found.get(id) ?? 0, places.overrunMs[n] ?? 0));
      }
    }
    return found;
  }

  #put(at: number, vendorId: string, clauseId: string, of: Figure["of"], overrunMs: number): void {
    const places = entry(
      entry(
        entry(this.#places, vendorId, () => new Map<string, Map<string, Places>>()),
        clauseId,
        () => new Map<string, Places>(),
      ),
      of,
      (): Places => ({ at: [], overrunMs: [] }),
    );
    places.at.push(at);
    if (overrunMs > 0) places.overrunMs[places.at.length - 1] = overrunMs;
  }
}

function recurredIn(score: Score, vendorId: string): ReadonlyMap<string, number> {
  const vendor = score.vendors.get(vendorId);
  const ids = vendor === undefined ? [] : [...vendor.cameBack, ...recurringFaults(vendor.faults)];
  return new Map(ids.map((id) => [id, 0]));
}

function entry<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = fresh();
  map.set(key, value);
  return value;
}

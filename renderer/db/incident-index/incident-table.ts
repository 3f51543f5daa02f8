import { instant } from "../../../shared/lib/instants.ts";
import { must } from "../../../shared/lib/must.ts";
import type { IncidentColumn, IncidentQuery, IncidentRow } from "../desk.ts";
import type { IndexedRow } from "./indexed-row.ts";
import { LoadedSegment, rowAt } from "./loaded-segment.ts";
import { placeOf, segmentOf } from "./segment.ts";
import { compareKeys, isCoded, isTime, TablePart, type NamesById } from "./table-part.ts";

/** The rows that a query found, as they stood when it was asked. */
export interface Selection {
  readonly count: number;
  rows(from: number, to: number): readonly IncidentRow[];
}

/**
 * Every incident as the list shows it, column by column, where it is sorted, filtered and searched. Most rows lie in
 * segments that never change; the few that came or changed since are young and make a segment of their own, rebuilt
 * when it is asked about. Rows of an import that does not stand are there and not shown.
 */
export class IncidentTable {
  #segments: readonly LoadedSegment[] = [];
  #old = new TablePart([], NO_NAMES);
  readonly #youngRows = new Map<string, IndexedRow>();
  #young: TablePart | undefined;
  #names = NO_NAMES;
  #isShown: (batchId: string) => boolean = () => true;

  get segments(): readonly LoadedSegment[] {
    return this.#segments;
  }

  get youngCount(): number {
    return this.#youngRows.size;
  }

  /** How many rows are shown. */
  get size(): number {
    const everything = { search: "", filters: {} };
    return countOf(this.#old.matching(everything, this.#isShown)) + this.#youngRows.size;
  }

  replaceSegments(segments: readonly LoadedSegment[]): void {
    this.#segments = segments;
    this.#old = new TablePart(segments, this.#names);
  }

  rename(names: NamesById): void {
    this.#names = names;
    this.#old = new TablePart(this.#segments, names);
    this.#young = undefined;
  }

  /** Which imports stand; rows of none always do. */
  show(isShown: (batchId: string) => boolean): void {
    this.#isShown = (batchId) => batchId === "" || isShown(batchId);
  }

  put(row: IndexedRow): void {
    this.delete(row.id);
    this.#youngRows.set(row.id, row);
  }

  delete(id: string): void {
    this.#young = undefined;
    if (this.#youngRows.delete(id)) return;
    for (const { segment, dead } of this.#segments) {
      const place = placeOf(segment, id);
      if (place >= 0) dead[place] = 1;
    }
  }

  /** Whether a segment holds this incident, alive or dead. */
  holds(id: string): boolean {
    return this.#segments.some(({ segment }) => placeOf(segment, id) >= 0);
  }

  young(): readonly IndexedRow[] {
    return [...this.#youngRows.values()];
  }

  /** The young rows lie in a segment from now on, which the caller adds. */
  forgetYoung(): void {
    this.#youngRows.clear();
    this.#young = undefined;
  }

  select(query: IncidentQuery): Selection {
    const { column, descending } = query.sort;
    const [old, young] = [this.#old, this.#youngPart()];
    const marks = [old.matching(query, this.#isShown), young.matching(query, this.#isShown)] as const;
    const olds = picked(old.orderOf(column), marks[0]);
    const youngs = picked(young.orderOf(column), marks[1]);
    const merged = this.#merge(column, old, olds, young, youngs);
    const count = merged.length;
    return {
      count,
      rows: (from, to) => {
        const [first, last] = descending ? [count - Math.min(to, count), count - from] : [from, to];
        const rows = Array.from(merged.subarray(Math.max(0, first), last), (position) =>
          position < old.count ? listed(old, position) : listed(young, position - old.count),
        );
        return descending ? rows.reverse() : rows;
      },
    };
  }

  values(column: IncidentColumn, limit: number): { value: string; count: number }[] {
    const counts = new Map<string, number>();
    const everything = { search: "", filters: {} };
    for (const part of [this.#old, this.#youngPart()]) {
      const marks = part.matching(everything, this.#isShown);
      for (let position = 0; position < marks.length; position++) {
        if (marks[position] !== 1) continue;
        const value = cell(part, position, column);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const found = [...counts].map(([value, count]) => ({ value, count }));
    return found.sort((a, b) => b.count - a.count).slice(0, limit);
  }

  /** Reported here, not resolved, oldest first: imported history never alarms (clocks R15). */
  open(limit: number): string[] {
    const wanted = { search: "", filters: { status: ["pending", "inProgress", "onHold"] } };
    const found: { readonly id: string; readonly reportedMs: number }[] = [];
    for (const part of [this.#old, this.#youngPart()]) {
      const marks = part.matching(wanted, this.#isShown);
      for (let position = 0; position < marks.length; position++) {
        const row = marks[position] === 1 ? part.at(position) : undefined;
        if (row === undefined || row.loaded.segment.imported[row.place] === 1) continue;
        const { id, times } = rowAt(row.loaded, row.place);
        found.push({ id, reportedMs: times.reportedAt });
      }
    }
    return found
      .sort((a, b) => a.reportedMs - b.reportedMs)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  #youngPart(): TablePart {
    this.#young ??= new TablePart(
      this.#youngRows.size === 0 ? [] : [new LoadedSegment(segmentOf([...this.#youngRows.values()]), "")],
      this.#names,
    );
    return this.#young;
  }

  /** Young rows into their places among the old: they are few, so each looks for its own. */
  #merge(
    column: IncidentColumn,
    old: TablePart,
    olds: Uint32Array,
    young: TablePart,
    youngs: Uint32Array,
  ): Uint32Array {
    if (youngs.length === 0) return olds;
    const merged = new Uint32Array(olds.length + youngs.length);
    let taken = 0;
    let at = 0;
    for (const position of youngs) {
      const place = placeAmong(column, young, position, old, olds, taken);
      merged.set(olds.subarray(taken, place), at);
      at += place - taken;
      merged[at++] = old.count + position;
      taken = place;
    }
    merged.set(olds.subarray(taken), at);
    return merged;
  }
}

const NO_NAMES: NamesById = { systems: new Map(), vendors: new Map() };

function picked(order: Uint32Array, marks: Uint8Array): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (const position of order) if (marks[position] === 1) kept[count++] = position;
  return kept.subarray(0, count);
}

function countOf(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

/** The first old row, from `from` on, that comes after the young one. */
function placeAmong(
  column: IncidentColumn,
  young: TablePart,
  position: number,
  old: TablePart,
  olds: Uint32Array,
  from: number,
): number {
  const own = young.keyOf(column, position);
  let [low, high] = [from, olds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(old.keyOf(column, olds[middle] ?? 0), own) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cell(part: TablePart, position: number, column: IncidentColumn): string {
  const { loaded, place } = must(part.at(position), "a marked position is a row");
  if (isCoded(column)) return part.shownValue(column, loaded.value(column, place));
  if (isTime(column)) return timeText(loaded.segment.times[column][place] ?? 0);
  return loaded.text(column, place);
}

function listed(part: TablePart, position: number): IncidentRow {
  const { loaded, place } = must(part.at(position), "a selected position is a row");
  const { id, texts, coded, times } = rowAt(loaded, place);
  return {
    id,
    ...texts,
    ...coded,
    system: part.shownValue("system", coded.system),
    vendor: part.shownValue("vendor", coded.vendor),
    reportedAt: timeText(times.reportedAt),
    respondedAt: timeText(times.respondedAt),
    resolvedAt: timeText(times.resolvedAt),
  };
}

function timeText(ms: number): string {
  return ms === 0 ? "" : instant(ms);
}

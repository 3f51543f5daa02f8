import { must } from "../../../shared/lib/must.ts";
import type { CodedColumn, Column, ListedType, NameOf } from "./listed-type.ts";
import type { LoadedSegment } from "./loaded-segment.ts";
import { Matcher, type Sought } from "./matcher.ts";
import { mergedOrder } from "./merge.ts";
import type { CodedValues } from "./segment.ts";
import { compareByDictionary, orderByDictionary, orderByNumbers, orderByTexts } from "./order.ts";

/** Segments side by side, so that a row is one number: its position in them all. */
export class TablePart {
  readonly segments: readonly LoadedSegment[];
  readonly count: number;
  readonly #listed: ListedType;
  #nameOf: NameOf;
  readonly #bases: Uint32Array;
  #matcher: Matcher;
  readonly #orders = new Map<string, Uint32Array>();

  constructor(listed: ListedType, segments: readonly LoadedSegment[], nameOf: NameOf) {
    this.segments = segments;
    this.#listed = listed;
    this.#nameOf = nameOf;
    this.#matcher = new Matcher(listed, nameOf);
    this.#bases = new Uint32Array(segments.length);
    let count = 0;
    for (const [at, { segment }] of segments.entries()) {
      this.#bases[at] = count;
      count += segment.count;
    }
    this.count = count;
  }

  /** This part with more rows behind: the orders that are known already are not sorted anew. */
  with(more: readonly LoadedSegment[]): TablePart {
    const grown = new TablePart(this.#listed, [...this.segments, ...more], this.#nameOf);
    const added = new TablePart(this.#listed, more, this.#nameOf);
    for (const [column, order] of this.#orders) {
      grown.#orders.set(column, mergedOrder(column, this, order, added, added.orderOf(column)));
    }
    return grown;
  }

  /** This part without some of its segments: the orders that are known already are kept. */
  without(dropped: readonly LoadedSegment[]): TablePart {
    const gone = new Set(dropped);
    const rest = new TablePart(
      this.#listed,
      this.segments.filter((loaded) => !gone.has(loaded)),
      this.#nameOf,
    );
    /** The new position of each row, or that it has none. */
    const moved = new Uint32Array(this.count).fill(NOWHERE);
    let next = 0;
    for (const [at, loaded] of this.segments.entries()) {
      if (gone.has(loaded)) continue;
      const base = this.#bases[at] ?? 0;
      for (let place = 0; place < loaded.segment.count; place++) moved[base + place] = next++;
    }
    for (const [column, order] of this.#orders)
      rest.#orders.set(
        column,
        order.map((position) => moved[position] ?? NOWHERE).filter((position) => position !== NOWHERE),
      );
    return rest;
  }

  /** Names changed: what goes by them is found out again. */
  rename(nameOf: NameOf): void {
    this.#nameOf = nameOf;
    this.#matcher = new Matcher(this.#listed, nameOf);
    for (const [name, column] of Object.entries(this.#listed.columns)) {
      if (column.kind === "coded" && column.isNamed) this.#orders.delete(name);
    }
  }

  at(position: number): { readonly loaded: LoadedSegment; readonly place: number } {
    let low = 0;
    let high = this.#bases.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#bases[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    const loaded = must(this.segments[low], "a position is a row");
    return { loaded, place: position - (this.#bases[low] ?? 0) };
  }

  /** Positions in the order of a column, dead rows and all: once found it holds until the segments or a name change. */
  orderOf(column: string): Uint32Array {
    let order = this.#orders.get(column);
    if (order === undefined) {
      order = this.#order(column);
      this.#orders.set(column, order);
    }
    return order;
  }

  /** Below 0 where a row of this part comes before one of another, by a column. */
  compare(column: string, position: number, other: TablePart, otherPosition: number): number {
    const { loaded, place } = this.at(position);
    const { loaded: otherLoaded, place: otherPlace } = other.at(otherPosition);
    const how = this.#column(column);
    if (how.kind === "number") {
      const [a, b] = [loaded.number(column, place), otherLoaded.number(column, otherPlace)];
      return (Number.isNaN(a) ? -Infinity : a) - (Number.isNaN(b) ? -Infinity : b) || 0;
    }
    if (how.kind === "text")
      return compareWords(how.order, loaded.text(column, place), otherLoaded.text(column, otherPlace));
    const [a, b] = [loaded.value(column, place), otherLoaded.value(column, otherPlace)];
    return compareWords(how.order, how.shown(a, this.#nameOf), how.shown(b, this.#nameOf));
  }

  /** What a cell shows. */
  cell(
    column: string,
    { loaded, place }: { readonly loaded: LoadedSegment; readonly place: number },
  ): string {
    const how = this.#column(column);
    if (how.kind === "text") return loaded.text(column, place);
    if (how.kind === "coded") return how.shown(loaded.value(column, place), this.#nameOf);
    const number = loaded.number(column, place);
    if (Number.isNaN(number)) return "";
    return how.isInstant ? new Date(number).toISOString() : String(number);
  }

  /** Adds up how often each value of a column is shown. A coded one is counted by its codes. */
  countValues(column: string, isShown: (batchId: string) => boolean, counts: Map<string, number>): void {
    const how = this.#column(column);
    for (const loaded of this.segments) {
      const marks = new Uint8Array(loaded.segment.count);
      loaded.markShown(isShown, marks);
      const add = (value: string, count: number): void => {
        if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
      };
      const { values, codes } = how.kind === "coded" ? (loaded.segment.coded[column] ?? NOTHING) : NOTHING;
      const byCode = new Uint32Array(values.length);
      for (let place = 0; place < loaded.segment.count; place++) {
        if (marks[place] !== 1) continue;
        const code = codes[place];
        if (code === undefined) add(this.cell(column, { loaded, place }), 1);
        else byCode[code] = (byCode[code] ?? 0) + 1;
      }
      if (how.kind !== "coded") continue;
      for (const [code, value] of values.entries()) add(how.shown(value, this.#nameOf), byCode[code] ?? 0);
    }
  }

  /** 1 for every living row that the query wants; `isShown` says which imports stand. */
  matching(query: Sought, isShown: (batchId: string) => boolean): Uint8Array {
    const marks = new Uint8Array(this.count);
    const sought = this.#matcher.sought(query);
    for (const [at, loaded] of this.segments.entries()) {
      if (!isShown(loaded.batchId)) continue;
      const base = this.#bases[at] ?? 0;
      const own = marks.subarray(base, base + loaded.segment.count);
      loaded.markShown(isShown, own);
      sought(loaded, own);
    }
    return marks;
  }

  #order(column: string): Uint32Array {
    const how = this.#column(column);
    if (how.kind === "coded") return orderByNumbers(this.#ranks(column, how));
    if (how.kind === "number") return orderByNumbers(this.#numbers(column));
    const pieces = this.#texts(column);
    return how.order === "code" ? orderByTexts([...pieces].flat()) : orderByDictionary(pieces, this.count);
  }

  /** A text column, segment by segment: read through once, and not kept. */
  *#texts(column: string): Generator<readonly string[]> {
    for (const loaded of this.segments) yield loaded.readTexts(column);
  }

  /** From 1 up, whatever the least is; 0 where nothing is known. */
  #numbers(column: string): Float64Array {
    const keys = new Float64Array(this.count);
    for (const [at, { segment }] of this.segments.entries())
      keys.set(segment.numbers[column] ?? [], this.#bases[at]);
    // Counted, not iterated: a loop that runs once, over a million, is not made fast in time.
    let least = Infinity;
    for (let position = 0; position < keys.length; position++) {
      const key = keys[position] ?? NaN;
      if (key < least) least = key;
    }
    for (let position = 0; position < keys.length; position++) {
      const key = keys[position] ?? NaN;
      keys[position] = Number.isNaN(key) ? 0 : key - least + 1;
    }
    return keys;
  }

  #ranks(name: string, column: CodedColumn): Float64Array {
    const shown = new Map<string, string>();
    for (const { segment } of this.segments)
      for (const value of segment.coded[name]?.values ?? [])
        if (!shown.has(value)) shown.set(value, column.shown(value, this.#nameOf));
    const ranks = ranksOf(column.order, [...new Set(shown.values())]);
    const keys = new Float64Array(this.count);
    for (const [at, { segment }] of this.segments.entries()) {
      const { values, codes } = segment.coded[name] ?? NOTHING;
      const own = values.map((value) => ranks.get(shown.get(value) ?? "") ?? 0);
      const base = this.#bases[at] ?? 0;
      for (let place = 0; place < codes.length; place++) keys[base + place] = own[codes[place] ?? 0] ?? 0;
    }
    return keys;
  }

  #column(name: string): Column {
    return name === "id" ? ID : must(this.#listed.columns[name], "a list has the columns it is asked about");
  }
}

const NOWHERE = 0xffff_ffff;
const ID: Column = { kind: "text", order: "code" };
const NOTHING: CodedValues = { values: [], codes: new Uint16Array(0) };

/** Codes in their order, what is not in it last; words as a dictionary has them. */
function ranksOf(order: CodedColumn["order"], values: readonly string[]): Map<string, number> {
  if (typeof order !== "string") return new Map(values.map((value) => [value, placeIn(order, value)]));
  const positions = order === "code" ? orderByTexts(values) : orderByDictionary([values], values.length);
  return new Map(Array.from(positions, (position, rank) => [values[position] ?? "", rank]));
}

function compareWords(order: CodedColumn["order"], a: string, b: string): number {
  if (typeof order !== "string") return placeIn(order, a) - placeIn(order, b);
  if (order === "dictionary") return compareByDictionary(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeIn(order: readonly string[], value: string): number {
  return order.includes(value) ? order.indexOf(value) : order.length;
}

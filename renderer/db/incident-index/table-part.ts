import { must } from "../../../shared/lib/must.ts";
import type { IncidentColumn, IncidentQuery } from "../desk.ts";
import { initialsOf } from "../initials.ts";
import { CODED_COLUMNS, TIME_COLUMNS, searchable, type CodedColumn, type TimeColumn } from "./indexed-row.ts";
import type { LoadedSegment } from "./loaded-segment.ts";
import { orderByDictionary, orderByNumbers, orderByTexts } from "./order.ts";

export interface NamesById {
  readonly systems: ReadonlyMap<string, string>;
  readonly vendors: ReadonlyMap<string, string>;
}

/** Segments side by side, so that a row is one number: its position in them all. */
export class TablePart {
  readonly segments: readonly LoadedSegment[];
  readonly count: number;
  readonly #names: NamesById;
  readonly #bases: Uint32Array;
  /** What search compares with, of each different value once. */
  readonly #searched = new Map<string, { readonly words: string; readonly initials: string }>();
  readonly #orders = new Map<IncidentColumn, Uint32Array>();

  constructor(segments: readonly LoadedSegment[], names: NamesById) {
    this.segments = segments;
    this.#names = names;
    this.#bases = new Uint32Array(segments.length);
    let count = 0;
    for (const [at, { segment }] of segments.entries()) {
      this.#bases[at] = count;
      count += segment.count;
    }
    this.count = count;
  }

  at(position: number): { readonly loaded: LoadedSegment; readonly place: number } | undefined {
    let low = 0;
    let high = this.#bases.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#bases[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    const loaded = this.segments[low];
    return loaded === undefined ? undefined : { loaded, place: position - (this.#bases[low] ?? 0) };
  }

  /** Positions in the order of a column, dead rows and all: once found it holds until the segments or a name change. */
  orderOf(column: IncidentColumn): Uint32Array {
    let order = this.#orders.get(column);
    if (order === undefined) {
      order = this.#order(column);
      this.#orders.set(column, order);
    }
    return order;
  }

  /** What a row is sorted by, to compare it with a row of another part. */
  keyOf(column: IncidentColumn, position: number): number | string {
    const { loaded, place } = must(this.at(position), "a position is a row");
    if (isTime(column)) return loaded.segment.times[column][place] ?? 0;
    if (!isCoded(column)) return loaded.text(column, place);
    const value = this.shownValue(column, loaded.value(column, place));
    const order = CODE_ORDERS[column];
    if (order === undefined) return value;
    return order.includes(value) ? order.indexOf(value) : order.length;
  }

  /** What the list shows of a coded column: a system by its name. */
  shownValue(column: CodedColumn, value: string): string {
    if (column === "system") return this.#names.systems.get(value) ?? "";
    return column === "vendor" ? (this.#names.vendors.get(value) ?? "") : value;
  }

  /** 1 for every living row that the query wants; `isShown` says which imports stand. */
  matching(
    query: Pick<IncidentQuery, "search" | "filters">,
    isShown: (batchId: string) => boolean,
  ): Uint8Array {
    const marks = new Uint8Array(this.count);
    const terms = searchable(query.search).split(/\s+/).filter(Boolean);
    const filters = Object.entries(query.filters).filter(([, values]) => values.length > 0);
    for (const [at, loaded] of this.segments.entries()) {
      if (!isShown(loaded.batchId)) continue;
      const own = marks.subarray(this.#bases[at], (this.#bases[at] ?? 0) + loaded.segment.count);
      for (let place = 0; place < own.length; place++) own[place] = 1 - (loaded.dead[place] ?? 0);
      for (const [column, values] of filters) {
        keep(own, this.#filtered(loaded, column as IncidentColumn, new Set(values)));
      }
      for (const term of terms) keep(own, this.#found(loaded, term));
    }
    return marks;
  }

  #filtered(loaded: LoadedSegment, column: IncidentColumn, wanted: ReadonlySet<string>): Uint8Array {
    const found = new Uint8Array(loaded.segment.count);
    if (isCoded(column)) {
      const { values, codes } = loaded.segment.coded[column];
      const fits = values.map((value) => wanted.has(this.shownValue(column, value)));
      for (let place = 0; place < found.length; place++)
        found[place] = fits[codes[place] ?? 0] === true ? 1 : 0;
      return found;
    }
    if (isTime(column)) {
      const ms = new Set([...wanted].map((at) => (at === "" ? 0 : Date.parse(at))));
      const times = loaded.segment.times[column];
      for (let place = 0; place < found.length; place++) found[place] = ms.has(times[place] ?? 0) ? 1 : 0;
      return found;
    }
    for (const [place, text] of loaded.texts(column).entries()) found[place] = wanted.has(text) ? 1 : 0;
    return found;
  }

  /** Rows in which a term occurs: in their words, in a coded value, or, when it is letters, as initials. */
  #found(loaded: LoadedSegment, term: string): Uint8Array {
    const found = new Uint8Array(loaded.segment.count);
    const isLetters = /^[a-z]+$/.test(term);
    loaded.find(term, "words", found);
    if (isLetters) loaded.find(term, "initials", found);
    for (const column of SEARCHED_VALUES) {
      const { values, codes } = loaded.segment.coded[column];
      const fits = values.map((value) => this.#valueHas(column, value, term, isLetters));
      if (!fits.includes(true)) continue;
      for (let place = 0; place < found.length; place++)
        if (fits[codes[place] ?? 0] === true) found[place] = 1;
    }
    return found;
  }

  #valueHas(column: CodedColumn, value: string, term: string, isLetters: boolean): boolean {
    const shown = this.shownValue(column, value);
    let known = this.#searched.get(shown);
    if (known === undefined) {
      known = { words: searchable(shown), initials: initialsOf(shown) };
      this.#searched.set(shown, known);
    }
    return (
      known.words.includes(term) || (isLetters && HAS_INITIALS.has(column) && known.initials.includes(term))
    );
  }

  #order(column: IncidentColumn): Uint32Array {
    if (isCoded(column)) return orderByNumbers(this.#ranks(column));
    if (isTime(column)) {
      const keys = new Float64Array(this.count);
      for (const [at, { segment }] of this.segments.entries())
        keys.set(segment.times[column], this.#bases[at]);
      return orderByNumbers(keys);
    }
    const texts = this.segments.flatMap((loaded) => loaded.texts(column));
    return column === "number" ? orderByTexts(texts) : orderByDictionary(texts);
  }

  #ranks(column: CodedColumn): Float64Array {
    const all = new Set<string>();
    for (const { segment } of this.segments) {
      for (const value of segment.coded[column].values) all.add(this.shownValue(column, value));
    }
    const ranks = rankOf(column, [...all]);
    const keys = new Float64Array(this.count);
    for (const [at, { segment }] of this.segments.entries()) {
      const { values, codes } = segment.coded[column];
      const own = values.map((value) => ranks.get(this.shownValue(column, value)) ?? 0);
      const base = this.#bases[at] ?? 0;
      for (let place = 0; place < codes.length; place++) keys[base + place] = own[codes[place] ?? 0] ?? 0;
    }
    return keys;
  }
}

export function isCoded(column: string): column is CodedColumn {
  return CODED_COLUMNS.some((one) => one === column);
}

export function isTime(column: string): column is TimeColumn {
  return TIME_COLUMNS.some((one) => one === column);
}

const SEARCHED_VALUES = ["system", "vendor", "department", "reporter", "handler", "category"] as const;
const HAS_INITIALS: ReadonlySet<string> = new Set(["system", "vendor", "department", "reporter"]);
const CODE_ORDERS: Readonly<Partial<Record<CodedColumn, readonly string[]>>> = {
  severity: ["critical", "urgent", "normal", "low"],
  status: ["pending", "inProgress", "onHold", "resolved", "closed"],
};

/** Codes by urgency or progress, what is not known last; words as a dictionary has them. */
function rankOf(column: CodedColumn, values: readonly string[]): Map<string, number> {
  const order = CODE_ORDERS[column];
  if (order !== undefined) {
    return new Map(
      values.map((value) => [value, order.includes(value) ? order.indexOf(value) : order.length]),
    );
  }
  const sorted = [...values].sort((a, b) => (column === "evidence" ? (a < b ? -1 : 1) : words.compare(a, b)));
  return new Map(sorted.map((value, rank) => [value, rank]));
}

/** Numbers by size, texts as a dictionary has them. */
export function compareKeys(a: number | string, b: number | string): number {
  return typeof a === "number" || typeof b === "number" ? Number(a) - Number(b) : words.compare(a, b);
}

const words = new Intl.Collator("zh-Hans-CN", { numeric: true });

function keep(marks: Uint8Array, found: Uint8Array): void {
  for (let place = 0; place < marks.length; place++) if (found[place] !== 1) marks[place] = 0;
}

import { must } from "../../../shared/lib/must.ts";
import type { ListQuery, ListRange } from "../desk.ts";
import { initialsOf } from "../initials.ts";
import { searchable, type CodedColumn, type ListedType, type NameOf } from "./listed-type.ts";
import type { LoadedSegment } from "./loaded-segment.ts";
import { rowsWith } from "./search-text.ts";

export type Sought = Pick<ListQuery, "search" | "filters" | "ranges">;

/** Takes the mark from every row of a segment that is not sought. */
type Sift = (loaded: LoadedSegment, marks: Uint8Array) => void;

/** A test of a cell: by what it shows and what stands in it, or by its number. */
interface Test {
  readonly text: (shown: string, value: string) => boolean;
  readonly number: (number: number) => boolean;
}

/** Filters, ranges and search of one kind of list, while names stay as they are. */
export class Matcher {
  readonly #listed: ListedType;
  readonly #nameOf: NameOf;
  /** What search compares with, of each different value of a coded column once. */
  readonly #searched = new Map<string, Map<string, { readonly words: string; readonly initials: string }>>();

  /** The rows of each term that was sought of late, the last one last. */
  readonly #terms = new Map<string, Map<LoadedSegment, Uint8Array>>();

  constructor(listed: ListedType, nameOf: NameOf) {
    this.#listed = listed;
    this.#nameOf = nameOf;
  }

  sought({ search, filters, ranges = {} }: Sought): Sift {
    const terms = searchable(search).split(/\s+/).filter(Boolean);
    const tests = [
      ...Object.entries(filters).flatMap(([column, values = []]) =>
        values.length === 0 ? [] : [[column, oneOf(values)] as const],
      ),
      ...Object.entries(ranges).flatMap(([column, range]) =>
        range?.from === undefined && range?.to === undefined ? [] : [[column, within(range)] as const],
      ),
    ];
    return (loaded, marks) => {
      for (const [column, test] of tests) this.#sift(loaded, column, test, marks);
      for (const term of terms) this.#search(loaded, term, marks);
    };
  }

  #sift(loaded: LoadedSegment, name: string, test: Test, marks: Uint8Array): void {
    const { coded, numbers } = loaded.segment;
    const column = this.#listed.columns[name];
    if (column?.kind === "coded") {
      const { values, codes } = must(coded[name], "a segment has every column");
      const fits = Uint8Array.from(values, (value) =>
        test.text(column.shown(value, this.#nameOf), value) ? 1 : 0,
      );
      // Multiplied, not asked: whether a row fits is anybody's guess, and a wrong one costs a processor ten steps.
      for (let place = 0; place < marks.length; place++)
        marks[place] = (marks[place] ?? 0) * (fits[codes[place] ?? 0] ?? 0);
      return;
    }
    if (column?.kind === "number") {
      const own = must(numbers[name], "a segment has every column");
      for (let place = 0; place < marks.length; place++)
        if (marks[place] === 1 && !test.number(own[place] ?? NaN)) marks[place] = 0;
      return;
    }
    for (const [place, text] of loaded.texts(name).entries()) if (!test.text(text, text)) marks[place] = 0;
  }

  #search(loaded: LoadedSegment, term: string, marks: Uint8Array): void {
    const found = this.#found(loaded, term);
    for (let place = 0; place < marks.length; place++)
      marks[place] = (marks[place] ?? 0) * (found[place] ?? 0);
  }

  /** The rows of a segment that a term occurs in: found once, since a search grows and shrinks word by word. */
  #found(loaded: LoadedSegment, term: string): Uint8Array {
    let bySegment = this.#terms.get(term);
    // The one that was asked about last stands last.
    this.#terms.delete(term);
    bySegment ??= new Map<LoadedSegment, Uint8Array>();
    this.#terms.set(term, bySegment);
    if (this.#terms.size > KEPT_TERMS) {
      const [oldest = ""] = this.#terms.keys();
      this.#terms.delete(oldest);
    }
    let found = bySegment.get(loaded);
    if (found === undefined) {
      found = this.#find(loaded, term);
      bySegment.set(loaded, found);
    }
    return found;
  }

  /** A term occurs in the words of a row, in a coded value of it, or, when it is letters, as initials. */
  #find(loaded: LoadedSegment, term: string): Uint8Array {
    const search = must(loaded.search, "a search waits until its texts are read");
    const hasLetters = /^[a-z0-9]*[a-z][a-z0-9]*$/.test(term);
    const found = rowsWith(term, search.words);
    if (hasLetters) join(found, rowsWith(term, search.initials));
    for (const [name, column] of Object.entries(this.#listed.columns)) {
      if (column.kind !== "coded" || column.words === undefined) continue;
      const { values, codes } = must(loaded.segment.coded[name], "a segment has every column");
      const fits = Uint8Array.from(values, (value) =>
        this.#valueHas(name, column, value, term, hasLetters) ? 1 : 0,
      );
      if (!fits.includes(1)) continue;
      for (let place = 0; place < found.length; place++)
        found[place] = (found[place] ?? 0) | (fits[codes[place] ?? 0] ?? 0);
    }
    return found;
  }

  #valueHas(name: string, column: CodedColumn, value: string, term: string, hasLetters: boolean): boolean {
    const all = this.#searched.get(name) ?? new Map<string, { words: string; initials: string }>();
    this.#searched.set(name, all);
    let known = all.get(value);
    if (known === undefined) {
      const words = column.words?.(column.shown(value, this.#nameOf)) ?? "";
      known = { words: searchable(words), initials: column.hasInitials ? initialsOf(words) : "" };
      all.set(value, known);
    }
    return known.words.includes(term) || (hasLetters && known.initials.includes(term));
  }
}

/** More words are seldom sought together; each costs a byte a row. */
const KEPT_TERMS = 8;

/** Values as they are shown or as they stand in the record; instants as ISO text, `""` where nothing is known. */
function oneOf(values: readonly string[]): Test {
  const wanted = new Set(values);
  const numbers = new Set(values.filter((value) => value !== "").map(numberOf));
  const wantsNone = wanted.has("");
  return {
    text: (shown, value) => wanted.has(shown) || wanted.has(value),
    number: (number) => (Number.isNaN(number) ? wantsNone : numbers.has(number)),
  };
}

/** From `from` on and before `to`; where nothing is known is in no range. */
function within({ from, to }: ListRange): Test {
  const least = from === undefined ? -Infinity : numberOf(from);
  const end = to === undefined ? Infinity : numberOf(to);
  return {
    text: (shown) =>
      shown !== "" && (from === undefined || shown >= from) && (to === undefined || shown < to),
    number: (number) => number >= least && number < end,
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text) : number;
}

function join(found: Uint8Array, more: Uint8Array): void {
  for (let place = 0; place < found.length; place++) if (more[place] === 1) found[place] = 1;
}

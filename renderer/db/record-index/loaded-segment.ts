import type { SearchText } from "./search-text.ts";
import { placeOf, split, type Segment } from "./segment.ts";

/** A segment in memory, with what is found out about it only when it is asked for. */
export class LoadedSegment {
  readonly segment: Segment;
  /** 1 where the row is kept elsewhere since, or is no more. */
  readonly dead: Uint8Array;
  /** "" for rows that no import brought. */
  readonly batchId: string;
  /** Undefined until it is read. */
  search: SearchText | undefined;
  readonly #texts = new Map<string, readonly string[]>();
  #extremes: readonly [least: string, most: string] | undefined;

  constructor(segment: Segment, batchId: string, search?: SearchText, dead?: Uint8Array) {
    this.segment = segment;
    this.batchId = batchId;
    this.search = search;
    this.dead = dead ?? new Uint8Array(segment.count);
  }

  text(column: string, place: number): string {
    return this.texts(column)[place] ?? "";
  }

  /** The texts of a text column, or `id`: at hand from now on. */
  texts(column: string): readonly string[] {
    let parts = this.#texts.get(column);
    if (parts === undefined) {
      parts = this.readTexts(column);
      this.#texts.set(column, parts);
    }
    return parts;
  }

  /** The same for whoever reads them once: those of all segments are as much as the list itself. */
  readTexts(column: string): readonly string[] {
    return (
      this.#texts.get(column) ??
      split(column === "id" ? this.segment.ids : (this.segment.texts[column] ?? ""))
    );
  }

  value(column: string, place: number): string {
    const coded = this.segment.coded[column];
    return coded?.values[coded.codes[place] ?? 0] ?? "";
  }

  number(column: string, place: number): number {
    return this.segment.numbers[column]?.[place] ?? NaN;
  }

  /** The place of an id, dead or alive, or -1. */
  placeOf(id: string): number {
    this.#extremes ??= extremes(this.segment.ids);
    const [least, most] = this.#extremes;
    return id < least || id > most ? -1 : placeOf(this.segment, id);
  }

  /** 1 for each row that is alive and of an import that stands, or of none. */
  markShown(isShown: (batchId: string) => boolean, marks: Uint8Array): void {
    if (!isShown(this.batchId)) return;
    if (!this.dead.includes(1)) marks.fill(1);
    else for (let place = 0; place < marks.length; place++) marks[place] = 1 - (this.dead[place] ?? 0);
    const { brought } = this.segment;
    if (brought === undefined) return;
    const stands = brought.values.map(isShown);
    for (let place = 0; place < marks.length; place++)
      if (stands[brought.codes[place] ?? 0] === false) marks[place] = 0;
  }

  /** Marks dead what is kept elsewhere. */
  hide(ids: ReadonlySet<string>): void {
    for (const [place, id] of this.texts("id").entries()) if (ids.has(id)) this.dead[place] = 1;
  }

  /** The ids of the rows that this import brought, alive or dead, of those that are kept by themselves. */
  idsBrought(batchId: string): readonly string[] {
    const { brought } = this.segment;
    const code = brought?.values.indexOf(batchId) ?? -1;
    if (code < 0) return [];
    return this.texts("id").filter((_, place) => brought?.codes[place] === code);
  }

  get living(): number {
    let count = this.segment.count;
    for (const one of this.dead) count -= one;
    return count;
  }
}

/** Most segments hold ids that were given one after the other: what lies outside is not looked for in them. */
function extremes(ids: string): readonly [least: string, most: string] {
  let [least, most] = ["\uffff", ""];
  for (const id of split(ids)) {
    if (id < least) least = id;
    if (id > most) most = id;
  }
  return [least, most];
}

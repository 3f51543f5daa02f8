import type { AnyField } from "../lib/fields.ts";
import { plainName } from "../import/names.ts";
import type { Draft } from "../import/types.ts";
import { isRecordType, registry, type RecordType, type Stored } from "../records/index.ts";

/** A record that spreadsheets call by one of its names. */
export interface NamedRecord {
  readonly id: string;
  readonly names: readonly string[];
}

/** A record that a draft names and nobody has recorded yet. */
export interface NewName {
  readonly type: RecordType;
  readonly name: string;
}

/** A name that leads nowhere: the record it means cannot be made from its name alone. */
interface LostName {
  readonly field: string;
  readonly name: string;
}

export interface DraftLinks {
  /** By reference field: an id, or ids where the field holds several. */
  readonly ids: Readonly<Record<string, string | readonly string[]>>;
  readonly create: readonly NewName[];
  readonly lost: readonly LostName[];
  /** A field that the record cannot do without is lost: the draft cannot be written. */
  readonly holds: boolean;
}

/** Types that need nothing but a name. Contracts, plans and people of other offices are never invented. */
const MADE_BY_NAME: readonly RecordType[] = ["vendor", "system"];

/** Record types that a draft of this type may name. */
export function typesNamedBy(type: RecordType): RecordType[] {
  return [...new Set(referencesOf(type).map((reference) => reference.refersTo))];
}

/** The names under which a spreadsheet may know a record: its title, its short name, its number. */
export function namesOfRecord(record: Stored): NamedRecord {
  const data: Readonly<Record<string, unknown>> = record.data;
  const names = [data[registry[record.type].title], data["shortName"], data["number"]];
  return {
    id: record.id,
    names: names.filter((name) => typeof name === "string" && name !== "") as string[],
  };
}

/**
 * Names met in an import and the ids they stand for. Two spellings are one name when they differ only in
 * blanks, case, punctuation or full-width forms. The first record of a name wins.
 */
export class KnownNames {
  readonly #ids = new Map<string, string>();
  /** Spellings met before: an old ledger names the same vendor ten thousand times. */
  readonly #spelled = new Map<string, string>();

  constructor(known: Readonly<Partial<Record<RecordType, readonly NamedRecord[]>>>) {
    for (const [type, records] of Object.entries(known)) {
      if (!isRecordType(type)) continue;
      for (const { id, names } of records) for (const name of names) this.learn({ type, name }, id);
    }
  }

  find(type: RecordType, name: string): string | undefined {
    const spelling = `${type} ${name}`;
    const met = this.#spelled.get(spelling);
    if (met !== undefined) return met;
    const id = this.#ids.get(keyOf(type, name));
    if (id !== undefined) this.#spelled.set(spelling, id);
    return id;
  }

  learn({ type, name }: NewName, id: string): void {
    const key = keyOf(type, name);
    if (!this.#ids.has(key)) this.#ids.set(key, id);
  }
}

/** What the names of a draft lead to. Names to create are given once each; learn their ids and ask again. */
export function linksOf(draft: Draft, known: KnownNames): DraftLinks {
  const ids: Record<string, string | readonly string[]> = {};
  const create = new Map<string, NewName>();
  const lost: LostName[] = [];
  let holds = false;
  for (const { field, refersTo, required, many } of referencesOf(draft.type)) {
    const found: string[] = [];
    for (const name of draft.names[field] ?? []) {
      const id = known.find(refersTo, name);
      if (id !== undefined) found.push(id);
      else if (MADE_BY_NAME.includes(refersTo)) create.set(keyOf(refersTo, name), { type: refersTo, name });
      else {
        lost.push({ field, name });
        holds ||= required;
      }
    }
    const first = found[0];
    if (first !== undefined) ids[field] = many ? found : first;
  }
  return { ids, create: [...create.values()], lost, holds };
}

/**
 * The draft's data with ids for names. A name that leads nowhere is kept as a line of text, `栏目：名称`, where the
 * type has room for it, so that nothing of the old ledger is lost.
 */
export function linkedData(draft: Draft, { ids, lost }: DraftLinks): Record<string, unknown> {
  const data: Record<string, unknown> = { ...draft.data, ...ids };
  const fields: Readonly<Record<string, AnyField>> = registry[draft.type].fields;
  const room = ["extra", "note", "result"].find((name) => fields[name]?.kind === "longText");
  if (lost.length > 0 && room !== undefined) {
    const before = typeof data[room] === "string" ? [data[room]] : [];
    const lines = lost.map(({ field, name }) => `${fields[field]?.label.zh ?? field}：${name}`);
    data[room] = [...before, ...lines].join("\n");
  }
  return data;
}

interface Reference {
  readonly field: string;
  readonly refersTo: RecordType;
  readonly required: boolean;
  readonly many: boolean;
}

const referencesByType = new Map<RecordType, readonly Reference[]>();

function referencesOf(type: RecordType): readonly Reference[] {
  let references = referencesByType.get(type);
  if (references === undefined) {
    const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
    references = Object.entries(fields).flatMap(([field, { kind, refersTo, required }]) =>
      refersTo !== undefined && isRecordType(refersTo)
        ? [{ field, refersTo, required, many: kind === "references" }]
        : [],
    );
    referencesByType.set(type, references);
  }
  return references;
}

function keyOf(type: RecordType, name: string): string {
  return `${type} ${plainName(name)}`;
}

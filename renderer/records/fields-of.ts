import type { AnyField } from "../../shared/lib/fields.ts";
import { isRecordType, registry, type RecordType, type Stored } from "../../shared/records/index.ts";

/** The fields of a record type in the order of its definition. */
export function fieldsOf(type: RecordType): readonly (readonly [string, AnyField])[] {
  return Object.entries<AnyField>(registry[type].fields);
}

/** The record types that the fields of a type point at, each once. */
export function referredTypes(type: RecordType): readonly RecordType[] {
  const types = fieldsOf(type).map(([, field]) => field.refersTo ?? "");
  return [...new Set(types)].filter(isRecordType);
}

/** A record's data as a plain map: the generic pieces know no type. */
export function dataOf(record: Stored): Readonly<Record<string, unknown>> {
  return record.data;
}

/** What a record is called in lists, references and headings. */
export function titleOf(record: Stored): string {
  const title = dataOf(record)[registry[record.type].title];
  return typeof title === "string" && title !== "" ? title : record.id;
}

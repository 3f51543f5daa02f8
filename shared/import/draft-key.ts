import type { AnyField } from "../lib/fields.ts";
import { registry, type RecordType } from "../records/index.ts";
import type { NameOf } from "./cell-text.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * By what two records are the same to an import: an incident its number, a vendor or system its name, a contract
 * its number or title, anything else all that it says. `names` are the references by name, as in a `Draft`.
 */
export function draftKey(
  type: RecordType,
  data: Data,
  names: Readonly<Record<string, readonly string[]>>,
): string {
  const text = (name: string): string | null => {
    const value = data[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  switch (type) {
    case "incident":
      return text("number") ?? "";
    case "contract":
      return text("number") ?? text("title") ?? "";
    case "vendor":
    case "system":
    case "hospital":
    case "calendar":
    case "backupPlan":
      return text("name") ?? "";
    default:
      return JSON.stringify([type, sorted(data, type), sorted(names, type)]);
  }
}

/** The same key for a record of the store, whose references are ids: `nameOf` gives the names they go by. */
export function keyOfStored(type: RecordType, stored: Data, nameOf: NameOf): string {
  const data: Record<string, unknown> = {};
  const names: Record<string, readonly string[]> = {};
  for (const [field, { kind, refersTo }] of Object.entries<AnyField>(registry[type].fields)) {
    const value = stored[field];
    if (value === undefined) continue;
    if (kind !== "reference" && kind !== "references") {
      data[field] = value;
      continue;
    }
    const ids = (Array.isArray(value) ? value : [value]) as readonly string[];
    names[field] = ids.map((id) => nameOf(refersTo ?? "", id) ?? id);
  }
  return draftKey(type, data, names);
}

/** In the order of the definition, so that one record has one key. */
function sorted(values: Readonly<Record<string, unknown>>, type: RecordType): unknown[] {
  return Object.keys(registry[type].fields).map((name) => values[name] ?? null);
}

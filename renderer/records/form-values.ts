import type { AnyField } from "../../shared/lib/fields.ts";

export type FormValues = Readonly<Record<string, unknown>>;
type Fields = readonly (readonly [string, AnyField])[];

/**
 * What a filled form says, ready for the strict schema: text without blanks around it, no empty values, no empty
 * rows. Fields that the form does not know (of a newer desk) are left out: a save is a patch, so they survive.
 */
export function filled(fields: Fields, values: FormValues): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const value = tidy(field, values[name]);
    if (value !== undefined) data[name] = value;
  }
  return data;
}

/** The patch that makes `after` of `before`: changed fields, `null` for cleared ones. Empty: nothing changed. */
export function patchBetween(fields: Fields, before: FormValues, after: FormValues): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const [name] of fields) {
    const [old, now] = [before[name], after[name]];
    if (JSON.stringify(old) !== JSON.stringify(now)) patch[name] = now ?? null;
  }
  return patch;
}

function tidy(field: AnyField, value: unknown): unknown {
  if (typeof value === "string") {
    const text = value.trim();
    return text === "" ? undefined : text;
  }
  if (!Array.isArray(value)) return value ?? undefined;
  const list = value as readonly unknown[];
  if (field.kind !== "rows") return list.length === 0 ? undefined : list;
  const rows = list
    .map((row) => filled(Object.entries(field.row ?? {}), row as FormValues))
    .filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? undefined : rows;
}

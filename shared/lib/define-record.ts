import { z } from "zod";
import type { AnyField, Field } from "./fields.ts";
import type { Label } from "./label.ts";

export type { Label } from "./label.ts";

type Shape = Readonly<Record<string, AnyField>>;

/** The TypeScript type of a record's data: required fields by name, optional ones with `?`. */
export type DataOf<F extends Shape> = {
  -readonly [K in keyof F as F[K] extends Field<unknown, true> ? K : never]: ValueOf<F[K]>;
} & {
  -readonly [K in keyof F as F[K] extends Field<unknown, true> ? never : K]?: ValueOf<F[K]>;
};

type ValueOf<T> = T extends Field<infer V, boolean> ? V : never;

/** IndexedDB cannot index booleans, and loses rows whose value is missing: neither compiles as an index. */
type IndexableKey<F extends Shape> = {
  [K in keyof F & string]: F[K] extends Field<infer V, true>
    ? V extends string | number
      ? K
      : never
    : never;
}[keyof F & string];

export interface Migration {
  readonly to: number;
  readonly up: (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

export interface RecordDefinition<T extends string = string, F extends Shape = Shape> {
  readonly type: T;
  readonly version: number;
  readonly label: Label;
  readonly fields: F;
  /** The field that names a record in lists and references. */
  readonly title: keyof F & string;
  readonly indexes: readonly string[];
  /** The field that holds the record this one belongs to; packed history is kept in its order. */
  readonly parent?: keyof F & string;
  /** Records that are only ever added, never edited: timeline, fax log. */
  readonly appendOnly?: boolean;
  readonly migrations: readonly Migration[];
  /** A new save is strict: this schema refuses what it does not know. */
  readonly schema: z.ZodType<DataOf<F>>;
}

/**
 * One record type of the office. From this come the TypeScript type, the store's indexes, the plain form,
 * the spreadsheet headings, the print sheet and the check of a change. It is data: no React, no `if`.
 */
export function defineRecord<const T extends string, const F extends Shape>(definition: {
  readonly type: T;
  readonly version: number;
  readonly label: Label;
  readonly fields: F;
  readonly title: keyof F & string;
  readonly indexes?: readonly IndexableKey<F>[];
  readonly parent?: keyof F & string;
  readonly appendOnly?: boolean;
  readonly migrations?: readonly Migration[];
}): RecordDefinition<T, F> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    shape[name] = field.required ? field.schema : field.schema.optional();
  }
  return {
    ...definition,
    indexes: definition.indexes ?? [],
    migrations: definition.migrations ?? [],
    // The shape is built from `F` in the loop above, which the compiler cannot follow.
    schema: z.strictObject(shape) as unknown as z.ZodType<DataOf<F>>,
  };
}

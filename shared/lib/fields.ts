import { z } from "zod";
import { isDate } from "./dates.ts";
import type { Label } from "./label.ts";

export type FieldKind =
  | "text"
  | "longText"
  | "instant"
  | "date"
  | "fen"
  | "integer"
  | "flag"
  | "choice"
  | "choices"
  | "reference"
  | "references"
  | "rows";

/** A code and how people write it; `importAs` are other spellings met in spreadsheets. */
interface Choice extends Label {
  readonly importAs?: readonly string[];
}
export type Choices = Readonly<Record<string, Choice>>;

export interface Field<V, R extends boolean> {
  readonly kind: FieldKind;
  readonly label: Label;
  readonly required: R;
  readonly schema: z.ZodType<V>;
  /** Other headings under which spreadsheets carry this field. An old label stays here for ever. */
  readonly importAs: readonly string[];
  /** `choice`, `choices`. */
  readonly choices?: Choices;
  /** `reference`, `references`: the record type pointed at. */
  readonly refersTo?: string;
  /** `rows`: the fields of one row. */
  readonly row?: Readonly<Record<string, AnyField>>;
  /** Help under the input. */
  readonly hint?: Label;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a field of any value; `unknown` would not accept schemas, which are invariant
export type AnyField = Field<any, boolean>;

/** `Is<O>` is read off the options alone: a plain type parameter would be widened by the place of the call. */
type Is<O> = O extends { readonly required: true } ? true : false;

interface Options {
  readonly required?: boolean;
  readonly importAs?: readonly string[];
  readonly hint?: Label;
}

function field<V, R extends boolean>(
  kind: FieldKind,
  schema: z.ZodType<V>,
  label: Label,
  options: Options | undefined,
  more: Pick<Partial<Field<V, R>>, "choices" | "refersTo" | "row"> = {},
): Field<V, R> {
  return {
    kind,
    schema,
    label,
    required: (options?.required ?? false) as R,
    importAs: options?.importAs ?? [],
    ...(options?.hint === undefined ? {} : { hint: options.hint }),
    ...more,
  };
}

const zText = z.string().max(500);
const zLongText = z.string().max(200_000);
const zInstant = z.iso.datetime({ precision: 3 });
const zDate = z.string().refine(isDate);

/** One line, at most 500 characters. Ids, telephone and contract numbers are text too: `0012` stays `0012`. */
export const text = <const O extends Options = object>(label: Label, options?: O): Field<string, Is<O>> =>
  field("text", options?.required === true ? zText.min(1) : zText, label, options);

export const longText = <const O extends Options = object>(label: Label, options?: O): Field<string, Is<O>> =>
  field("longText", options?.required === true ? zLongText.min(1) : zLongText, label, options);

/** A point in time, stored in UTC, shown on Shanghai's wall. */
export const instantField = <const O extends Options = object>(
  label: Label,
  options?: O,
): Field<string, Is<O>> => field("instant", zInstant, label, options);

/** A calendar date, `YYYY-MM-DD`, no time zone. */
export const date = <const O extends Options = object>(label: Label, options?: O): Field<string, Is<O>> =>
  field("date", zDate, label, options);

/** Money, whole fen (1/100 yuan). */
export const fen = <const O extends Options = object>(label: Label, options?: O): Field<number, Is<O>> =>
  field("fen", z.number().int().min(-1e13).max(1e13), label, options);

export const integer = <const O extends Options = object>(label: Label, options?: O): Field<number, Is<O>> =>
  field("integer", z.number().int(), label, options);

export const flag = <const O extends Options = object>(label: Label, options?: O): Field<boolean, Is<O>> =>
  field("flag", z.boolean(), label, options);

export const choice = <const C extends Choices, const O extends Options = object>(
  label: Label,
  choices: C,
  options?: O,
): Field<keyof C & string, Is<O>> =>
  field("choice", z.enum(Object.keys(choices)) as unknown as z.ZodType<keyof C & string>, label, options, {
    choices,
  });

export const choiceList = <const C extends Choices, const O extends Options = object>(
  label: Label,
  choices: C,
  options?: O,
): Field<(keyof C & string)[], Is<O>> =>
  field(
    "choices",
    z.array(z.enum(Object.keys(choices))) as unknown as z.ZodType<(keyof C & string)[]>,
    label,
    options,
    { choices },
  );

/** The id of another record. Whether it exists is not the schema's to know: it may not have arrived yet. */
export const reference = <const O extends Options = object>(
  label: Label,
  refersTo: string,
  options?: O,
): Field<string, Is<O>> => field("reference", zText.min(1), label, options, { refersTo });

export const references = <const O extends Options = object>(
  label: Label,
  refersTo: string,
  options?: O,
): Field<string[], Is<O>> => field("references", z.array(zText.min(1)), label, options, { refersTo });

/** A small table inside a record, such as a vendor's contacts. Every column of a row is text-like and optional. */
export const rows = <const F extends Readonly<Record<string, AnyField>>, const O extends Options = object>(
  label: Label,
  row: F,
  options?: O,
): Field<{ [K in keyof F]?: F[K] extends Field<infer V, boolean> ? V : never }[], Is<O>> => {
  const shape = Object.fromEntries(Object.entries(row).map(([name, f]) => [name, f.schema.optional()]));
  return field(
    "rows",
    z.array(z.strictObject(shape)) as unknown as z.ZodType<
      { [K in keyof F]?: F[K] extends Field<infer V, boolean> ? V : never }[]
    >,
    label,
    options,
    { row },
  );
};

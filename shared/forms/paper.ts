import type { Choices } from "../lib/fields.ts";

/**
 * What a numbered paper form says, as plain data: no widths in pixels, no pages. `renderer/paper` draws it on A4.
 * The words are Chinese whatever the window's language: the paper goes to a Chinese vendor or inspector.
 * Source: checklist F04, F05, F10–F12, F14; conventions §2.
 */
export interface Paper {
  readonly form: FormCode;
  readonly formName: string;
  /** 版次/修订号, such as `A/0`. */
  readonly edition: string;
  readonly number: string;
  readonly hospital: string;
  readonly office: string;
  /** Printed in the head where a fax must be seen at once; absent on a blank. */
  readonly urgency?: string;
  /** What the QR code says: see `paper-code.ts`. */
  readonly qr: string;
  readonly sections: readonly Section[];
  /** One line at the foot of every page. */
  readonly foot: string;
}

/**
 * F-codes are the checklist's; WY01 《违约认定单》, WY02 《厂商服务考核表》 and WY03 《归档恢复密钥》 are papers of this
 * product's own.
 */
const RECORD_FORMS = ["F04", "F05", "F10", "F11", "F12", "F14", "WY01"] as const;
/** A form that states one record, and is opened by it. */
export type RecordForm = (typeof RECORD_FORMS)[number];
export type FormCode = RecordForm | "WY02" | "WY03";

export function isRecordForm(text: string): text is RecordForm {
  return (RECORD_FORMS as readonly string[]).includes(text);
}

export interface Section {
  readonly title?: string;
  /** Never torn over two pages unless it is longer than one: what the vendor fills in and sends back. */
  readonly keepTogether?: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  /** One row of boxes; the spans of its cells add up to 12. */
  | { readonly kind: "fields"; readonly cells: readonly Cell[] }
  /** A box over the whole width; long text flows on to the next page. `grows`: takes what is left of its page. */
  | {
      readonly kind: "text";
      readonly label: string;
      readonly text: string;
      readonly minLines: number;
      readonly grows?: boolean;
    }
  /** Ruled rows under a head that is repeated on every page. */
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Empty rows are added up to this many, to go on by hand. */
      readonly minRows: number;
    }
  /** Lines to sign on, beside a dashed box left empty for a round seal of Ø42 mm. */
  | { readonly kind: "signing"; readonly lines: readonly string[]; readonly seal: string }
  /** Both sides beside each other, each with a box for its seal above the lines to sign on. */
  | { readonly kind: "signingPair"; readonly parties: readonly [SigningParty, SigningParty] }
  | { readonly kind: "notes"; readonly lines: readonly string[] };

export interface SigningParty {
  readonly name: string;
  readonly seal: string;
  readonly lines: readonly string[];
}

export type Cell =
  | {
      readonly kind: "value";
      readonly label: string;
      readonly value: string;
      readonly span: number;
      /** Room for a pen. */
      readonly byHand?: boolean;
    }
  | {
      readonly kind: "checks";
      readonly label: string;
      readonly span: number;
      readonly options: readonly { readonly label: string; readonly checked: boolean }[];
    }
  /** How many pages this paper has, known only when it is laid out. */
  | { readonly kind: "pageCount"; readonly label: string; readonly span: number };

interface Column {
  readonly label: string;
  /** Of 12. */
  readonly span: number;
}

export const value = (label: string, text: string | undefined, span: number): Cell => ({
  kind: "value",
  label,
  value: text ?? "",
  span,
});

/** A box to write in, on any copy. */
export const byHand = (label: string, span: number, text = ""): Cell => ({
  kind: "value",
  label,
  value: text,
  span,
  byHand: true,
});

export const fields = (...cells: readonly Cell[]): Block => ({ kind: "fields", cells });

/** What a code means on paper; one that a newer product wrote is printed as it stands. */
export function saidOf(choices: Choices, code: string | undefined): string {
  if (code === undefined) return "";
  return Object.hasOwn(choices, code) ? (choices[code]?.zh ?? code) : code;
}

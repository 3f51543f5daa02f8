import type { RecordType } from "../../../shared/records/index.ts";
import type { ListQuery, ListRow } from "../desk.ts";

/** What the window asks of the list worker. Each question has a number, and its answer carries it. */
export type Question =
  | { readonly kind: "query"; readonly type: RecordType; readonly query: ListQuery }
  | { readonly kind: "rows"; readonly view: number; readonly from: number; readonly to: number }
  | { readonly kind: "ids"; readonly view: number; readonly from: number; readonly to: number }
  | {
      readonly kind: "texts";
      readonly view: number;
      readonly column: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "values"; readonly type: RecordType; readonly column: string }
  | { readonly kind: "ready"; readonly type: RecordType };

export interface Answers {
  readonly query: {
    readonly view: number;
    readonly count: number;
    readonly total: number;
    readonly first: readonly ListRow[];
  };
  readonly rows: readonly ListRow[];
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly ready: null;
}

export type Request = { readonly no: number; readonly question: Question } | { readonly openStore: string };

export type Response =
  | { readonly no: number; readonly answer: unknown }
  | { readonly no: number; readonly error: string }
  /** These lists took in what was written: what a view showed may be old. */
  | { readonly changed: readonly RecordType[] };

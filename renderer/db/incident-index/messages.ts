import type { IncidentColumn, IncidentQuery, IncidentRow } from "../desk.ts";

/** What the window asks of the list worker. Each question has a number, and its answer carries it. */
export type Question =
  | { readonly kind: "query"; readonly query: IncidentQuery }
  | { readonly kind: "rows"; readonly view: number; readonly from: number; readonly to: number }
  | { readonly kind: "values"; readonly column: IncidentColumn }
  | { readonly kind: "open"; readonly limit: number }
  | { readonly kind: "ready" };

export interface Answers {
  readonly query: { readonly view: number; readonly count: number; readonly total: number };
  readonly rows: readonly IncidentRow[];
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly open: readonly string[];
  readonly ready: null;
}

export type Request = { readonly no: number; readonly question: Question } | { readonly openStore: string };

export type Response =
  | { readonly no: number; readonly answer: unknown }
  | { readonly no: number; readonly error: string }
  /** The list took in what was written: what a view showed may be old. */
  | { readonly changed: true };

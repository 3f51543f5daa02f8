import type { RecordType, Stored } from "../../records/index.ts";

/** Everything that vendors promised this office and that decides how it is counted, as it is kept. */
export interface ClauseBook {
  readonly contracts: readonly Stored<"contract">[];
  /** Later terms of contracts; the first stands on the contract. */
  readonly terms: readonly Stored<"term">[];
  readonly clauses: readonly Stored<"clause">[];
  /** Which of two clauses on one metric rules, where somebody decided. */
  readonly rulings: readonly Stored<"ruling">[];
  readonly calendars: readonly Stored<"calendar">[];
  /** Holiday notices typed in here or elsewhere; the product's own stand behind them. */
  readonly notices: readonly Stored<"holidayNotice">[];
  /** Their phase decides which clauses hold (checklist W22). */
  readonly systems: readonly Stored<"system">[];
}

export const EMPTY_BOOK: ClauseBook = {
  contracts: [],
  terms: [],
  clauses: [],
  rulings: [],
  calendars: [],
  notices: [],
  systems: [],
};

/** What a book is read from. */
export const BOOK_TYPES = [
  "contract",
  "term",
  "clause",
  "ruling",
  "calendar",
  "holidayNotice",
  "system",
] as const satisfies readonly RecordType[];

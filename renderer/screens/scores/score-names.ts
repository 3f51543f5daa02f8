import type { Stored } from "../../../shared/records/index.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";

/** What a card is drawn with beside its figures. */
export interface ScoreNames {
  readonly vendors: readonly Stored<"vendor">[];
  readonly systems: readonly Stored<"system">[];
  readonly book: ClauseBook;
}

/** What people call a vendor; undefined where its record is gone. */
export function vendorName({ vendors }: ScoreNames, vendorId: string): string | undefined {
  const vendor = vendors.find(({ id }) => id === vendorId)?.data;
  return vendor?.shortName ?? vendor?.name;
}

import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import type { Desk } from "../../db/desk.ts";

/** The clause book as the desk has it at this moment: what is written down states what holds now, not what a screen showed. */
export async function readBook(desk: Desk): Promise<ClauseBook> {
  const [contracts, terms, clauses, rulings, calendars, notices, systems] = await Promise.all([
    desk.all("contract"),
    desk.all("term"),
    desk.all("clause"),
    desk.all("ruling"),
    desk.all("calendar"),
    desk.all("holidayNotice"),
    desk.all("system"),
  ]);
  return { contracts, terms, clauses, rulings, calendars, notices, systems };
}

import type { JournalAbout } from "../../shared/desktop/contract.ts";
import type { Change } from "../../shared/sync/change.ts";

/** The text of a journal's entry, and the changes of one. */
export { changesOfText, changesText as journalText } from "../../shared/sync/change-text.ts";

/** Which changes an entry holds, as the machine keeps book of them. */
export function heldIn(changes: readonly Change[]): JournalAbout["held"] {
  const held: JournalAbout["held"] = [];
  for (const { desk, deskSeq } of changes) {
    const last = held.at(-1);
    if (last?.[0] === desk && last[2] === deskSeq - 1) last[2] = deskSeq;
    else held.push([desk, deskSeq, deskSeq]);
  }
  return held;
}

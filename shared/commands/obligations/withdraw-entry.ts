import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { ObligationEntry, Stored } from "../../records/index.ts";
import { withdrawnIds } from "../../rules/obligations/standing-entries.ts";
import { create, type Edit } from "../edit.ts";
import { LINE_LIMIT, said } from "./told-day.ts";

export type WithdrawEntryFailure = {
  readonly kind: "noSuchEntry" | "alreadyWithdrawn" | "isAWithdrawal" | "reasonMissing" | "tooLong";
};

/** Takes back what was written down wrongly. Entries are never changed: the slip and its withdrawal both stay. */
export function withdrawEntry(
  told: { readonly entryId: string; readonly by: string; readonly reason: string },
  context: {
    readonly now: Instant;
    readonly id: string;
    readonly entries: readonly Stored<"obligationEntry">[];
  },
): Result<Edit[], WithdrawEntryFailure> {
  const { now, id, entries } = context;
  const entry = entries.find((one) => one.id === told.entryId);
  if (entry === undefined) return fail({ kind: "noSuchEntry" });
  if (entry.data.kind === "withdrawn") return fail({ kind: "isAWithdrawal" });
  if (withdrawnIds(entries).has(entry.id)) return fail({ kind: "alreadyWithdrawn" });
  if (told.reason.trim() === "") return fail({ kind: "reasonMissing" });
  if (told.by.length > LINE_LIMIT) return fail({ kind: "tooLong" });
  const withdrawal: ObligationEntry = {
    obligationId: entry.data.obligationId,
    kind: "withdrawn",
    day: dateOf(epochMs(now)),
    recordedAt: now,
    aboutId: entry.id,
    ...said({ by: told.by, note: told.reason }),
  };
  return ok([create("obligationEntry", id, withdrawal)]);
}

import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Agreement } from "../../records/pause-terms.ts";
import type { Incident, IncidentEvent } from "../../records/index.ts";
import { incidentState } from "../../rules/incidents/state.ts";
import { create, type Edit } from "../edit.ts";

/** How a pause that stands on the timeline is held from now on. */
export interface PauseHolding {
  readonly incidentId: string;
  /** When the pause began: that names it. */
  readonly from: Instant;
  readonly agreement: Agreement;
  readonly agreedBy: string;
  readonly proof: string;
  readonly note: string;
}

export type HoldPauseFailure =
  | { readonly kind: "noSuchPause" }
  | { readonly kind: "sameAsBefore" }
  /** Both sides agree only with a name or a proof; a vendor's claim is taken back only with a reason. */
  | { readonly kind: "agreementUnproven" | "reasonMissing" };

/** Says later who holds a pause (two-sided pause ledger, beyond.md item 2). The pause's own line is never changed. */
export function holdPause(
  told: PauseHolding,
  context: {
    readonly now: Instant;
    readonly id: string;
    readonly incident: Pick<Incident, "importedStatus" | "severity">;
    readonly events: readonly IncidentEvent[];
  },
): Result<Edit[], HoldPauseFailure> {
  const pause = incidentState(context.incident, context.events).pauses.find(({ from }) => from === told.from);
  if (pause === undefined) return fail({ kind: "noSuchPause" });
  if (pause.agreement === told.agreement) return fail({ kind: "sameAsBefore" });
  const [agreedBy, proof, note] = [told.agreedBy.trim(), told.proof.trim(), told.note.trim()];
  if (told.agreement === "both" && agreedBy === "" && proof === "")
    return fail({ kind: "agreementUnproven" });
  if (told.agreement !== "both" && note === "") return fail({ kind: "reasonMissing" });
  const event: IncidentEvent = {
    incidentId: told.incidentId,
    kind: "pauseAgreed",
    at: context.now,
    recordedAt: context.now,
    aboutKind: "paused",
    aboutAt: told.from,
    agreement: told.agreement,
  };
  if (agreedBy !== "") event.agreedBy = agreedBy;
  if (proof !== "") event.proof = proof;
  if (note !== "") event.note = note;
  return ok([create("incidentEvent", context.id, event)]);
}

import type { BreachStep } from "../../../shared/commands/incidents/issue-breach.ts";
import type { Instant } from "../../../shared/lib/instants.ts";
import type { EventKind } from "../../../shared/records/event-kinds.ts";
import type { Stored } from "../../../shared/records/index.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { PauseStretch } from "../../../shared/rules/incidents/pauses.ts";

/** A question that the card puts in a dialog; one at a time. */
export type CardAsk =
  | { readonly kind: "event"; readonly event: EventKind }
  | { readonly kind: "edit" }
  | { readonly kind: "severity" }
  | { readonly kind: "holdPause"; readonly pause: PauseStretch }
  /** `at`: the time of the line that is to be corrected. */
  | { readonly kind: "adjudicate"; readonly about: EventKind; readonly at?: Instant }
  | { readonly kind: "reEvaluate" }
  | { readonly kind: "order" | "quote"; readonly contractId: string }
  | { readonly kind: "breach"; readonly clock: ClauseClock }
  | {
      readonly kind: "breachStep";
      readonly breach: Stored<"breach">;
      readonly step: BreachStep["kind"];
    };

export type OnAsk = (ask: CardAsk) => void;
